import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { historyOfLines } from '../../../src/git/history.ts';
import { openRepository } from '../../../src/git/repository.ts';
import type { HumanError } from '../../../src/humanError.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const path = 'src/retry.ts';
const text = 'export const limit = 3;\nexport const pause = 100;\nexport const factor = 2;\n';

/** Commits everything as somebody else, on a day. */
function commitAs(scratch: ScratchRepository, author: string, day: string, ...message: string[]): void {
  scratch.git('add', '--all');
  const paragraphs = message.flatMap((paragraph) => ['--message', paragraph]);
  scratch.git('commit', '--quiet', `--author=${author}`, `--date=${day}T23:30:00+09:00`, ...paragraphs);
}

describe('The history of lines', () => {
  isolateGit();
  let scratch: ScratchRepository;

  beforeEach(() => {
    scratch = new ScratchRepository();
    scratch.write(path, text);
    commitAs(
      scratch,
      'Raj Patel <raj@example.org>',
      '2026-06-24',
      'Retry a failed charge (#12)',
      'As agreed in BILL-7.',
    );
  });
  afterEach(() => scratch.remove());

  async function history(first: number, last: number, contents = scratch.read(path), file = path) {
    const repository = await openRepository(scratch.root);
    if (!repository) throw new Error('no repository');
    return historyOfLines(repository, file, first, last, contents);
  }

  it('names the commit, its author, the day where the author was, and the message', async () => {
    const { commits, uncommitted } = await history(1, 3);
    equal(uncommitted, 0);
    equal(commits.length, 1);
    const [commit] = commits;
    deepEqual(
      { ...commit, hash: undefined, shortHash: undefined },
      {
        hash: undefined,
        shortHash: undefined,
        author: 'Raj Patel',
        date: '2026-06-24',
        subject: 'Retry a failed charge (#12)',
        body: 'As agreed in BILL-7.',
        lines: 3,
        cutOff: false,
      },
    );
    equal(commit?.hash, scratch.git('rev-parse', 'HEAD').trim());
    match(commit?.hash ?? '', new RegExp(`^${commit?.shortHash}`));
  });

  it('puts the commit first that shaped the most of the lines, the newer one among equals', async () => {
    scratch.write(path, text.replace('limit = 3', 'limit = 5'));
    commitAs(scratch, 'Ana Ruiz <ana@example.org>', '2026-07-01', 'Retry five times');
    const whole = await history(1, 3);
    deepEqual(
      whole.commits.map(({ author, lines }) => [author, lines]),
      [
        ['Raj Patel', 2],
        ['Ana Ruiz', 1],
      ],
    );
    const two = await history(1, 2);
    deepEqual(
      two.commits.map(({ author }) => author),
      ['Ana Ruiz', 'Raj Patel'],
    );
  });

  it('follows a file that was renamed', async () => {
    scratch.git('mv', path, 'src/backoff.ts');
    commitAs(scratch, 'Ana Ruiz <ana@example.org>', '2026-07-01', 'Say what it does');
    const { commits } = await history(1, 3, text, 'src/backoff.ts');
    deepEqual(
      commits.map(({ author }) => author),
      ['Raj Patel'],
    );
  });

  it('does not take new indentation for a new line', async () => {
    scratch.write(path, text.replaceAll(/^/gm, '  '));
    commitAs(scratch, 'Ana Ruiz <ana@example.org>', '2026-07-01', 'Indent');
    const { commits } = await history(1, 3);
    deepEqual(
      commits.map(({ author }) => author),
      ['Raj Patel'],
    );
  });

  it('counts the lines that are only in the editor, and finds the others where they stand there', async () => {
    const { commits, uncommitted } = await history(1, 3, `// typed just now\n${text}`);
    equal(uncommitted, 1);
    deepEqual(
      commits.map(({ lines }) => lines),
      [2],
    );
  });

  it('finds no commit for a file that git does not know, nor in a repository without one', async () => {
    deepEqual(await history(1, 2, 'a\nb\n', 'new.ts'), { commits: [], uncommitted: 2 });
    const empty = new ScratchRepository();
    try {
      const repository = await openRepository(empty.root);
      if (!repository) throw new Error('no repository');
      deepEqual(await historyOfLines(repository, 'a.ts', 1, 1, 'a\n'), { commits: [], uncommitted: 1 });
    } finally {
      empty.remove();
    }
  });

  it('takes a selection that reaches past the end to end there', async () => {
    equal((await history(3, 9)).commits[0]?.lines, 1);
    deepEqual(await history(4, 4), { commits: [], uncommitted: 0 });
  });

  it('reads a file with CRLF, and one whose name git would quote', async () => {
    scratch.write('naïve [1].ts', 'one\r\ntwo\r\n');
    commitAs(scratch, 'Ana Ruiz <ana@example.org>', '2026-07-01', 'Add: "ünï" \\ code');
    const { commits } = await history(1, 2, 'one\r\ntwo\r\n', 'naïve [1].ts');
    deepEqual(
      commits.map(({ subject, lines }) => [subject, lines]),
      [['Add: "ünï" \\ code', 2]],
    );
  });

  it('honours .mailmap, and the commits that blame is told to ignore', async () => {
    scratch.write('.mailmap', 'Raj K. Patel <raj@example.org>\n');
    equal((await history(1, 1)).commits[0]?.author, 'Raj K. Patel');
    scratch.write(path, text.replaceAll('const', 'let'));
    commitAs(scratch, 'Tool <tool@example.org>', '2026-08-01', 'Rewrite');
    scratch.write('ignored', scratch.git('rev-parse', 'HEAD'));
    scratch.git('config', 'blame.ignoreRevsFile', 'ignored');
    equal((await history(1, 3)).commits[0]?.author, 'Raj K. Patel');
  });

  it("says so in git's words when git cannot tell", async () => {
    scratch.git('config', 'blame.ignoreRevsFile', 'not-there');
    await rejects(history(1, 3), (error: HumanError) => {
      match(error.message, /src\/retry\.ts/);
      match(error.detail ?? '', /not-there/);
      return true;
    });
  });

  it('says where a shallow clone cuts the history off', async () => {
    scratch.write(path, text.replace('limit = 3', 'limit = 5'));
    commitAs(scratch, 'Ana Ruiz <ana@example.org>', '2026-07-01', 'Retry five times');
    const clone = new ScratchRepository();
    try {
      clone.git('fetch', '--quiet', '--depth=1', `file://${scratch.root}`, 'main');
      clone.git('checkout', '--quiet', 'FETCH_HEAD');
      const repository = await openRepository(clone.root);
      if (!repository) throw new Error('no repository');
      const { commits } = await historyOfLines(repository, path, 1, 3, clone.read(path));
      deepEqual(
        commits.map(({ author, cutOff }) => [author, cutOff]),
        [['Ana Ruiz', true]],
      );
    } finally {
      clone.remove();
    }
  });

  it('changes nothing in the repository', async () => {
    const before = scratch.snapshot();
    await history(1, 3, `x\n${text}`);
    deepEqual(scratch.snapshot(), before);
  });
});
