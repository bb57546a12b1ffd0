import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder, put } from './workbench.ts';

/** A day some days from today, as the extension host has it: YYYY-MM-DD. */
export function day(days: number): string {
  const now = new Date();
  const that = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${that.getFullYear()}-${two(that.getMonth() + 1)}-${two(that.getDate())}`;
}

const weeks = 26;
const people = ['Ana Ruiz', 'Raj Patel', 'Sam Lee'] as const;

/** The file of the last weekly meeting of {@link makeSixMonths}, yesterday's. */
export const lastMeeting = `docs/meetings/${day(-1)}-weekly.md`;

/**
 * Makes a repository with half a year of a team's work that ends yesterday: a meeting and a change of code every week, a
 * decision and a review every month, by three people, with their own days. In the minutes one action of Ana's, to measure
 * the retry storm, is carried through the last six meetings in a table; the others are done by the next.
 */
export async function makeSixMonths(folder: string): Promise<void> {
  await makeFolder(folder, {}, {});
  for (let week = weeks; week >= 1; week--) {
    const on = day(-1 - 7 * (week - 1));
    const author = people[week % people.length] ?? people[0];
    await put(join(folder, `docs/meetings/${on}-weekly.md`), minutes(on, week));
    await put(join(folder, `src/part${week % 7}.ts`), `export const week = ${week};\n`);
    if (week % 4 === 0) await put(join(folder, decisionPath(week)), decision(on, week));
    if (week % 5 === 0) await put(join(folder, `docs/reviews/${on}-part.md`), review(on, author));
    await commit(folder, `Work of the week of ${on}`, author, on);
  }
}

/** A table in which the state is a word. CRLF, as on Windows. */
function minutes(on: string, week: number): string {
  const rows = [
    `| Write down part ${week + 1} | ${people[(week + 2) % 3]} | closed |`,
    `| Write down part ${week} | ${people[(week + 1) % 3]} | ${week > 1 ? 'closed' : 'open'} |`,
    ...(week <= 6 ? ['| Measure the retry storm | Ana | open |'] : []),
  ];
  const lines = [
    `# Weekly, ${on}`,
    '',
    `Present: ${people.join(', ')}`,
    '',
    'We spoke about the retries.',
    '',
    '## Actions',
    '',
    '| Action | Owner | Status |',
    '|---|---|---|',
    ...rows,
    '',
  ];
  return lines.join('\r\n');
}

function decisionPath(week: number): string {
  return `docs/decisions/${String((weeks - week) >> 2).padStart(4, '0')}-step-of-week-${week}.md`;
}

function decision(on: string, week: number): string {
  return `---\nstatus: accepted\ndate: ${on}\n---\n\n# Step of week ${week}\n\n## Context\n\nWe needed one.\n`;
}

function review(on: string, reviewer: string): string {
  return `---\ndate: ${on}\nreviewer: ${reviewer}\n---\n\n# Review: part\n\n### issue: name it\n\nResolved: ${on}\n`;
}

async function commit(folder: string, message: string, author: string, on: string): Promise<void> {
  const email =
    author === people[0] ? 'ana@billing.example' : `${author.split(' ', 1)[0]?.toLowerCase()}@billing.example`;
  const when = `${on}T12:00:00`;
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
  };
  await promisify(execFile)('git', ['add', '--all'], { cwd: folder, env });
  await promisify(execFile)('git', ['commit', '--quiet', '--message', message], { cwd: folder, env });
}
