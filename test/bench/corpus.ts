import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Prose } from './prose.ts';
import { Random } from './random.ts';

/** A file of the repository that is measured. */
export interface CorpusFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Where the records are. */
export const recordFolder = 'docs/decisions';

/**
 * Decision records as teams have them: Nygard's, MADR 2 to 4, log4brains' and our own, half of them below 5 KB, one in a
 * hundred above 20 KB. The same for the same count and seed.
 */
export function makeRecords(count: number, seed = 2026): CorpusFile[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => makeRecord(random, index + 1));
}

/** One record. @param number its number, and how many days after the first one it was written. */
export function makeRecord(random: Random, number: number): CorpusFile {
  const draft = makeDraft(random, number);
  return { path: `${recordFolder}/${numberedName(draft)}`, text: random.pick(kinds)(draft) };
}

/** What a record of this number is to be about; see {@link makeRecord}. */
export function makeDraft(random: Random, number: number): Draft {
  const prose = new Prose(random);
  const title = prose.title();
  const size = Math.min(26_000, Math.max(900, random.logNormal(5000, 0.6)));
  return { prose, random, title, number, size, date: dayAfterFirst(number), people: people(random) };
}

/** `0001-a-title.md` */
export function numberedName({ number, title }: Draft): string {
  return `${String(number).padStart(4, '0')}-${slugOf(title)}.md`;
}

/** A title as file names have it. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Files beside the records: source code in many folders. */
export function makeOtherFiles(count: number): CorpusFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `src/part${index % 97}/module${index}.ts`,
    text: `export const answer${index} = ${index};\n`.repeat(20),
  }));
}

/** The records of a repository, by absolute path. */
export function recordFiles(root: string): string[] {
  const folder = join(root, recordFolder);
  return readdirSync(folder).map((name) => join(folder, name));
}

/** What a record is to be about. */
export interface Draft {
  readonly prose: Prose;
  readonly random: Random;
  readonly title: string;
  readonly number: number;
  /** Characters that the whole text shall have, about. */
  readonly size: number;
  readonly date: string;
  readonly people: string;
}

/** A record as adr-tools writes it. */
export const nygard = (draft: Draft): string =>
  fill(draft, `# ${draft.number}. ${draft.title}\n\nDate: ${draft.date}\n\n## Status\n\n${statusSection(draft)}`, [
    'Context',
    'Decision',
    'Consequences',
  ]);

const madrBody = ['Context and Problem Statement', 'Decision Drivers', 'Considered Options', 'Decision Outcome'];
const madrEnd = ['Pros and Cons of the Options', 'More Information'];

const madr4 = (draft: Draft) =>
  fill(
    draft,
    `---\nstatus: ${statusWord(draft)}\ndate: ${draft.date}\ndecision-makers: [${draft.people}]\nconsulted:\n  - the platform team\n---\n\n# ${draft.title}`,
    [...madrBody, 'Consequences', 'Confirmation', ...madrEnd],
  );

const madr3 = (draft: Draft) =>
  fill(
    draft,
    `---\n# These are optional elements. Feel free to remove any of them.\nstatus: "${statusWord(draft)}"\ndate: ${draft.date}\ndeciders: ${draft.people}\n---\n# ${draft.title}`,
    [...madrBody, ...madrEnd],
  );

const madr2 = (draft: Draft) =>
  fill(
    draft,
    `# ${draft.title}\n\n* Status: ${statusWord(draft)}\n* Deciders: ${draft.people}\n* Date: ${draft.date}\n\nTechnical Story: [#${draft.number}](https://example.org/stories/${draft.number})`,
    [...madrBody, ...madrEnd, 'Links'],
  );

/** A record as log4brains writes it. */
export const log4brains = (draft: Draft, status: string = statusWord(draft)): string =>
  fill(
    draft,
    `# ${draft.title}\n\n- Status: ${status}\n- Deciders: ${draft.people}\n- Date: ${draft.date}\n- Tags: billing, data, operations`,
    [...madrBody, ...madrEnd, 'Links'],
  );

const lead = (draft: Draft) =>
  fill(
    draft,
    `---\nstatus: ${statusWord(draft)}\ndate: ${draft.date}\ndecision-makers:\n  - ${draft.people.replaceAll(', ', '\n  - ')}\naffects: [src/part${draft.number % 97}/**]\n---\n\n# ${draft.title}`,
    ['Context', 'Options', 'Recommendation', 'Risks'],
  );

const kinds = [nygard, nygard, nygard, madr4, madr4, madr3, madr2, madr2, log4brains, lead] as const;

/** Writes blocks below the headings until the text has its size. */
function fill({ prose, random, size }: Draft, head: string, headings: readonly string[]): string {
  const parts = [head];
  let left = size - head.length;
  headings.forEach((heading, index) => {
    const share = left / (headings.length - index);
    const section = [`## ${heading}`, ...(/options/i.test(heading) ? [prose.list()] : [])];
    let length = section.join('\n\n').length;
    while (length < share) {
      const block = random.chance(0.08) ? `### ${prose.title()}\n\n${prose.paragraph()}` : prose.block();
      section.push(block);
      length += block.length + 2;
    }
    left -= length;
    parts.push(section.join('\n\n'));
  });
  return `${parts.join('\n\n')}\n`;
}

function statusWord({ random, number }: Draft): string {
  const other = String(random.between(1, 999)).padStart(4, '0');
  if (random.chance(0.12)) return `superseded by [ADR-${other}](${other}-another-decision.md)`;
  return number > 980
    ? 'proposed'
    : random.pick(['accepted', 'accepted', 'accepted', 'accepted', 'rejected', 'deprecated']);
}

function statusSection({ random }: Draft): string {
  const other = random.between(1, 999);
  const link = `[${other}. Another decision](${String(other).padStart(4, '0')}-another-decision.md)`;
  if (random.chance(0.12)) return `Accepted\n\nSuperceded by ${link}`;
  return random.chance(0.1)
    ? `Accepted\n\nSupercedes ${link}`
    : random.pick(['Accepted', 'Accepted', 'Proposed', 'Deprecated']);
}

function people(random: Random): string {
  const names = ['Ana Ruiz', 'Raj Patel', 'Sam Okafor', 'Ji-woo Han', 'Zoë Lindström', 'Léa Martin'];
  const first = random.between(0, names.length - 1);
  return [...names, ...names].slice(first, first + random.between(1, 4)).join(', ');
}

function dayAfterFirst(days: number): string {
  return new Date(Date.UTC(2021, 0, 4 + days)).toISOString().slice(0, 10);
}
