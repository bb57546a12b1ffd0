import assert from 'node:assert/strict';
import { commentForPullRequest, reviewForPullRequest } from '../../../src/reviews/pullRequest.ts';
import { type ReviewComment, readReview } from '../../../src/reviews/review.ts';

const review = readReview(
  'docs/reviews/2026-11-20-x.md',
  `# Review: x

## src/retry.ts

### suggestion (non-blocking): give up after a budget

[src/retry.ts:42-44](../../src/retry.ts#L42-L44) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21

\`\`\`ts
one
two
three
\`\`\`

As [decision 12](../decisions/0012-retry.md#options) says; see [the docs](https://example.org).

\`\`\`suggestion
budget.take();
\`\`\`

**Risk:** the partner blocks us.

#### Raj Patel, 2026-11-21

Not part of the request.

### praise: clear names

[src/retry.ts:3](../../src/retry.ts#L3)

Resolved: 2026-11-24

### thought: all in all
`,
);
const [suggestion] = review.comments as [ReviewComment];
const linkTo = (path: string, commit = 'main') => `https://github.com/billing/core/blob/${commit}/${path}`;

describe('A comment for a pull request', () => {
  it('is the prefix and the words, with links that lead somewhere, and a suggestion block of GitHub', () => {
    assert.equal(
      commentForPullRequest(review, suggestion, 'github', linkTo),
      `**suggestion (non-blocking):** give up after a budget

As [decision 12](https://github.com/billing/core/blob/main/docs/decisions/0012-retry.md#options) says; see [the docs](https://example.org).

\`\`\`suggestion
budget.take();
\`\`\`

**Risk:** the partner blocks us.`,
    );
  });

  it('has a suggestion block of GitLab, which counts the lines above', () => {
    assert.match(commentForPullRequest(review, suggestion, 'gitlab', linkTo), /\n```suggestion:-2\+0\nbudget/);
  });

  it('keeps the words of a link that leads nowhere', () => {
    assert.match(
      commentForPullRequest(review, suggestion, 'github', () => undefined),
      /\nAs decision 12 says; see \[the docs\]/,
    );
  });

  it('stands with all that are open, each below its place as of the commit that it was written on', () => {
    assert.equal(
      reviewForPullRequest(review, 'github', linkTo).replace(/\n\nAs [\s\S]*blocks us\./, ' ...'),
      `[\`src/retry.ts:42-44\`](https://github.com/billing/core/blob/3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21/src/retry.ts#L42-L44)

**suggestion (non-blocking):** give up after a budget ...

---

**thought:** all in all
`,
    );
  });

  it('is linked to its lines as GitLab writes them', () => {
    assert.match(reviewForPullRequest(review, 'gitlab', linkTo), /src\/retry\.ts#L42-44\)/);
  });
});
