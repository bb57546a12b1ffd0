import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import type { Practice } from './practice.ts';

const answer = /^(.+?)\s+(?:named|names|would choose)\s+(.+)$/i;

/** How often each was named in a list of lines such as "Raj named Sam and Ana", the most often named first. */
export function tallyOf(lines: readonly string[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const line of lines) {
    const [, , named = ''] = answer.exec(withoutPlaces(line)) ?? [];
    const names = named.split(/\s*(?:,|;|&|\+|\band\b|\bor\b)\s*/i).filter(Boolean);
    // Whoever names somebody twice has named them.
    for (const key of new Set(names.map((name) => name.toLowerCase()))) {
      const known = counts.get(key) ?? { name: names.find((name) => name.toLowerCase() === key) ?? key, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** What is still to be filled in names nobody. */
function withoutPlaces(line: string): string {
  return line
    .replace(/\{[^}]*\}/g, '')
    .trim()
    .replace(/[.;]+$/, '');
}

/** The edits that bring a tally up to date: the list of its section, and nothing else. None where nobody was named yet. */
export function tallyEdits(text: string, { from, into }: NonNullable<Practice['tally']>): Edit[] {
  const document = new MarkdownDocument(text);
  const itemsOf = (heading: string) => {
    const section = document.sections.find(({ title }) => title.toLowerCase() === heading.toLowerCase());
    return section && { section, items: document.blocksOf(section, true).filter(({ depth }) => depth > 0) };
  };
  const [asked, tally] = [itemsOf(from), itemsOf(into)];
  const counts = tallyOf(asked?.items.map((block) => block.text) ?? []);
  if (!tally || !counts.length) return [];
  const eol = lineEnding(text);
  const list = counts.map(({ name, count }) => `- ${name}: ${count}`).join(eol);
  const { lines } = document;
  const [first, last] = [tally.items[0], tally.items.at(-1)];
  if (first && last) return [{ start: lines.at(first.line).start, end: lines.at(last.endLine - 1).end, text: list }];
  const above = document.blocksOf(tally.section, true).at(-1) ?? document.blocks[tally.section.heading];
  const at = lines.at((above?.endLine ?? 1) - 1).end;
  return [{ start: at, end: at, text: `${eol}${eol}${list}` }];
}
