import assert from 'node:assert/strict';
import { type PastCommit, pastDecision } from '../../../src/decisions/past.ts';

const selection = { path: 'src/retry.ts', startLine: 3, endLine: 5, language: 'typescript', text: 'a();\nb();\nc();' };
const commit = (changes: Partial<PastCommit> = {}): PastCommit => ({
  shortHash: '3f2c1ab',
  author: 'Raj Patel',
  date: '2026-06-24',
  subject: 'Retry a failed charge (#12)',
  body: '',
  lines: 2,
  cutOff: false,
  ...changes,
});

describe('What the commits behind some lines say of a decision', () => {
  it('is the day of the one that shaped most of them, their authors, and what they say', () => {
    const later = commit({
      shortHash: 'a1b2c3d',
      author: 'Ana Ruiz',
      date: '2026-07-01',
      subject: 'Wait longer',
      lines: 1,
    });
    const { date, deciders, title, context, note } = pastDecision(selection, [commit(), later], 0, 'docs/adr');
    assert.equal(date, '2026-06-24');
    assert.deepEqual(deciders, ['Raj Patel', 'Ana Ruiz']);
    assert.equal(title, 'Retry a failed charge');
    assert.match(
      context.slice(note.length + 2),
      /^\[src\/retry\.ts:3-5\]\(\.\.\/\.\.\/src\/retry\.ts#L3-L5\)\n\n```typescript\na\(\);/,
    );
    assert.ok(
      context.includes(
        '\n\nThese lines come from:\n\n- 3f2c1ab Raj Patel, 2026-06-24: Retry a failed charge (#12)\n- a1b2c3d Ana Ruiz, 2026-07-01: Wait longer',
      ),
      context,
    );
    assert.ok(context.startsWith(note));
    assert.match(note, /^\{Inferred from git: the date, that of 3f2c1ab.*the decision-makers.*\}$/);
  });

  it('names each author once, and issues that only the rest of a message names', () => {
    const body = 'As agreed in BILL-7, see #12 and !34, not UTF-8-sig or a#1.';
    const { deciders, context } = pastDecision(selection, [commit({ body }), commit({ body })], 0, 'docs/adr');
    assert.deepEqual(deciders, ['Raj Patel']);
    assert.match(context, /charge \(#12\); also names BILL-7, !34$/m);
  });

  it('says which lines are in no commit, and where the history is cut off', () => {
    const { context, note } = pastDecision(selection, [commit({ cutOff: true })], 2, 'docs/adr');
    assert.match(context, /^- 3f2c1ab Raj Patel, at the latest 2026-06-24: /m);
    assert.match(context, /^- 2 lines are not committed yet$/m);
    assert.match(note, /ends the history that is at hand/);
  });

  it('makes no markup of what somebody wrote in a commit', () => {
    const subject = 'feat(api)!: <img src=x> [a](javascript:b) `c` *d*';
    const { context, title } = pastDecision(selection, [commit({ subject })], 0, 'docs/adr');
    assert.ok(context.includes('feat(api)!: \\<img src=x\\> \\[a\\](javascript:b) \\`c\\` \\*d\\*'), context);
    assert.equal(title, '<img src=x> [a](javascript:b) `c` *d*');
  });

  it('names the twelve commits that shaped the most lines', () => {
    const commits = Array.from({ length: 15 }, (_, index) => commit({ shortHash: `abc${index}` }));
    const { context } = pastDecision(selection, commits, 0, 'docs/adr');
    assert.equal(context.match(/^- abc/gm)?.length, 12);
    assert.match(context, /^- and 3 more$/m);
  });
});
