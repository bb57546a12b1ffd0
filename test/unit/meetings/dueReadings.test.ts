import assert from 'node:assert/strict';
import { minutesOf } from './read.ts';

/** What is said on Friday, 20 November 2026: how sure the day is, and which days it can be. */
const readings: [string, string, string[]][] = [
  ['by 2026-12-01', 'stated', ['2026-12-01']],
  ['by 1 December 2026', 'stated', ['2026-12-01']],
  ['by 1 December', 'inferred', ['2026-12-01']],
  ['by Friday', 'inferred', ['2026-11-27']],
  ['by Thurs', 'inferred', ['2026-11-26']],
  ['within a month', 'inferred', ['2026-12-20']],
  ['in the next three weeks', 'inferred', ['2026-12-11']],
  ['by next Friday', 'ambiguous', ['2026-11-27', '2026-12-04']],
  ['by next Monday', 'ambiguous', ['2026-11-23', '2026-11-30']],
  ['in 1-2 weeks', 'ambiguous', ['2026-11-27', '2026-12-04']],
  ['this week', 'ambiguous', ['2026-11-20', '2026-11-22']],
  ['next month', 'ambiguous', ['2026-12-20', '2026-12-31']],
  ['before 05/02/2027', 'ambiguous', ['2027-02-05', '2027-05-02']],
  // On 1 May nothing falls due that was said in November; on 5 January something may.
  ['before 01/05/2026', 'ambiguous', ['2026-01-05', '2026-05-01']],
  ['before 01/12/2026', 'inferred', ['2026-12-01']],
  ['before 13/12/2026', 'stated', ['2026-12-13']],
  ['by the end of the quarter', 'vague', []],
  ['before the next meeting', 'vague', []],
  ['asap', 'vague', []],
  ['bis Freitag', 'inferred', ['2026-11-27']],
  ['bis zum 4. Dezember', 'inferred', ['2026-12-04']],
  ['bis 05.02.2027', 'stated', ['2027-02-05']],
  ['in zwei Wochen', 'inferred', ['2026-12-04']],
  ['bis Ende der Woche', 'inferred', ['2026-11-20']],
  ['avant vendredi', 'inferred', ['2026-11-27']],
  ['pour le 4 décembre 2026', 'stated', ['2026-12-04']],
  ['d’ici deux semaines', 'inferred', ['2026-12-04']],
  ['avant la fin du mois', 'inferred', ['2026-11-30']],
  ['antes del viernes', 'inferred', ['2026-11-27']],
  ['para el 4 de diciembre', 'inferred', ['2026-12-04']],
  ['dentro de 3 días', 'inferred', ['2026-11-23']],
  ['até sexta-feira', 'inferred', ['2026-11-27']],
  ['até 4 de dezembro', 'inferred', ['2026-12-04']],
  ['até amanhã', 'inferred', ['2026-11-21']],
];

describe('What words say of a day', () => {
  for (const [words, certainty, days] of readings) {
    it(`"${words}" is ${certainty}${days.length ? `: ${days.join(' or ')}` : ''}`, () => {
      const [action] = minutesOf(`ACTION: Ana to write it ${words}`).actions;
      assert.deepEqual(action?.dueReading, { words, certainty, days });
      assert.equal(action?.due ?? null, certainty === 'stated' || certainty === 'inferred' ? days[0] : null);
    });
  }

  it('is nothing where no words do', () => {
    assert.equal(minutesOf('ACTION: Ana to write it').actions[0]?.dueReading, undefined);
  });

  it('stays open where the meeting has no date', () => {
    const [action] = minutesOf('ACTION: Ana to write it by Friday', 'notes.md').actions;
    assert.deepEqual(action?.dueReading, { words: 'by Friday', certainty: 'vague', days: [] });
  });

  it('follows the order of day and month that the document proves', () => {
    const text = (proof: string) => `Last met on ${proof}.\n\nACTION: Ana to write it by 05/02/2027`;
    assert.equal(minutesOf(text('13/11/2026')).actions[0]?.due, '2027-02-05');
    assert.equal(minutesOf(text('11/13/2026')).actions[0]?.due, '2027-05-02');
  });

  it('in a table may go without a preposition', () => {
    const rows = [
      ['Deadline', 'Thurs', '2026-11-26'],
      ['Due', 'next week', '2026-11-27'],
      ['Échéance', '3 semaines', '2026-12-11'],
      ['Prazo', '05/12', '2026-12-05'],
      ['Frist', '5.12.', '2026-12-05'],
      ['Due', 'next meeting', null],
    ] as const;
    for (const [heading, cell, due] of rows) {
      const [action] = minutesOf(
        `| Action | Owner | ${heading} |\n|---|---|---|\n| Write the plan | Ana | ${cell} |`,
      ).actions;
      assert.deepEqual([action?.due, action?.dueText], [due, cell]);
    }
  });
});
