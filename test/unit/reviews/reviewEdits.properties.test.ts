import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import type { Anchor } from '../../../src/reviews/anchorText.ts';
import { typedOf, unescapedBody } from '../../../src/reviews/commentText.ts';
import { conversationOf } from '../../../src/reviews/replies.ts';
import { type Review, type ReviewComment, readReview } from '../../../src/reviews/review.ts';
import { draftReview } from '../../../src/reviews/reviewDraft.ts';
import {
  addComment,
  addReply,
  deleteComment,
  deleteReply,
  editComment,
  editReply,
  placeComment,
  reopenComment,
  resolveComment,
} from '../../../src/reviews/reviewEdits.ts';

const path = 'docs/reviews/2026-11-20-feature-retries.md';

/** Lines that people type into comments, and lines that would break the file if they stood in it as they are. */
const line: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'suggestion (non-blocking): give up after a budget',
    '**Why:** a count says nothing about time.',
    '**Risk:** the partner blocks us',
    '# A heading',
    '## src/server.ts',
    '### issue: not another comment',
    '#### Raj Patel, 2026-11-21',
    '##### deep',
    '===',
    '---',
    '- one',
    '> quoted',
    '```ts',
    '```',
    '~~~~',
    '<!-- hidden',
    '<script>',
    '<details>',
    '    indented',
    '\ttab',
    'Resolved: 2026-11-24',
    '**Resolved**: yes',
    '[src/a.ts:3](../../src/a.ts#L3) at 3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21',
    '[ref]: https://example.org',
    '| a | b |',
    'C #',
    'Comment',
    '1. one',
    '***',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n\0\u2028\u2029]/g, ' ')),
);
const typed = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
const said = typed.filter((text) => text.trim() !== '');

const anchor: fc.Arbitrary<Anchor> = fc
  .record({
    file: fc.constantFrom(
      'src/billing/retry.ts',
      'src/__init__.py',
      'a b/(c)#d?.ts',
      'docs/über [1].md',
      'Makefile',
      'node_modules/@x/*y*.js',
    ),
    line: fc.integer({ min: 1, max: 900 }),
    endLine: fc.constant(0),
    commit: fc.constantFrom('3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21', null),
    quote: fc.array(line, { minLength: 1, maxLength: 4 }),
  })
  .map((each) => ({ ...each, endLine: each.line + each.quote.length - 1 }));

const ending = fc.constantFrom('\n', '\r\n');
const written = fc.array(fc.tuple(anchor, said), { minLength: 1, maxLength: 4 });

function apply(review: Review, edits: Parameters<typeof applyEdits>[1]): Review {
  return readReview(review.path, applyEdits(review.text, edits));
}

function begun(eol: string): Review {
  const text = draftReview({
    date: '2026-11-20',
    reviewer: 'Ana Ruiz',
    base: 'main',
    head: 'feature/retries',
    commit: '3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21',
    subject: 'feature/retries',
  });
  return readReview(path, text.replaceAll('\n', eol));
}

function withComments(eol: string, comments: readonly (readonly [Anchor, string])[]): Review {
  return comments.reduce((review, [at, text]) => apply(review, addComment(review, at, text)), begun(eol));
}

function wordsOf(review: Review, comment: ReviewComment): string {
  const heading = review.text.slice(comment.headingSpan.start, comment.headingSpan.end).replace(/^#+ /, '');
  return typedOf({ heading, body: conversationOf(review, comment).body });
}

/** What is compared of what a person typed: blank lines around, and below the first line, are the format's. */
function essence(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  return [lines[0]?.trim(), ...lines.slice(1).join('\n').trim().split('\n')].join('\n').trim();
}

function pick(review: Review, at: number): ReviewComment {
  return review.comments[at % review.comments.length] as ReviewComment;
}

describe('Edits of a review file, whatever is typed', () => {
  it('add comments that are read as they were written, on the lines that they are about', () => {
    fc.assert(
      fc.property(ending, written, (eol, comments) => {
        const review = withComments(eol, comments);
        assert.equal(review.comments.length, comments.length, review.text);
        for (const [{ file, line, endLine, commit, quote }, text] of comments) {
          const found = review.comments.filter(
            (comment) =>
              comment.link?.file === file &&
              comment.link.line === line &&
              comment.link.endLine === endLine &&
              comment.link.commit === commit &&
              comment.under === file &&
              comment.quote?.join('\n') === quote.join('\n'),
          );
          const words = found.map((comment) => essence(wordsOf(review, comment)));
          const wanted = essence(text);
          const closed = words.some((each) => each === wanted || each.startsWith(`${wanted}\n`));
          assert.ok(closed, `${JSON.stringify(text)} became ${JSON.stringify(words)} in\n${review.text}`);
          assert.ok(found.every(({ resolved }) => !resolved));
        }
      }),
    );
  });

  it('use the line ending of the file throughout', () => {
    fc.assert(
      fc.property(written, (comments) => {
        const { text } = withComments('\r\n', comments);
        assert.doesNotMatch(text, /(?<!\r)\n/);
      }),
    );
  });

  it('resolve and reopen a comment, which gives the same bytes back', () => {
    fc.assert(
      fc.property(ending, written, fc.nat(), (eol, comments, which) => {
        const review = withComments(eol, comments);
        const resolved = apply(review, resolveComment(review, pick(review, which), '2026-11-24'));
        assert.equal(pick(resolved, which).resolvedOn, '2026-11-24', resolved.text);
        assert.equal(resolved.comments.filter((each) => each.resolved).length, 1);
        assert.equal(wordsOf(resolved, pick(resolved, which)), wordsOf(review, pick(review, which)));
        const open = apply(resolved, reopenComment(resolved, pick(resolved, which)));
        assert.equal(open.text, review.text);
      }),
    );
  });

  it('add, change and delete replies, and leave every other comment as it is', () => {
    fc.assert(
      fc.property(ending, written, fc.nat(), said, said, fc.boolean(), (eol, comments, which, one, two, settled) => {
        let review = withComments(eol, comments);
        if (settled) review = apply(review, resolveComment(review, pick(review, which), '2026-11-24'));
        const before = review;
        const untouched = (now: Review) =>
          now.comments
            .filter((_, index) => index !== which % before.comments.length)
            .map(({ span }) => now.text.slice(span.start, span.end).trimEnd());
        for (const text of [one, two]) {
          review = apply(review, addReply(review, pick(review, which), 'Raj Patel', '2026-11-21', text));
        }
        const { replies } = conversationOf(review, pick(review, which));
        for (const [index, text] of [one, two].entries()) {
          const shown = unescapedBody(replies[index]?.body ?? '').trim();
          const wanted = text.replace(/\r\n?/g, '\n').trim();
          assert.ok(
            shown === wanted || shown.startsWith(`${wanted}\n`),
            `${JSON.stringify(shown)} for ${JSON.stringify(wanted)}`,
          );
        }
        assert.equal(replies.length, 2);
        assert.ok(
          replies.every(({ author, date }) => author === 'Raj Patel' && date === '2026-11-21'),
          review.text,
        );
        assert.equal(pick(review, which).resolved, settled);
        assert.deepEqual(untouched(review), untouched(before));
        const [first, second] = replies;
        assert.ok(first && second);
        const changed = apply(review, editReply(review, second, 'Agreed.'));
        assert.deepEqual(
          conversationOf(changed, pick(changed, which)).replies.map(({ body }) => body),
          [first.body, 'Agreed.'],
        );
        const [, again] = conversationOf(changed, pick(changed, which)).replies;
        assert.ok(again);
        const one_ = apply(changed, deleteReply(changed, again));
        const [left] = conversationOf(one_, pick(one_, which)).replies;
        assert.ok(left);
        assert.equal(apply(one_, deleteReply(one_, left)).text, before.text);
      }),
    );
  });

  it('change a comment and leave everything outside of it byte for byte', () => {
    fc.assert(
      fc.property(ending, written, fc.nat(), said, (eol, comments, which, text) => {
        const review = withComments(eol, comments);
        const comment = pick(review, which);
        const changed = apply(review, editComment(review, comment, text));
        assert.equal(changed.text.slice(0, comment.span.start), review.text.slice(0, comment.span.start));
        const after = review.text.length - comment.span.end;
        if (after) assert.equal(changed.text.slice(-after), review.text.slice(-after));
        const words = essence(wordsOf(changed, pick(changed, which)));
        assert.ok(words.startsWith(essence(text)), `${JSON.stringify(words)} for ${JSON.stringify(text)}`);
        assert.deepEqual(pick(changed, which).link, comment.link);
        assert.deepEqual(editComment(changed, pick(changed, which), wordsOf(changed, pick(changed, which))), []);
      }),
    );
  });

  it('delete a comment so that one step brings it back', () => {
    fc.assert(
      fc.property(ending, written, fc.nat(), (eol, comments, which) => {
        const review = withComments(eol, comments);
        const edits = deleteComment(review, pick(review, which));
        const less = apply(review, edits);
        assert.equal(less.comments.length, comments.length - 1);
        assert.equal(applyEdits(less.text, invertEdits(review.text, edits)), review.text);
        const files = new Set(less.comments.map(({ under }) => under));
        const headings = readReview(path, `${less.text.replaceAll(/^### .*$/gm, '')}`);
        assert.equal(headings.comments.length <= less.comments.length, true);
        assert.ok(files.size <= less.comments.length);
      }),
    );
  });

  it('bring a comment to other lines with its words', () => {
    fc.assert(
      fc.property(ending, written, fc.nat(), anchor, (eol, comments, which, to) => {
        const review = withComments(eol, comments);
        const moved = apply(review, placeComment(review, pick(review, which), to));
        const { link, quote } = pick(moved, which);
        assert.deepEqual([link?.file, link?.line, link?.endLine], [to.file, to.line, to.endLine]);
        assert.deepEqual(quote, to.quote);
        assert.equal(wordsOf(moved, pick(moved, which)), wordsOf(review, pick(review, which)));
      }),
    );
  });
});
