import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ReviewComment, readReview } from '../../../src/reviews/review.ts';

const path = 'docs/reviews/2026-11-20-feature-retries.md';
const commit = '3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21';

const whole = `---
date: 2026-11-20
reviewer: Ana Ruiz
base: main
head: feature/retries
commit: ${commit}
---

# Review: feature/retries

## src/billing/retry.ts

### suggestion (non-blocking): give up after a budget, not a count

[src/billing/retry.ts:42-47](../../src/billing/retry.ts#L42-L47) at 0123456789abcdef0123456789abcdef01234567

\`\`\`ts
for (let i = 0; i < 10; i++) {

  charge();
}
\`\`\`

Look at the partner's limits.

**Why:** a count says nothing
about time.
**Pattern:** retry budget
**Risk:** the partner blocks us

Resolved: 2026-11-24

### praise: clear names

## src/server.ts

### issue: starts before the ledger

[src/server.ts:3](../../src/server.ts#L3)

Then what?
`;

function only(text: string): ReviewComment {
  const { comments } = readReview(path, text);
  assert.equal(comments.length, 1, text);
  return comments[0] as ReviewComment;
}

function linkOf(line: string): string {
  const { link } = only(`### note: x\n\n${line}\n`);
  return link ? `${link.file} ${link.line}-${link.endLine} ${link.commit}` : 'none';
}

describe('A review file', () => {
  it('states who reviewed what, and when', () => {
    const { title, date, reviewer, base, head, commit: of, comments } = readReview(path, whole);
    assert.deepEqual(
      { title, date, reviewer, base, head, of },
      {
        title: 'Review: feature/retries',
        date: '2026-11-20',
        reviewer: 'Ana Ruiz',
        base: 'main',
        head: 'feature/retries',
        of: commit,
      },
    );
    assert.deepEqual(
      comments.map(({ label, decorations, subject, under }) => [label, decorations, subject, under]),
      [
        ['suggestion', ['non-blocking'], 'give up after a budget, not a count', 'src/billing/retry.ts'],
        ['praise', [], 'clear names', 'src/billing/retry.ts'],
        ['issue', [], 'starts before the ledger', 'src/server.ts'],
      ],
    );
  });

  it('anchors a comment by link, commit and quoted lines, blank ones included', () => {
    const [first, second, third] = readReview(path, whole).comments;
    assert.deepEqual(first?.link, {
      file: 'src/billing/retry.ts',
      line: 42,
      endLine: 47,
      commit: '0123456789abcdef0123456789abcdef01234567',
    });
    assert.deepEqual(first?.quote, ['for (let i = 0; i < 10; i++) {', '', '  charge();', '}']);
    assert.equal(second?.link, null);
    assert.equal(second?.commit, commit);
    assert.deepEqual([third?.link?.line, third?.commit, third?.quote], [3, commit, null]);
  });

  it('gives why, pattern and risk, and what else is said, apart from the line that resolves', () => {
    const [first, second, third] = readReview(path, whole).comments;
    assert.equal(first?.why, 'a count says nothing\nabout time.');
    assert.equal(first?.pattern, 'retry budget');
    assert.equal(first?.risk, 'the partner blocks us');
    assert.deepEqual([first?.resolved, first?.resolvedOn], [true, '2026-11-24']);
    assert.equal(
      first?.discussion,
      "Look at the partner's limits.\n\n**Why:** a count says nothing\nabout time.\n**Pattern:** retry budget\n**Risk:** the partner blocks us",
    );
    assert.deepEqual([second?.discussion, second?.why, second?.resolved], ['', null, false]);
    assert.equal(third?.discussion, 'Then what?');
  });

  it('says where the parts of a comment stand', () => {
    const { comments, text } = readReview(path, whole);
    const at = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : null);
    const [first, second, third] = comments;
    assert.equal(at(first?.headingSpan ?? null), '### suggestion (non-blocking): give up after a budget, not a count');
    assert.match(at(first?.linkSpan ?? null) ?? '', /^\[src.*4567$/);
    assert.match(at(first?.discussionSpan ?? null) ?? '', /^Look [\s\S]*\nResolved: 2026-11-24$/);
    assert.equal(at(first?.resolvedSpan ?? null), 'Resolved: 2026-11-24\n');
    assert.equal(at(second?.span ?? null), '### praise: clear names\n\n');
    assert.equal(at(second?.discussionSpan ?? null), '');
    assert.equal(third?.span.end, text.length);
  });

  it('reads the same with CRLF and a byte order mark', () => {
    const facts = (text: string) =>
      readReview(path, text).comments.map(({ id, link, quote, why, discussion, resolvedOn }) => ({
        id,
        link,
        quote,
        why,
        discussion: discussion.replaceAll('\r\n', '\n'),
        resolvedOn,
      }));
    assert.deepEqual(facts(`\uFEFF${whole.replaceAll('\n', '\r\n')}`), facts(whole));
  });

  it('gives comments the ids of their headings on a git host, so that two that say the same differ', () => {
    const text = '## a.ts\n\n### note: same\n\n### note: same\n\n### nitpick (non-blocking): `x_y` & z!\n';
    assert.deepEqual(
      readReview(path, text).comments.map(({ id }) => id),
      ['note-same', 'note-same-1', 'nitpick-non-blocking-x_y--z'],
    );
  });

  it('takes links in the shapes of git hosts, and file names of every kind', () => {
    const at = ` at ${commit}`;
    assert.equal(linkOf(`[x](../../src/a.ts#L4)${at}`), `src/a.ts 4-4 ${commit}`);
    assert.equal(linkOf(`[x](../../src/a.ts#L4-9)${at}`), `src/a.ts 4-9 ${commit}`);
    assert.equal(linkOf(`[x](../../src/a.ts#L4C2-L9C1) at \`3F2C1AB\``), 'src/a.ts 4-9 3f2c1ab');
    assert.equal(linkOf(`[x](../../src/a.ts#L9-L4)${at}`), `src/a.ts 4-9 ${commit}`);
    assert.equal(linkOf(`[src/a.ts:4-9](../../src/a.ts)${at}`), `src/a.ts 4-9 ${commit}`);
    assert.equal(linkOf(`[src/a.ts](../../src/a.ts)${at}`), `src/a.ts null-null ${commit}`);
    assert.equal(linkOf(`[x](../../src/a%20b%23(c)%C3%A9.ts#L4)${at}`), `src/a b#(c)é.ts 4-4 ${commit}`);
    assert.equal(linkOf(`[x](<../../src/a b.ts#L4>)${at}`), `src/a b.ts 4-4 ${commit}`);
    assert.equal(linkOf(`[app/[id]/x.ts:1](../../app/[id]/x.ts#L1)${at}`), `app/[id]/x.ts 1-1 ${commit}`);
  });

  it('keeps visible that a link leads out of the repository', () => {
    const at = ` at ${commit}`;
    assert.equal(linkOf(`[src/a.ts:1](../../../../etc/passwd#L1)${at}`), `../../etc/passwd 1-1 ${commit}`);
    assert.equal(linkOf(`[src/a.ts:1](/etc/passwd#L1)${at}`), `/etc/passwd 1-1 ${commit}`);
    assert.equal(linkOf(`[src/a.ts:1](%2Fetc/passwd#L1)${at}`), `/etc/passwd 1-1 ${commit}`);
    assert.equal(linkOf(`[src/a.ts:1](file:///etc/passwd#L1)${at}`), `file:///etc/passwd 1-1 ${commit}`);
  });

  it('takes a link in a sentence, or one to no lines, for prose', () => {
    assert.equal(linkOf('See [a.ts:1](../../a.ts#L1) first.'), 'none');
    assert.equal(linkOf('[the decision](../decisions/0004-x.md)'), 'none');
  });

  it('takes parts and resolved lines in code for code', () => {
    const comment = only('### note: x\n\nSay:\n\n```md\n**Why:** no\n\nResolved: 2026-01-01\n```\n');
    assert.deepEqual([comment.why, comment.resolved], [null, false]);
  });

  it('takes headings inside of a comment for its own, unless they anchor a comment', () => {
    const { comments } = readReview(
      path,
      '### note: x\n\n#### note: details\n\nmore\n\n#### issue: y\n\n[a.ts:1](../../a.ts#L1)\n\nz\n',
    );
    assert.deepEqual(
      comments.map(({ subject, discussion }) => [subject, discussion]),
      [
        ['x', '#### note: details\n\nmore'],
        ['y', 'z'],
      ],
    );
  });

  it('takes a comment whose heading has lost its label by its link', () => {
    const comment = only('## Give up\n\n[a.ts:1](../../a.ts#L1)\n\n**Risk**: waits\n');
    assert.deepEqual([comment.label, comment.subject, comment.risk], [null, 'Give up', 'waits']);
  });

  it('can be any text: the spans of what is read lie in it, one after another', () => {
    const piece = fc.constantFrom(
      ...whole.split('\n'),
      '',
      '```',
      '<<<<<<< HEAD',
      '=======',
      '> ',
      '---',
      '###',
      '### : (',
      '[x](#L1)',
      '[a:9999999](a#L0)',
      'Resolved:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
        const text = lines.join(ending);
        let at = 0;
        for (const comment of readReview(path, text).comments) {
          const { span, headingSpan, linkSpan, discussionSpan, resolvedSpan } = comment;
          assert.ok(at <= span.start && span.start < span.end && span.end <= text.length);
          for (const part of [headingSpan, linkSpan, discussionSpan, resolvedSpan]) {
            if (part) assert.ok(span.start <= part.start && part.start <= part.end && part.end <= span.end);
          }
          at = span.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
