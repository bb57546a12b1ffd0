import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Commit {
  /** The folder beside this file, laid over the work tree. Its files may end in `.txt`, so that no tool takes them for ours. */
  readonly files: string;
  readonly author: string;
  readonly date: string;
  readonly message: string;
}

const ana = 'Ana Ruiz <ana@billing.example>';
const raj = 'Raj Patel <raj@billing.example>';
const sam = 'Sam Okafor <sam@billing.example>';

const main: readonly Commit[] = [
  { files: '01-start', author: raj, date: '2026-05-11T09:12:00+02:00', message: 'Charge a card' },
  { files: '02-decide-in-writing', author: ana, date: '2026-05-19T14:40:00+02:00', message: 'Decide in writing' },
  { files: '03-cents', author: raj, date: '2026-06-03T11:05:00+02:00', message: 'Count money in cents' },
  { files: '04-owners', author: ana, date: '2026-06-08T16:21:00+02:00', message: 'Say who reviews what' },
  { files: '05-retry-three-times', author: raj, date: '2026-06-24T10:33:00+02:00', message: 'Retry a failed charge' },
  { files: '06-retry-test', author: sam, date: '2026-07-02T09:47:00+02:00', message: 'Test the retries' },
  { files: '07-retries-meeting', author: ana, date: '2026-10-09T17:02:00+02:00', message: 'Notes: billing retries' },
  {
    files: '08-backoff-decision',
    author: raj,
    date: '2026-10-13T13:15:00+02:00',
    message: 'Decide: retry with backoff',
  },
  { files: '09-backoff', author: raj, date: '2026-10-15T10:08:00+02:00', message: 'Retry with backoff and jitter' },
  { files: '10-postgres-proposal', author: sam, date: '2026-10-27T15:30:00+01:00', message: 'Propose Postgres 17' },
  { files: '11-ledger', author: sam, date: '2026-11-04T11:56:00+01:00', message: 'Write ledger entries in pairs' },
  { files: '12-outage-meeting', author: ana, date: '2026-11-13T16:44:00+01:00', message: 'Notes: partner outage' },
];

/** A branch that waits for review. */
const branch = 'feature/retry-budget';
const waiting: readonly Commit[] = [
  { files: '13-retry-budget', author: raj, date: '2026-11-17T10:20:00+01:00', message: 'Count retries in a budget' },
  {
    files: '14-use-the-budget',
    author: raj,
    date: '2026-11-18T12:02:00+01:00',
    message: 'Give up when the budget is used',
  },
];

/**
 * Makes the sample repository, a small billing service with six months of history, decision records and meeting
 * notes. What was in the folder is deleted. Dates and authors are fixed, so the commits have the same ids everywhere.
 */
export async function makeSample(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--initial-branch=main']);
  await git(folder, ['config', 'core.autocrlf', 'false']);
  for (const commit of main) await add(folder, commit);
  await git(folder, ['switch', '--quiet', '--create', branch]);
  for (const commit of waiting) await add(folder, commit);
  await git(folder, ['switch', '--quiet', 'main']);
  // Whoever tries the sample is Ana, and can commit on a machine where git has no name yet.
  await git(folder, ['config', 'user.name', person(ana).name]);
  await git(folder, ['config', 'user.email', person(ana).email]);
}

async function add(folder: string, { files, author, date, message }: Commit): Promise<void> {
  await cp(join(import.meta.dirname, 'sample', files), folder, { recursive: true });
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path.endsWith('.txt')) await rename(path, path.slice(0, -'.txt'.length));
  }
  const { name, email } = person(author);
  await git(folder, ['add', '--all']);
  await git(folder, ['commit', '--quiet', '--message', message], {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  });
}

function person(author: string): { name: string; email: string } {
  const [, name = '', email = ''] = /^(.+) <(.+)>$/.exec(author) ?? [];
  return { name, email };
}

/** Git as installed, without the user's own settings: no signing, no hooks, no templates. */
async function git(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const alone = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const env = { ...Object.fromEntries(inherited), ...alone, ...environment };
  return (await promisify(execFile)('git', [...args], { cwd: folder, env })).stdout;
}
