import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const subjects = ['Billing', 'The ledger', 'Search', 'Sign-in', 'Invoices', 'The mobile app', 'Reports', 'Retries'];
const verbs = ['moves to', 'is kept in', 'is measured by', 'no longer needs', 'is split from', 'is read through'];
const objects = [
  'Postgres',
  'a message queue',
  'one region',
  'feature flags',
  'the event bus',
  'plain files',
  'a cache',
];
const people = ['Ana Ruiz', 'Raj Patel', 'Sam Okafor', 'Ji-woo Han', 'Zoë Lindström'];
const tags = ['billing', 'data', 'operations', 'security'];
const paragraph =
  'We looked at what fails most, who is woken by it, and what a change would cost us in a quarter. The numbers are in the appendix; none of them is large enough to decide alone. ';

/**
 * Makes a repository with decision records of several years: six or so a week, every eleventh superseded by a later one
 * and every seventeenth amending one, about 4 KB each.
 */
export async function makeManyRecords(folder: string, count: number): Promise<void> {
  await mkdir(join(folder, 'docs', 'decisions'), { recursive: true });
  const record = (number: number) => {
    const title = `${pick(subjects, number)} ${pick(verbs, number * 7)} ${pick(objects, number * 3)}`;
    return { title, name: `${String(number).padStart(4, '0')}-${title.toLowerCase().replace(/[^a-z]+/g, '-')}.md` };
  };
  for (let number = 1; number <= count; number++) {
    const { title, name } = record(number);
    const later = number % 11 === 0 && number + 25 <= count ? number + 25 : undefined;
    const other = pick(
      ['accepted', 'accepted', 'rejected', 'accepted', 'deprecated', 'accepted', 'under discussion'],
      number * 3,
    );
    const status = later ? `superseded by [${later}](${record(later).name})` : number > count - 12 ? 'proposed' : other;
    const amended = number % 17 === 0 ? number - 9 : undefined;
    const date = new Date(Date.UTC(2022, 0, 3 + Math.floor(number * 1.3))).toISOString().slice(0, 10);
    const text = [
      `---\nstatus: ${status}\ndate: ${date}\ndecision-makers: [${pick(people, number)}, ${pick(people, number + 2)}]`,
      `tags: [${pick(tags, number)}]\n---\n\n# ${title}\n`,
      `## Context\n\n${paragraph.repeat(8)}\n\n## Options\n\n### ${title}\n\n### Wait\n\n## Recommendation\n`,
      `${paragraph.repeat(4)}Token${number} says which record this is.\n\n## Risks\n\n${paragraph.repeat(6)}\n`,
      amended ? `## Links\n\n- Amends [${amended}](${record(amended).name})\n` : '',
    ].join('\n');
    await writeFile(join(folder, 'docs', 'decisions', name), text);
  }
  await promisify(execFile)('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
}

function pick<Each>(values: readonly Each[], at: number): Each {
  return values[at % values.length] as Each;
}
