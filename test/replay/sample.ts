import type { Random } from '../bench/random.ts';
import type { Clone } from './clone.ts';
import type { Followed } from './follow.ts';

/** Longer files are data: one of them would be most of all lines. */
const mostLines = 5000;

/** Random lines of the text files of a commit, each line as likely as any other. */
export function sampleLines(clone: Clone, commit: string, count: number, random: Random): Followed[] {
  let whole = 0;
  const files = clone
    .git('ls-tree', '-r', '-l', '-z', commit)
    .split('\0')
    .flatMap((entry) => {
      const [, size, path] = /^100\d{3} blob \w+ +(\d+)\t([\x20-\x21\x23-\x5b\x5d-\x7e]+)$/.exec(entry) ?? [];
      if (!path || Number(size) > 500_000) return [];
      whole += Number(size);
      return [{ path, end: whole }];
    });
  const sampled: Followed[] = [];
  const texts = new Map<string, string[] | undefined>();
  // Files by size, then a line of it: a file of short lines is drawn a little too seldom, which does no harm.
  for (let tries = 0; sampled.length < count && tries < count * 20; tries++) {
    const at = random.next() * whole;
    const file = files.find(({ end }) => end > at);
    if (!file) continue;
    if (!texts.has(file.path)) texts.set(file.path, linesOf(clone.show(commit, file.path)));
    const lines = texts.get(file.path);
    if (!lines) continue;
    const number = random.between(1, lines.length);
    const text = lines[number - 1] ?? '';
    if (text.length > 2000 || sampled.some((each) => each.file === file.path && each.number === number)) continue;
    sampled.push({ file: file.path, number, text, path: file.path, line: number, now: text, edited: false });
  }
  return sampled;
}

/** The lines of a text as editors and git both count them; undefined where the two may differ, and for what is no text. */
export function linesOf(text: string | undefined): string[] | undefined {
  if (text === undefined || /\0|\uFFFD|\r(?!\n)/.test(text)) return undefined;
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.length > 0 && lines.length <= mostLines ? lines : undefined;
}
