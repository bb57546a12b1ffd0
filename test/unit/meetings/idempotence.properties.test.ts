import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summaryText } from '../../../src/meetings/summary.ts';
import { minutesOf } from './read.ts';

const people = [
  'Ana Ruiz',
  'Raj Patel',
  'Zoë Lindström',
  "Seán O'Neill",
  'Ji-woo Han',
  'Will Mark',
  'May',
  'Will',
  'Mark',
];
const handles = ['@ana-r', '@raj', '@zl'];
const names = fc.constantFrom(
  ...people,
  ...handles,
  'AR',
  'everyone',
  'the team',
  '<b>Eve</b>',
  '**Bo**',
  '_Li_',
  '[Ty](https://example.org)',
  'Éva & Co',
);
const whats = fc.constantFrom(
  'measure the retry storm',
  'write the runbook for `charge()`',
  'ask [the partner](https://example.org/a) about *limits*',
  'review PR #12 and merge it',
  'send 3 < 4 & 5 > 4 to the list',
  'mark the ticket as done with Raj',
  'update docs_v2 and README.md',
  'plan the workshop (online)',
);
const days = fc.constantFrom(
  '',
  ' by 2026-12-01',
  ' by Friday',
  ' by next Friday',
  ' in two weeks',
  ' asap',
  ' before the next meeting',
  ' bis Freitag',
  ' até 4 de dezembro',
);

/** One action in each of the shapes in which minutes write them. */
const shapes: readonly ((who: string, what: string, when: string) => string)[] = [
  (who, what, when) => `ACTION: ${who} to ${what}${when}`,
  (who, what, when) => `AI: ${who} to ${what}${when}`,
  (who, what, when) => `**Action item**: ${who} will ${what}${when}`,
  (who, what, when) => `[ACTION - ${who}] ${what}${when}`,
  (who, what, when) => `## Next steps\n\n- ${who}: ${what}${when}\n- ${what} tomorrow`,
  (who, what, when) => `## Actions\n\n- **${who}** to ${what}${when}`,
  (who, what, when) => `## Action items\n\n1. ${who} will ${what}${when} - **done**`,
  (who, what, when) => `## TODO\n\n- [ ] ${who}: ${what}${when}\n- [x] ${what}`,
  (who, what, when) => `## Actions\n\n- ${what}${when} (${who})`,
  (who, what) => `| Action | Owner | Due |\n|---|---|---|\n| ${what.replaceAll('|', '')} | ${who} | 2026-12-02 |`,
  (who, what, when) => `## Aufgaben\n\n- ${who} soll ${what}${when}`,
  (who, what, when) => `## Próximos passos\n\n- ${who} vai ${what}${when}`,
  (who, what, when) => `## Actions à mener\n\n- ${who} doit ${what}${when}`,
];
const action = fc.tuple(fc.constantFrom(...shapes), names, whats, days).map(([shape, ...parts]) => shape(...parts));
const other = fc.constantFrom(
  'We agreed to use a queue because it is there.',
  'Decision: wait for a year',
  '## Decisions\n\n- Use backoff, not a queue',
  'Approved the plan of *Raj*',
  'Q: who pays for it?',
  'Ana likes the plan.',
  '## Agenda\n\n- [ ] Review the minutes',
  '> quoted words',
);
const roster = fc.constantFrom(
  '',
  'Present: Ana Ruiz (AR), Raj Patel, Zoë Lindström',
  '## Attendees\n\n- [x] Ana Ruiz\n- [ ] Will Mark',
);
const minutes = fc
  .tuple(roster, fc.array(fc.oneof(action, action, other), { minLength: 1, maxLength: 6 }))
  .map(([who, parts]) => [who, ...parts].join('\n\n'));

/** What a summary must say again: who does what by when, whether it is done, and what was decided. */
function said(text: string, path?: string) {
  const { actions, decisions } = minutesOf(text, path);
  const bare = (words: string) => words.replace(/[\s.;,]+$/, '').toLowerCase();
  return {
    actions: actions
      .filter(({ explicit }) => explicit)
      .map(({ owners, text: what, due, done }) => ({ owners, what: bare(what), due, done })),
    decisions: decisions.map((each) => bare(each.text)),
  };
}

describe('A summary of any minutes', () => {
  it('states the same actions and decisions as they do', () => {
    fc.assert(
      fc.property(minutes, fc.boolean(), (text, quoted) => {
        const read = minutesOf(text);
        const summary = summaryText({
          title: 'Weekly',
          date: '2026-11-20',
          minutes: read,
          notes: quoted ? text : undefined,
        });
        assert.deepEqual(said(summary, 'docs/meetings/weekly.md'), said(text), summary);
      }),
      { numRuns: 300 },
    );
  });
});
