import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { commentBody } from '../../src/editor/comments/commentBody.ts';
import { OpenReview } from '../../src/editor/comments/openReview.ts';
import { shiftedRange } from '../../src/editor/comments/shiftedRange.ts';
import { type Writing, Writings } from '../../src/editor/comments/writing.ts';
import { openRepository } from '../../src/git/repository.ts';
import { HumanError } from '../../src/humanError.ts';
import type { ReviewComment } from '../../src/reviews/review.ts';
import { addComment, resolveComment } from '../../src/reviews/reviewEdits.ts';

const path = 'docs/reviews/2026-11-20-feature.md';
const anchor = { file: 'src/a.ts', line: 2, endLine: 2, commit: null, quote: ['two'] };

describe('an open review', function () {
  this.timeout(30_000);
  let root: string;

  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'lh-review-')));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  function git(...args: string[]): void {
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  }

  async function put(each: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, each)), { recursive: true });
    await writeFile(join(root, each), text);
  }

  /** A review of `feature`, which makes `two` of line 2, against a base. */
  async function open(base: string | null = 'main'): Promise<OpenReview> {
    const head = { date: '2026-11-20', reviewer: 'Ana', base, head: 'feature', commit: null, subject: 'feature' };
    return OpenReview.open({ root, repository: await openRepository(root), path, head, scope: [] });
  }

  async function repository(): Promise<void> {
    git('init', '--quiet', '--initial-branch=main');
    await put('src/a.ts', 'one\n2\nthree\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Begin');
    git('checkout', '--quiet', '-b', 'feature');
    await put('src/a.ts', 'one\ntwo\nthree\n');
    git('commit', '--quiet', '--all', '--message', 'Two');
  }

  async function refusal(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => assert.fail('was not refused'),
      (error) => (error instanceof HumanError ? error.message : assert.fail(error)),
    );
  }

  const onDisk = () => readFile(join(root, path), 'utf8');

  it('makes its file with the first comment, and none before', async () => {
    await repository();
    const review = await open();
    assert.deepEqual(
      review.files.map(({ path }) => path),
      ['src/a.ts'],
    );
    await assert.rejects(onDisk());
    await review.edit((now) => addComment(now, anchor, 'note: first'));
    assert.match(await onDisk(), /### note: first/);
    assert.equal(review.placed[0]?.state, 'same');
    review.dispose();
  });

  it('says that its base is gone, and shows its comments all the same', async () => {
    await repository();
    const before = await open();
    await before.edit((now) => addComment(now, anchor, 'note: first'));
    const review = await open('origin/gone');
    assert.equal(
      review.problem?.message,
      '"origin/gone" is not in this repository. Fetch it, or choose another branch, tag or commit.',
    );
    assert.deepEqual(review.files, []);
    assert.equal(review.placed.length, 1);
    before.dispose();
    review.dispose();
  });

  it('takes comments from two windows at once and loses none', async () => {
    await repository();
    const [one, two] = await Promise.all([open(), open()]);
    await one.edit((now) => addComment(now, anchor, 'note: from the first window'));
    // The second window has not heard of it yet.
    await two.edit((now) => addComment(now, anchor, 'note: from the second window'));
    await Promise.all([
      one.edit((now) => addComment(now, anchor, 'note: again from the first')),
      two.edit((now) => resolveComment(now, now.comments[0] as ReviewComment, '2026-11-24')),
    ]);
    await one.refreshComments();
    assert.deepEqual(
      one.review.comments.map(({ subject, resolved }) => [subject, resolved]),
      [
        ['from the first window', true],
        ['from the second window', false],
        ['again from the first', false],
      ],
    );
    one.dispose();
    two.dispose();
  });

  it('writes nothing into a file with a merge conflict, and says what to do', async () => {
    await repository();
    const text = '# Review\n\n<<<<<<< HEAD\nnote\n=======\nother\n>>>>>>> feature\n';
    await put(path, text);
    const review = await open();
    assert.equal(
      await refusal(review.edit((now) => addComment(now, anchor, 'note: x'))),
      `${path} holds a merge conflict. Resolve it in the file, then try again.`,
    );
    assert.equal(await onDisk(), text);
    review.dispose();
  });

  it('shows what can be read of a file that was edited into nonsense, and changes nothing of it', async () => {
    await repository();
    const text =
      '---\nbase: [\n\n### note: still readable\n\n[src/a.ts:2](../../src/a.ts#L2)\n\n```\ntwo\n```\n\n```\nleft open';
    await put(path, text);
    const review = await open();
    assert.deepEqual(
      review.review.comments.map(({ subject }) => subject),
      ['still readable'],
    );
    assert.match(await refusal(review.edit((now) => addComment(now, anchor, 'note: x'))), /Nothing was changed/);
    assert.equal(await onDisk(), text);
    review.dispose();
  });

  it('keeps off a file outside of the repository that a comment names', async () => {
    await repository();
    await put(
      path,
      '# Review\n\n### note: out\n\n[x](../../../../etc/passwd#L1) at 3f2c1ab\n\n```\nroot:x:0:0:root:/root:/bin/bash\n```\n',
    );
    const review = await open();
    assert.equal(review.placed[0]?.state, 'orphaned');
    review.dispose();
  });

  it('has a place for comments on both sides of files that are renamed and deleted', async () => {
    await repository();
    await put('src/gone.ts', 'one\ntwo\nthree\n');
    await put('src/old.ts', `${Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n')}\n`);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'More');
    git('branch', '--force', 'main');
    git('rm', '--quiet', 'src/gone.ts');
    git('mv', 'src/old.ts', 'src/new.ts');
    git('commit', '--quiet', '--message', 'Move');
    const review = await open();
    assert.deepEqual(
      review.files.map(({ change, before, path }) => `${change} ${before} ${path}`),
      ['deleted src/gone.ts src/gone.ts', 'renamed src/old.ts src/new.ts'],
    );
    const { base = '', head = '' } = review.comparison ?? {};
    const on = (file: string, commit: string, line: string) => ({ ...anchor, file, commit, quote: [line] });
    await review.edit((now) => addComment(now, on('src/gone.ts', base, 'two'), 'note: why is it gone'));
    await review.edit((now) => addComment(now, on('src/old.ts', base, 'line 1'), 'note: before'));
    await review.edit((now) => addComment(now, on('src/new.ts', head, 'line 1'), 'note: after'));
    assert.deepEqual(
      review.placed.map(({ comment: { subject, commit, link }, file, line }) => [
        subject,
        review.sideAt(commit, link?.file ?? '') === base ? 'as it was' : `${file}:${line}`,
      ]),
      [
        ['why is it gone', 'as it was'],
        ['before', 'as it was'],
        ['after', 'src/new.ts:2'],
      ],
    );
    review.dispose();
  });

  it('shows a submodule that moved, and takes no comment inside of it', async () => {
    await repository();
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
    git('commit', '--quiet', '--message', 'Submodule');
    const review = await open();
    assert.deepEqual(
      review.files.map(({ path, submodule }) => [path, submodule]),
      [
        ['lib', true],
        ['src/a.ts', false],
      ],
    );
    review.dispose();
  });

  it('works before the first commit, and on a detached HEAD', async () => {
    git('init', '--quiet', '--initial-branch=main');
    await put('src/a.ts', 'one\ntwo\nthree\n');
    const early = await open(null);
    await early.edit((now) => addComment(now, anchor, 'note: early'));
    assert.deepEqual([early.checkedOut, early.placed[0]?.line], [undefined, 2]);
    early.dispose();
    git('add', 'src');
    git('commit', '--quiet', '--message', 'Begin');
    git('checkout', '--quiet', '--detach');
    await put('src/a.ts', 'zero\none\ntwo\nthree\n');
    const head = { date: '2026-11-20', reviewer: null, base: 'HEAD', head: null, commit: null, subject: 'x' };
    const detached = await OpenReview.open({
      root,
      repository: await openRepository(root),
      path,
      head,
      scope: ['src'],
    });
    assert.deepEqual(
      detached.files.map(({ path }) => path),
      ['src/a.ts'],
    );
    assert.equal(detached.placed[0]?.line, 3);
    detached.dispose();
  });

  it('works in a folder without a repository', async () => {
    await put('src/a.ts', 'one\ntwo\n');
    const head = { date: '2026-11-20', reviewer: null, base: null, head: null, commit: null, subject: 'src/a.ts' };
    const review = await OpenReview.open({ root, repository: undefined, path, head, scope: [] });
    await review.edit((now) => addComment(now, anchor, 'note: first'));
    assert.deepEqual([review.placed[0]?.state, review.placed[0]?.line], ['same', 2]);
    review.dispose();
  });
});

describe('what is being written', () => {
  it('is there again after it was kept, and gone after it is done', async () => {
    const folder = vscode.Uri.file(await mkdtemp(join(tmpdir(), 'lh-writing-')));
    const writing: Writing = { id: 'a', review: '/x/docs/reviews/x.md', kind: 'comment', text: 'half a sen', anchor };
    const writings = new Writings(folder);
    await writings.keep(writing);
    assert.deepEqual(await new Writings(folder).load(), [writing]);
    await writings.done(writing);
    assert.deepEqual(await new Writings(folder).load(), []);
    await rm(folder.fsPath, { recursive: true });
  });
});

describe('a comment in a thread', () => {
  it('loads no picture, and keeps code as it is', () => {
    const { value, isTrusted, supportHtml } = commentBody(
      'Look: ![x](https://example.org/x.png) and ![y][y]\n\n```\n![z](https://example.org/z.png)\n```\n\n[y]: https://example.org/y.png',
      vscode.Uri.file('/x/docs/reviews'),
    );
    assert.match(value, /Look: \\!\[x\]/);
    assert.match(value, /and \\!\[y\]/);
    assert.match(value, /\n!\[z\]/);
    assert.ok(!isTrusted && !supportHtml);
  });
});

describe('lines of a document that is edited', () => {
  const range = (first: number, last: number) => new vscode.Range(first, 0, last, 0);
  const change = (line: number, character: number, endLine: number, endCharacter: number, text: string) => ({
    range: new vscode.Range(line, character, endLine, endCharacter),
    text,
  });
  const moved = (...changes: ReturnType<typeof change>[]) => {
    const { start, end } = shiftedRange(range(10, 12), changes);
    return [start.line, end.line];
  };

  it('move with what is inserted and removed above them', () => {
    assert.deepEqual(moved(change(3, 0, 3, 0, 'a\nb\n')), [12, 14]);
    assert.deepEqual(moved(change(3, 0, 6, 0, '')), [7, 9]);
    assert.deepEqual(moved(change(10, 0, 10, 0, 'new\n')), [11, 13]);
  });

  it('stay where something changes below them', () => {
    assert.deepEqual(moved(change(13, 0, 15, 0, 'a\n'), change(20, 0, 20, 0, '\n\n')), [10, 12]);
  });

  it('become more or fewer with what is inserted and removed inside', () => {
    assert.deepEqual(moved(change(11, 2, 11, 2, '\n')), [10, 13]);
    assert.deepEqual(moved(change(10, 5, 12, 0, '')), [10, 10]);
  });

  it('follow several changes that are made at once', () => {
    assert.deepEqual(moved(change(1, 0, 1, 0, '\n'), change(5, 0, 7, 0, ''), change(11, 0, 11, 0, '\n')), [9, 12]);
  });
});
