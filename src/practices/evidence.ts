import { Lines } from '../markdown/lines.ts';
import { placeToFill } from '../records/placesToFill.ts';
import { catalogue } from './catalogue/all.ts';

/** Something that I did, and what it changed. */
export interface Evidence {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly what: string;
  /** One of {@link areas}; undefined where it states none, or another. */
  readonly area: string | undefined;
  readonly impact: string | undefined;
  readonly links: readonly string[];
}

/** The ten areas that a case is grouped by. */
export const areas: readonly string[] = catalogue.find(({ id }) => id === 'ten-areas')?.essentials ?? [];

/** More examples than these nobody chooses from. */
const mostLines = 10;

/** Where the journal keeps a month's evidence. @param date YYYY-MM-DD. */
export function evidencePath(date: string): string {
  return `evidence/${date.slice(0, 7)}.md`;
}

/**
 * An entry as a marked text with places to fill, one list item, so that two machines' entries merge line by line.
 *
 * @param what empty where it is to be written.
 * @param links Markdown.
 */
export function evidenceEntry(date: string, what: string, area: string, links: readonly string[]): string {
  const oneLine = what.replace(/\s+/g, ' ').trim();
  return [
    `- ${date} ${oneLine || placeToFill('What I did; work that is not code counts too')}`,
    `  - Impact: ${placeToFill('what it changed, for whom')}`,
    `  - Area: ${area}`,
    ...links.map((link) => `  - Link: ${link}`),
    '',
  ].join('\n');
}

/**
 * The newest entries, each as a line of Markdown with a link to its month.
 *
 * @param months the texts of months, by their paths in the journal.
 * @param above how a practice's document leads to the journal's root.
 */
export function evidenceLines(months: ReadonlyMap<string, string>, above = '../../'): string[] {
  return [...months]
    .flatMap(([path, text]) => readEvidence(text).map((entry) => ({ ...entry, path })))
    .sort((a, b) => b.date.localeCompare(a.date))
    .slice(0, mostLines)
    .map(({ date, what, impact, path }) => `[${date}](${above}${path}) ${what}${impact ? `: ${impact}` : ''}`);
}

const opening = /^[-*+] (\d{4}-\d\d-\d\d):? (.+?)\s*$/;
const detail = /^\s+[-*+] (\w+): (.+?)\s*$/;

/** The entries of a month. What is still a place to fill says nothing. */
export function readEvidence(text: string): Evidence[] {
  const entries: { date: string; what: string; area?: string; impact?: string; links: string[] }[] = [];
  const lines = new Lines(text);
  for (let number = 0; number < lines.count; number++) {
    const line = lines.textAt(number);
    const [, date, what] = opening.exec(line) ?? [];
    if (date && what) entries.push({ date, what, links: [] });
    const entry = entries.at(-1);
    const [, name = '', value = ''] = detail.exec(line) ?? [];
    if (!entry || !value || /^\{.*\}$/.test(value)) continue;
    if (name === 'Impact') entry.impact = value;
    if (name === 'Area') entry.area = value;
    if (name === 'Link') entry.links.push(value);
  }
  return entries
    .filter(({ what }) => !/^\{.*\}$/.test(what))
    .map(({ date, what, area, impact, links }) => ({
      date,
      what,
      area: areas.find((each) => each.toLowerCase() === area?.toLowerCase()),
      impact,
      links,
    }));
}

/**
 * A case for the role: what there is, by the ten areas, and the areas that nothing shows yet, oldest first; and what has an
 * impact in the form of a résumé, without days and links, newest first.
 */
export function caseFrom(entries: readonly Evidence[]) {
  const ordered = [...entries].sort((a, b) => a.date.localeCompare(b.date));
  const lineOf = ({ date, what, impact, links }: Evidence) =>
    `${what}${impact ? `: ${impact}` : ''} (${[date, ...links].join(', ')})`;
  const groups = areas.map((title) => ({
    title,
    entries: ordered.filter(({ area }) => area === title).map(lineOf),
  }));
  const rest = ordered.filter(({ area }) => area === undefined).map(lineOf);
  return {
    areas: [
      ...groups.filter((group) => group.entries.length),
      ...(rest.length ? [{ title: 'And', entries: rest }] : []),
    ],
    open: groups.filter((group) => !group.entries.length).map(({ title }) => title),
    resume: ordered.flatMap(({ what, impact }) => (impact ? [`${what}: ${impact}`] : [])).reverse(),
  };
}
