import assert from 'node:assert/strict';
import { recentReviews, turnOf, type Unanswered, unansweredIn } from '../../../src/reviews/unanswered.ts';

const path = 'docs/reviews/2026-11-20-feature-retries.md';
const comment = (heading: string, below = '') =>
  `### ${heading}\n\n[src/a.ts:1](../../src/a.ts#L1) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21\n\n\`\`\`ts\na();\n\`\`\`\n\n${below}`;
const review = (...comments: readonly string[]) =>
  `---\ndate: 2026-11-20\nreviewer: Ana Ruiz\ncommit: 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21\n---\n\n# Review: feature/retries\n\n## src/a.ts\n\n${comments.join('\n')}`;

const found = (text: string, today = '2026-11-24', at = path) => unansweredIn(at, text, today);
const subjects = (unanswered: Unanswered | undefined) => unanswered?.comments.map(({ subject }) => subject);

describe('a review that waits for an answer', () => {
  it('is one with comments that nobody has answered or resolved', () => {
    const text = review(
      comment('issue: open'),
      comment('suggestion: resolved', 'Resolved: 2026-11-21\n'),
      comment('question: answered', 'Why?\n\n#### Raj Patel, 2026-11-21\n\nBecause.\n'),
      comment('todo (blocking): open too'),
    );
    const waiting = found(text);
    assert.deepEqual(subjects(waiting), ['open', 'open too']);
    assert.equal(waiting?.since, '2026-11-20');
    assert.equal(waiting?.days, 4);
  });

  it('is not one whose comments ask for nothing', () => {
    assert.equal(
      found(review(comment('praise: clear'), comment('note: see above'), comment('thought: later'))),
      undefined,
    );
    assert.equal(found(review()), undefined);
  });

  it('has time for an answer, and is let go when nobody came back to it', () => {
    const text = review(comment('issue: open'));
    assert.equal(found(text, '2026-11-22'), undefined);
    assert.ok(found(text, '2026-11-23'));
    assert.ok(found(text, '2027-01-15'));
    assert.equal(found(text, '2027-01-16'), undefined);
  });

  it('tells its day in itself or in its name, and is never brought up without one', () => {
    const text = review(comment('issue: open')).replace('date: 2026-11-20', 'date: some day');
    assert.equal(found(text)?.since, '2026-11-20');
    assert.equal(found(text, '2026-11-24', 'docs/reviews/retries.md'), undefined);
    assert.equal(found(text, '2026-11-24', 'docs/reviews/2026-11-31-retries.md'), undefined);
  });

  it('is read only where its name does not say that it is too old', () => {
    const paths = [path, 'docs/reviews/2025-11-20-old.md', 'docs/reviews/retries.md', 'docs/reviews/2026-13-01-x.md'];
    assert.deepEqual(recentReviews(paths, '2026-11-24'), [
      path,
      'docs/reviews/retries.md',
      'docs/reviews/2026-13-01-x.md',
    ]);
  });

  it('is the turn of whoever wrote the code, and waited for by whoever reviewed it', () => {
    const waiting = found(review(comment('issue: open')));
    assert.ok(waiting);
    assert.equal(turnOf(waiting, ['Ana Ruiz', 'ana@example.org'], ['Raj Patel']), 'theirs');
    assert.equal(turnOf(waiting, ['Raj Patel', 'raj@example.org'], ['Raj Patel', 'raj@example.org']), 'mine');
    assert.equal(turnOf(waiting, ['Sam Lee'], ['Raj Patel']), undefined);
    assert.equal(turnOf(waiting, ['Raj Patel'], []), undefined);
    const nobody = found(review(comment('issue: open')).replace('reviewer: Ana Ruiz\n', ''));
    assert.equal(nobody && turnOf(nobody, ['Sam Lee'], []), 'theirs');
  });
});
