import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { addGiven, draftLesson, lessonsCited, lessonText, readLesson } from '../../../src/reviews/lesson.ts';
import { type ReviewComment, readReview } from '../../../src/reviews/review.ts';

const review = readReview(
  'docs/reviews/2026-11-20-feature-retries.md',
  `---
date: 2026-11-20
---

# Review: feature/retries

## src/billing/retry.ts

### suggestion (non-blocking): give up after a budget

[src/billing/retry.ts:42](../../src/billing/retry.ts#L42) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21

\`\`\`ts
retry(10);
\`\`\`

**Why:** a count says nothing about time.

**Pattern:** a retry budget.

**Risk:** the partner blocks us.

#### Raj Patel, 2026-11-21

Agreed.

Resolved: 2026-11-24

### issue: another one

[src/billing/retry.ts:7](../../src/billing/retry.ts#L7) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21
`,
);
const [first, second] = review.comments as [ReviewComment, ReviewComment];
const other = { ...review, path: 'docs/reviews/2026-12-01-x.md' };

describe('A lesson', () => {
  it('is made of a comment: its words without the answers, the lines as an example, and where it was given', () => {
    const { path, text } = draftLesson(review, first, 'Retry budgets');
    assert.equal(path, 'docs/lessons/retry-budgets.md');
    assert.equal(
      text,
      `# Retry budgets

**Why:** a count says nothing about time.

**Pattern:** a retry budget.

**Risk:** the partner blocks us.

## Example

\`\`\`ts
retry(10);
\`\`\`

## Given

- [Review: feature/retries](../reviews/2026-11-20-feature-retries.md#suggestion-non-blocking-give-up-after-a-budget), 2026-11-20
`,
    );
    const read = readLesson(path, text);
    assert.deepEqual(
      [read.title, read.why, read.pattern, read.risk],
      ['Retry budgets', 'a count says nothing about time.', 'a retry budget.', 'the partner blocks us.'],
    );
    assert.deepEqual(read.given, [
      'docs/reviews/2026-11-20-feature-retries.md#suggestion-non-blocking-give-up-after-a-budget',
    ]);
  });

  it('lists every comment in which it was given once, and keeps the rest of its file byte for byte', () => {
    const draft = draftLesson(review, first, 'Retry budgets');
    let text = `${draft.text}\n## See also\n\nThe runbook.\n`.replaceAll('\n', '\r\n');
    for (const [from, comment] of [
      [review, first],
      [other, second],
      [other, second],
    ] as const) {
      text = applyEdits(text, addGiven(draft.path, text, from, comment));
    }
    assert.equal(readLesson(draft.path, text).given.length, 2);
    assert.doesNotMatch(text, /(?<!\r)\n/);
    const added = /\r\n- \[[^\]]*\]\(\.\.\/reviews\/2026-12-01-x\.md#issue-another-one\), 2026-11-20/;
    assert.equal(text.replace(added, ''), `${draft.text}\n## See also\n\nThe runbook.\n`.replaceAll('\n', '\r\n'));
  });

  it('gets its list where somebody wrote it by hand without one', () => {
    const text = '# By hand\n\n**Why:** because';
    assert.equal(
      applyEdits(text, addGiven('docs/lessons/by-hand.md', text, review, second)),
      `${text}\n\n## Given\n\n- [Review: feature/retries](../reviews/2026-11-20-feature-retries.md#issue-another-one), 2026-11-20\n`,
    );
  });

  it('is told to others in a comment that links to it', () => {
    const lesson = readLesson('docs/lessons/by-hand.md', '# By hand\n\n**Why:** because\n\n**Risk:** much\n');
    const text = lessonText(lesson, review.path);
    assert.equal(text, '**Why:** because\n\n**Risk:** much\n\nLesson: [By hand](../lessons/by-hand.md)');
    assert.deepEqual(lessonsCited(text, review.path), ['docs/lessons/by-hand.md']);
    assert.deepEqual(lessonsCited('[x](../decisions/0001-x.md) and `[y](../lessons/y.md)`', review.path), []);
  });

  it('is read whatever its file holds', () => {
    assert.deepEqual(readLesson('docs/lessons/retry-budgets.md', ''), {
      path: 'docs/lessons/retry-budgets.md',
      title: 'Retry budgets',
      why: null,
      pattern: null,
      risk: null,
      given: [],
    });
  });
});
