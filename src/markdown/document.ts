import { type Block, parseBlocks, plainText } from './blocks.ts';
import { FrontMatter } from './frontMatter.ts';
import { Lines } from './lines.ts';

/** A heading with everything below it, up to the next heading of its level or a higher one. */
export interface Section {
  /** The heading's text as a reader sees it. */
  readonly title: string;
  readonly level: number;
  /** Index of the heading among the document's blocks. */
  readonly heading: number;
  /** Index of the block after the section's last. */
  readonly end: number;
}

/**
 * A Markdown document, read without loss: the text itself, and where its parts stand in it. Nothing here can be written
 * back; changes are edits on the text.
 */
export class MarkdownDocument {
  readonly text: string;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  #sections: readonly Section[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.lines = new Lines(text);
    this.frontMatter = FrontMatter.find(text, this.lines);
    const bodyLine = this.frontMatter?.bodyLine ?? 0;
    const start = bodyLine ? this.lines.at(bodyLine).start : text.startsWith('\uFEFF') ? 1 : 0;
    this.blocks = parseBlocks(start ? text.slice(start) : text, bodyLine);
  }

  /** The document's sections in order, nested ones after the ones they are in. */
  get sections(): readonly Section[] {
    this.#sections ??= sectionsOf(this.blocks);
    return this.#sections;
  }

  /** The blocks of a section, its heading and those of nested sections left out when `own` is true. */
  blocksOf(section: Section, own = false): readonly Block[] {
    const blocks = this.blocks.slice(section.heading + 1, section.end);
    if (!own) return blocks;
    const nested = blocks.findIndex((block) => block.kind === 'heading');
    return nested < 0 ? blocks : blocks.slice(0, nested);
  }
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { title: string; level: number; heading: number; end: number }[] = [];
  const open: typeof sections = [];
  blocks.forEach((block, index) => {
    // A heading inside a list is part of the item, not of the document's outline.
    if (block.kind !== 'heading' || block.depth > 0) return;
    while (open.length && (open.at(-1)?.level ?? 0) >= block.level) {
      const closed = open.pop();
      if (closed) closed.end = index;
    }
    const section = { title: plainText(block.text), level: block.level, heading: index, end: blocks.length };
    sections.push(section);
    open.push(section);
  });
  return sections;
}
