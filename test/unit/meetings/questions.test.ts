import assert from 'node:assert/strict';
import { minutesOf } from './read.ts';

const questions = (text: string) => minutesOf(text).questions.map(({ line, text: words }) => [line, words]);
const decisions = (text: string) => minutesOf(text).decisions.map(({ line, text: words }) => [line, words]);

describe('Open questions', () => {
  it('stand below a heading', () => {
    assert.deepEqual(
      questions('## Open questions\n\n- Who pays?\n  - Ana thinks that we do\n- [x] Who asks?\n- the budget of 2027'),
      [
        [3, 'Who pays?'],
        [6, 'the budget of 2027'],
      ],
    );
  });

  it('are marked, and end as questions do', () => {
    assert.deepEqual(questions('Q: who pays?\n\n- **Question:** who asks?\n\nQ: this is none.\n\nWho knows?'), [
      [1, 'who pays?'],
      [3, 'who asks?'],
    ]);
  });

  it('are no actions', () => {
    assert.deepEqual(minutesOf('## Open questions\n\n- [ ] Ana to pay?').actions, []);
  });
});

describe('Decisions', () => {
  it('are stated in a sentence, whatever word it decides with', () => {
    const sentences = [
      'A motion to archive the repository was put to the vote and carried.',
      'The motion to merge, after some talk, was carried.',
      'No objection to the new chair.',
      'Requirements were read, accept for next.',
      'Ana and the rest: **unanimously accepted**.',
      'Se acordó usar una cola.',
      'Budget einstimmig angenommen.',
    ];
    assert.deepEqual(
      decisions(sentences.join('\n\n')).map(([line]) => line),
      sentences.map((_, index) => 2 * index + 1),
    );
  });

  it('stand below a heading, also as rows of a table', () => {
    assert.deepEqual(
      decisions('## Decisions\n\n- Use a queue\n- None\n\n| # | Decision |\n|---|---|\n| 1 | Wait a year |'),
      [
        [3, 'Use a queue'],
        [8, 'Wait a year'],
      ],
    );
  });

  it('are marked', () => {
    assert.deepEqual(decisions('RESOLVED: use a queue\n\n- **Verdict:** wait\n\nTSC outcome: approved'), [
      [1, 'use a queue'],
      [3, 'wait'],
      [5, 'approved'],
    ]);
  });

  it('may stand below their mark, and in rows that are called so', () => {
    assert.deepEqual(
      decisions(
        '* **Decision** :\n  Use a queue\n\n| # | What | Kind |\n|---|---|---|\n| 1 | Wait a year | Decision |',
      ),
      [
        [2, 'Use a queue'],
        [6, 'Wait a year'],
      ],
    );
  });

  it('are what became of a motion', () => {
    assert.deepEqual(decisions('No objections\n\nProject approved at sandbox level.\n\nIt will be approved.'), [
      [1, 'No objections'],
      [3, 'Project approved at sandbox level.'],
    ]);
  });

  it('are stated with their reasons', () => {
    assert.deepEqual(decisions('We talked.\n\nWe chose a queue because it is there.\n\nAna likes it.'), [
      [3, 'We chose a queue because it is there.'],
    ]);
  });
});
