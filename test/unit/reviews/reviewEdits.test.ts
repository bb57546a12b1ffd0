import assert from 'node:assert/strict';
import { HumanError } from '../../../src/humanError.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { refuseConflict } from '../../../src/reviews/conflict.ts';
import { type Review, type ReviewComment, readReview } from '../../../src/reviews/review.ts';
import { draftReview, reviewPath } from '../../../src/reviews/reviewDraft.ts';
import { addComment, deleteComment, editComment, resolveComment } from '../../../src/reviews/reviewEdits.ts';

const head = {
  date: '2026-11-20',
  reviewer: 'Ana: Ruiz',
  base: 'main',
  head: 'feature/retries',
  commit: '3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21',
  subject: 'feature/retries',
};
const path = 'docs/reviews/2026-11-20-feature-retries.md';
const anchor = { file: 'src/retry.ts', line: 42, endLine: 43, commit: head.commit, quote: ['retry(10);', '```'] };

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof HumanError, String(error));
    return error.message;
  }
  assert.fail('was not refused');
}

function only(review: Review): ReviewComment {
  assert.equal(review.comments.length, 1);
  return review.comments[0] as ReviewComment;
}

describe('A new review', () => {
  it('states what it is of, and holds its first comment as people read it', () => {
    const review = readReview(path, draftReview(head));
    const text = applyEdits(
      review.text,
      addComment(review, anchor, 'suggestion (non-blocking): give up after a budget\n\n**Why:** a count says nothing.'),
    );
    assert.equal(
      text,
      `---
date: 2026-11-20
reviewer: "Ana: Ruiz"
base: main
head: feature/retries
commit: 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21
---

# Review: feature/retries

## src/retry.ts

### suggestion (non-blocking): give up after a budget

[src/retry.ts:42-43](../../src/retry.ts#L42-L43) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21

\`\`\`\`ts
retry(10);
\`\`\`
\`\`\`\`

**Why:** a count says nothing.
`,
    );
  });

  it('gets a name of its own beside others of the same day', () => {
    assert.equal(reviewPath(head, new Set()), path);
    assert.equal(reviewPath(head, new Set([path])), path.replace('.md', '-2.md'));
    assert.equal(reviewPath({ ...head, subject: '...' }, new Set()), 'docs/reviews/2026-11-20-review.md');
  });

  it('states branches of any name so that they are read as they are', () => {
    for (const name of [
      'feature/ü-größer',
      '-dash',
      "it's#1",
      '#1',
      '1.0',
      'yes',
      'null',
      '[x]',
      'a: b',
      '@{u}',
      '日本語',
    ]) {
      const review = readReview(path, draftReview({ ...head, base: name, head: name, subject: name }));
      assert.deepEqual([review.base, review.head], [name, name]);
    }
  });

  it('leaves out what is not known', () => {
    const text = draftReview({ ...head, reviewer: null, base: null, head: null, commit: null, subject: 'src/a.ts' });
    assert.equal(text, '---\ndate: 2026-11-20\n---\n\n# Review: src/a.ts\n');
  });
});

describe('A review that somebody broke by hand', () => {
  it('is refused where a fence that is left open would swallow a new comment', () => {
    const review = readReview(path, '# Review\n\n```\nleft open\n');
    assert.match(
      refusal(() => addComment(review, anchor, 'note: x')),
      /would swallow this change\. Nothing was changed/,
    );
  });

  it('is refused while it holds a merge conflict', () => {
    const text = '# Review\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> feature\n';
    assert.equal(
      refusal(() => refuseConflict(path, text)),
      `${path} holds a merge conflict. Resolve it in the file, then try again.`,
    );
    refuseConflict(path, '# Review\n\nHeading\n=======\n');
  });

  it('keeps everything that is not the comment that is changed', () => {
    const around = 'free text\n\n| a |\n|---|\n\n<div>\n\n';
    const mine = '### note: mine\n\n[src/a.ts:3](../src/a.ts#L3)\n\nwords\n';
    const review = readReview(path, `${around}${mine}`);
    assert.equal(
      applyEdits(review.text, editComment(review, only(review), 'note: yours\n\nother words')),
      `${around}${mine.replace('mine', 'yours').replace('words', 'other words')}`,
    );
    assert.equal(
      applyEdits(review.text, resolveComment(review, only(review), '2026-11-24')),
      `${around}${mine}`.replace('words\n', 'words\n\nResolved: 2026-11-24\n'),
    );
    assert.equal(applyEdits(review.text, deleteComment(review, only(review))), `${around.trimEnd()}\n`);
  });

  it('is changed by hand where a comment is headed in another way', () => {
    const review = readReview(path, 'note: underlined\n---\n\n[src/a.ts:3](../src/a.ts#L3)\n');
    assert.match(
      refusal(() => editComment(review, only(review), 'note: other')),
      /Change it in docs\/reviews/,
    );
  });
});
