import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { insertLesson } from '../../../src/reviews/insertLesson.ts';
import type { Lesson } from '../../../src/reviews/lesson.ts';

const lesson: Lesson = {
  path: 'docs/lessons/retry-budgets.md',
  title: 'Retry [budgets]',
  why: 'a count says nothing about time.',
  pattern: null,
  risk: 'the partner blocks us.',
  given: [],
};
const link = 'Lesson: [Retry \\[budgets\\]](../lessons/retry-budgets.md)';
const from = 'docs/reviews/2026-11-20-x.md';

/** What comes of a text with the cursor at `|`, or with what stands between two of them selected. */
function inserted(marked: string): string {
  const start = marked.indexOf('|');
  const end = Math.max(start, marked.lastIndexOf('|') - 1);
  const text = marked.replaceAll('|', '');
  return applyEdits(text, insertLesson(text, { start, end }, lesson, from));
}

describe('A lesson that is inserted', () => {
  it('fills the gaps of a new comment, and is cited below them', () => {
    assert.equal(
      inserted('suggestion: as agreed\n\n**Why:** |\n**Pattern:** \n**Risk:** '),
      `suggestion: as agreed\n\n**Why:** ${lesson.why}\n**Pattern:** \n**Risk:** ${lesson.risk}\n\n${link}`,
    );
  });

  it('keeps what is written, and adds what is left below', () => {
    assert.equal(
      inserted('issue: x\r\n\r\n**Why:** mine\r\n**Risk:** |\r\n'),
      `issue: x\r\n\r\n**Why:** mine\r\n**Risk:** ${lesson.risk}\r\n\n**Why:** ${lesson.why}\n\n${link}`,
    );
  });

  it('never stands inside of a part', () => {
    assert.equal(
      inserted('**Why:** mine |'),
      `**Why:** mine \n\n**Why:** ${lesson.why}\n\n**Risk:** ${lesson.risk}\n\n${link}`,
    );
  });

  it('stands where the cursor is in any other text, instead of what is selected', () => {
    const all = `**Why:** ${lesson.why}\n\n**Risk:** ${lesson.risk}\n\n${link}`;
    assert.equal(inserted('As said: |'), `As said: ${all}`);
    assert.equal(inserted('a |b| c'), `a ${all} c`);
  });
});
