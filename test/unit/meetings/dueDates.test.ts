import assert from 'node:assert/strict';
import { minutesOf } from './read.ts';

/** What is said in a meeting on Friday, 20 November 2026, and the day that it means. */
const phrases: [string, string | null][] = [
  ['by 2026-12-01', '2026-12-01'],
  ['by 4 December', '2026-12-04'],
  ['by the 4th December', '2026-12-04'],
  ['by Dec 4', '2026-12-04'],
  ['by January 8', '2027-01-08'],
  ['by Friday', '2026-11-27'],
  ['by Monday', '2026-11-23'],
  ['by EOD Tuesday', '2026-11-24'],
  ['by tomorrow', '2026-11-21'],
  ['by end of day', '2026-11-20'],
  ['by the end of the week', '2026-11-20'],
  ['by end of next week', '2026-11-27'],
  ['by the end of the month', '2026-11-30'],
  ['by the end of January', '2027-01-31'],
  ['by next week', '2026-11-27'],
  ['in two weeks', '2026-12-04'],
  ['within 3 days', '2026-11-23'],
  ['by Christmas', '2026-12-25'],
  ['by next Friday, 27 November', '2026-11-27'],
  ['by next Friday', null],
  ['before the next meeting', null],
  ['before 05/02/2027', null],
  ['over the next 1-2 weeks', null],
  ['asap', null],
  ['soon', null],
];

describe('Due dates', () => {
  for (const [words, due] of phrases) {
    it(`"${words}" is ${due ?? 'no certain day'}`, () => {
      const [action] = minutesOf(`ACTION: Ana to write it ${words}`).actions;
      assert.equal(action?.due, due);
    });
  }

  it('keep the words of a day that is not certain, in the action and beside it', () => {
    const [action] = minutesOf('ACTION: Ana to write it by next Friday').actions;
    assert.deepEqual([action?.dueText, action?.text], ['by next Friday', 'write it by next Friday']);
  });

  it('are counted from no day where the notes state none', () => {
    const read = minutesOf('ACTION: Ana to write it by Friday\n\nACTION: Raj to go by 2026-12-01', 'notes.md');
    assert.equal(read.meetingDate, null);
    assert.deepEqual(
      read.actions.map(({ due }) => due),
      [null, '2026-12-01'],
    );
  });

  it('are no dates of something else', () => {
    const [action] = minutesOf('ACTION: Ana to book the call on Tuesday, Feb 2').actions;
    assert.equal(action?.due, null);
  });

  it('may be as far as the calendar goes', () => {
    assert.equal(minutesOf('ACTION: Ana to write it by 9999-12-31').actions[0]?.due, '9999-12-31');
    assert.equal(minutesOf('ACTION: Ana to write it due:2026-13-45').actions[0]?.due, null);
  });
});

describe('The day of a meeting', () => {
  const cases: Record<string, [string, string, string | null]> = {
    'in front matter': ['---\ndate: 2026-01-02\n---\n', 'x.md', '2026-01-02'],
    'in the file name': ['', 'meetings/2026_01_02-weekly.md', '2026-01-02'],
    'in folder and file name': ['', 'meetings/2026/weekly-01-02.md', '2026-01-02'],
    'in the heading': ['# Weekly, 2 January 2026', 'x.md', '2026-01-02'],
    'in a file name with a short year': ['', 'meetings/04.29.20-sync.md', '2020-04-29'],
    'in a heading below the name of the team': ['# Retries\n\n## Team Meeting 3 - [2026-01-02]', 'x.md', '2026-01-02'],
    'with the day first, as other dates prove': ['# Call 05/01/2026\n\nLast met on 13/12/2025.', 'x.md', '2026-01-05'],
    'in a line': ['# Weekly\n\n**Date:** 2026-01-02', 'x.md', '2026-01-02'],
    'in a line of another language': ['# Sitzung\n\nDatum: 21.02.2026', 'x.md', '2026-02-21'],
    nowhere: ['# Weekly\n\nHello', 'x.md', null],
  };
  for (const [name, [text, path, expected]] of Object.entries(cases)) {
    it(name, () => assert.equal(minutesOf(text, path).meetingDate, expected));
  }
});
