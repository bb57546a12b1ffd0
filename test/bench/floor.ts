import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt('default', { html: true });

/**
 * The least that listing records can be: reads the files, in the fastest way that Node has, and runs markdown-it's block
 * parser over them.
 *
 * @param files absolute paths
 * @returns how many tokens there are
 */
export function readAndParse(files: readonly string[]): number {
  let count = 0;
  for (const file of files) {
    const tokens: ReturnType<typeof parser.parse> = [];
    parser.block.parse(readFileSync(file, 'utf8'), parser, {}, tokens);
    count += tokens.length;
  }
  return count;
}
