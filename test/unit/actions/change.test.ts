import assert from 'node:assert/strict';
import type { Action } from '../../../src/actions/action.ts';
import { type ActionChange, changeAction } from '../../../src/actions/change.ts';
import type { ActionReader } from '../../../src/actions/reader.ts';
import { textOf } from '../../../src/humanError.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { actionReader } from '../../../src/meetings/actionReader.ts';

const path = 'docs/meetings/2026-11-20-billing.md';
const today = '2026-11-21';
const head = '# Billing, 2026-11-20\n\nPresent: Ana Ruiz, Raj Patel, Sam Lee\n\n## Next steps\n\n';
const table = '| # | Action | Owner | By | Status |\n|---|---|---|---|---|\n';

let reader: ActionReader;
before(async () => {
  reader = await actionReader();
});

/** The document after a change of its last action, without what stands above the actions. */
function changed(lines: string, change: ActionChange, where = path, above = where === path ? head : ''): string {
  const text = above + lines;
  const action = reader.read(where, text).actions.at(-1);
  assert.ok(action, 'no action was read');
  const result = changeAction(reader, where, text, action, change, today);
  if (result.kind === 'refused') return textOf(result.reason);
  return applyEdits(text, result.edits).slice(above.length);
}

function holds(change: ActionChange, cases: readonly (readonly [before: string, after: string])[], where = path): void {
  for (const [before, after] of cases) assert.equal(changed(before, change, where), after);
}

describe('Ticking an action', () => {
  it('fills its box, whatever the list is made of', () => {
    holds({ done: true }, [
      [
        '- [ ] Raj Patel will measure the storm by 2026-11-27\n',
        '- [x] Raj Patel will measure the storm by 2026-11-27\n',
      ],
      ['* [ ] Raj: measure the storm', '* [x] Raj: measure the storm'],
      ['1. [ ] measure the storm\n', '1. [x] measure the storm\n'],
      ['- Raj:\n  - [ ] measure the\n    storm\n', '- Raj:\n  - [x] measure the\n    storm\n'],
      ['> - [ ] measure the storm', '> - [x] measure the storm'],
      ['- [ ] Raj will measure the storm (open)\n', '- [x] Raj will measure the storm (open)\n'],
    ]);
  });

  it('says on which day where the line or its neighbours do, before the name of the block', () => {
    holds({ done: true }, [
      ['- [ ] measure 📅 2026-11-27 in billing ^id-1', '- [x] measure 📅 2026-11-27 in billing ✅ 2026-11-21 ^id-1'],
      [
        '- [ ] measure the storm [due:: 2026-11-27]',
        '- [x] measure the storm [due:: 2026-11-27] [completion:: 2026-11-21]',
      ],
      [
        '- [x] call the partner ✅ 2026-11-19\n- [ ] measure the storm  \n',
        '- [x] call the partner ✅ 2026-11-19\n- [x] measure the storm ✅ 2026-11-21  \n',
      ],
    ]);
  });

  it("keeps the file's own customs: a capital X, no day", () => {
    holds({ done: true }, [
      ['- [X] call the partner\n- [ ] measure the storm', '- [X] call the partner\n- [X] measure the storm'],
      [
        '- [x] call the partner 📅 2026-11-19\n- [ ] measure the storm 📅 2026-11-27',
        '- [x] call the partner 📅 2026-11-19\n- [x] measure the storm 📅 2026-11-27',
      ],
    ]);
  });

  it('marks actions without a box, as the file marks others', () => {
    holds({ done: true }, [
      ['ACTION: Raj to measure the storm', 'ACTION: Raj to measure the storm (done)'],
      ['ACTION: Raj to measure the storm.\r\n', 'ACTION: Raj to measure the storm (done).\r\n'],
      ['- Raj: measure the storm', '- Raj: measure the storm (done)'],
      [
        '- Ana: call the partner - **done**\n- Raj: measure the storm',
        '- Ana: call the partner - **done**\n- Raj: measure the storm - **done**',
      ],
      [
        '- ~~Ana: call the partner~~\n- Raj: measure the storm',
        '- ~~Ana: call the partner~~\n- ~~Raj: measure the storm~~',
      ],
      [
        '- **DONE** Ana: call the partner\n- Raj: measure the storm',
        '- **DONE** Ana: call the partner\n- **DONE** Raj: measure the storm',
      ],
      [
        '- DONE - Ana to call the partner\n- Raj to measure the storm',
        '- DONE - Ana to call the partner\n- DONE - Raj to measure the storm',
      ],
    ]);
  });

  it("fills a table's column of states in the words of its other rows", () => {
    holds({ done: true }, [
      [`${table}| 1 | measure the storm | Raj | | |\n`, `${table}| 1 | measure the storm | Raj | | Done |\n`],
      [
        `${table}| 1 | call the partner | Ana | | Completed |\n| 2 | measure the storm | Raj | | Open |\n`,
        `${table}| 1 | call the partner | Ana | | Completed |\n| 2 | measure the storm | Raj | | Completed |\n`,
      ],
      [
        '| Action | Owner |\n|---|---|\n| measure the \\| storm | Raj |',
        '| Action | Owner |\n|---|---|\n| measure the \\| storm (done) | Raj |',
      ],
    ]);
  });

  it('knows todo.txt', () => {
    holds(
      { done: true },
      [
        [
          '(A) 2026-11-01 measure the storm +billing due:2026-11-27',
          'x 2026-11-21 (A) 2026-11-01 measure the storm +billing due:2026-11-27',
        ],
        ['x call the partner\nmeasure the storm\n', 'x call the partner\nx measure the storm\n'],
      ],
      'todo.txt',
    );
    holds({ done: false }, [['x 2026-11-20 2026-11-01 measure the storm', '2026-11-01 measure the storm']], 'todo.txt');
  });

  it('works in reStructuredText', () => {
    const above = 'Next steps\n==========\n\n';
    const tick = (line: string) => changed(line, { done: true }, 'docs/meetings/2026-11-20.rst', above);
    assert.equal(tick('* Raj: measure the storm\n'), '* Raj: measure the storm (done)\n');
    assert.equal(tick('* [ ] Raj: measure the storm\n'), '* [x] Raj: measure the storm\n');
  });

  it('fills the boxes of Org lists with a capital X', () => {
    holds({ done: true }, [['- [ ] measure the storm\n', '- [X] measure the storm\n']], 'TODO.org');
  });

  it('is taken back in each of these shapes', () => {
    holds({ done: false }, [
      ['- [X] Raj will measure the storm', '- [ ] Raj will measure the storm'],
      ['- [x] measure the storm 📅 2026-11-27 ✅ 2026-11-20', '- [ ] measure the storm 📅 2026-11-27'],
      ['- [x] measure [due:: 2026-11-27]  [completion:: 2026-11-20]', '- [ ] measure [due:: 2026-11-27]'],
      ['- Raj: measure the storm - done on Monday', '- Raj: measure the storm'],
      ['- ~~Raj: measure the storm~~', '- Raj: measure the storm'],
      ['- [x] ~~Raj: measure the storm~~', '- [ ] Raj: measure the storm'],
      ['ACTION: **DONE** Raj to measure the storm', 'ACTION: Raj to measure the storm'],
      [`${table}| 1 | measure the storm | Raj | | ✅ |\n`, `${table}| 1 | measure the storm | Raj | |  |\n`],
      [
        `${table}| 1 | call the partner | Ana | | In progress |\n| 2 | measure the storm | Raj | | Done |\n`,
        `${table}| 1 | call the partner | Ana | | In progress |\n| 2 | measure the storm | Raj | | In progress |\n`,
      ],
    ]);
  });
});

describe("An action's day", () => {
  it('becomes another in the words and signs that state it', () => {
    holds({ due: '2026-12-04' }, [
      ['- [ ] Raj will measure the storm by 2026-11-27\n', '- [ ] Raj will measure the storm by 2026-12-04\n'],
      ['- [ ] measure the storm 📅 2026-11-27 ⏫', '- [ ] measure the storm 📅 2026-12-04 ⏫'],
      ['- [ ] measure the storm [due:: 2026-11-27]', '- [ ] measure the storm [due:: 2026-12-04]'],
      ['- [ ] measure the storm due:2026-11-27 +billing', '- [ ] measure the storm due:2026-12-04 +billing'],
      ['ACTION: Raj to measure the storm by Friday.', 'ACTION: Raj to measure the storm by 2026-12-04.'],
      ['ACTION: Raj to measure the storm in three weeks', 'ACTION: Raj to measure the storm by 2026-12-04'],
      ['- Raj: measure the storm, due 27 November 2026', '- Raj: measure the storm, due 2026-12-04'],
      [
        `${table}| 1 | measure the storm | Raj | **Friday** | |\n`,
        `${table}| 1 | measure the storm | Raj | **2026-12-04** | |\n`,
      ],
    ]);
  });

  it('is added as the file writes others, else in words', () => {
    holds({ due: '2026-12-04' }, [
      ['- [ ] Raj will measure the storm\n', '- [ ] Raj will measure the storm by 2026-12-04\n'],
      ['- Raj to measure the storm.', '- Raj to measure the storm by 2026-12-04.'],
      ['- [ ] measure the storm ⏫', '- [ ] measure the storm ⏫ 📅 2026-12-04'],
      [
        '- [ ] call the partner due:2026-11-27\n- [ ] measure the storm',
        '- [ ] call the partner due:2026-11-27\n- [ ] measure the storm due:2026-12-04',
      ],
      ['- measure the storm (Raj)', '- measure the storm by 2026-12-04 (Raj)'],
      ['- Raj: measure the storm - done', '- Raj: measure the storm by 2026-12-04 - done'],
      [`${table}| 1 | measure the storm | Raj || |\n`, `${table}| 1 | measure the storm | Raj | 2026-12-04 | |\n`],
    ]);
    holds({ due: '2026-12-04' }, [['measure the storm', 'measure the storm due:2026-12-04']], 'todo.txt');
  });

  it('is taken away, with its brackets and the space before it', () => {
    holds({ due: null }, [
      ['- [ ] Raj will measure the storm by 2026-11-27\n', '- [ ] Raj will measure the storm\n'],
      ['- [ ] measure the storm 📅 2026-11-27 ^id', '- [ ] measure the storm ^id'],
      ['- [ ] Raj will measure the storm (due: 2026-11-27)', '- [ ] Raj will measure the storm'],
      [`${table}| 1 | measure the storm | Raj | Friday | |\n`, `${table}| 1 | measure the storm | Raj |  | |\n`],
    ]);
  });
});

describe("An action's owner", () => {
  it('becomes another where one is named', () => {
    holds({ owners: ['Sam Lee'] }, [
      ['- [ ] Raj Patel will measure the storm by 2026-11-27', '- [ ] Sam Lee will measure the storm by 2026-11-27'],
      ['- **Raj:** measure the storm', '- **Sam Lee:** measure the storm'],
      ['- Raj & Ana to measure the storm', '- Sam Lee to measure the storm'],
      ['- measure the storm (Raj)', '- measure the storm (Sam Lee)'],
      [`${table}| 1 | measure the storm | Raj | | |\n`, `${table}| 1 | measure the storm | Sam Lee | | |\n`],
    ]);
    holds({ owners: ['Sam'] }, [['AI(Raj): measure the storm', 'AI(Sam): measure the storm']]);
    holds({ owners: ['sam'] }, [['- [ ] @raj measure the storm', '- [ ] @sam measure the storm']]);
  });

  it('is named where nobody is', () => {
    holds({ owners: ['Sam'] }, [
      ['- [ ] write the runbook\n', '- [ ] Sam will write the runbook\n'],
      ['- [ ] Write the runbook 📅 2026-11-27', '- [ ] Sam: Write the runbook 📅 2026-11-27'],
      ['ACTION: write the runbook', 'ACTION: Sam will write the runbook'],
      ['- [ ] write <b>the</b> _runbook_', '- [ ] Sam will write <b>the</b> _runbook_'],
      [`${table}| 1 | write the runbook | | | |\n`, `${table}| 1 | write the runbook | Sam | | |\n`],
    ]);
    holds({ owners: ['Raj', 'Sam'] }, [['- [ ] write the runbook', '- [ ] Raj and Sam will write the runbook']]);
  });
});

describe('A change of an action is refused, and nothing is written,', () => {
  const action = (more: Partial<Action> = {}): Action => ({
    line: 7,
    text: 'measure the storm',
    owners: ['Raj'],
    due: null,
    dueText: null,
    done: false,
    explicit: true,
    ...more,
  });
  const refusal = (text: string, seen: Action, change: ActionChange, where = path) => {
    const result = changeAction(reader, where, head + text, seen, change, today);
    return result.kind === 'refused' ? textOf(result.reason) : applyEdits(head + text, result.edits).slice(head.length);
  };

  it('where the line says something else by now', () => {
    const gone = `${path}:7 does not say that any more. Look at it, then try again.`;
    for (const text of [
      '- [ ] Raj: measure the weather',
      '- [ ] Sam: measure the storm',
      '- [x] Raj: measure the storm',
      '- [ ] Raj: measure the storm by 2026-11-27',
      '',
    ]) {
      assert.equal(refusal(text, action(), { done: true }), gone);
    }
  });

  it('but made where the line has only moved', () => {
    assert.equal(
      refusal('A word on it.\n\n- [ ] Raj: measure the storm', action(), { done: true }),
      'A word on it.\n\n- [x] Raj: measure the storm',
    );
  });

  it('where two alike stand elsewhere, and none on its line', () => {
    const twice = 'A word on it.\n\n- [ ] Raj: measure the storm\n- [ ] Raj: measure the storm';
    assert.match(refusal(twice, action(), { done: true }), /does not say that any more/);
    const here = action({ line: 10 });
    assert.match(
      refusal(twice, here, { done: true }),
      /\n- \[ \] Raj: measure the storm\n- \[x\] Raj: measure the storm$/,
    );
  });

  it('where one box is of two actions that could not be told apart', () => {
    const both = '- [x] Raj to measure the storm. Ana to call the partner.';
    const [first] = reader.read(path, head + both).actions;
    assert.ok(first);
    assert.equal(
      refusal(both, first, { done: false }),
      `${path}:7 states more than one action. Give each a line of its own, then try again.`,
    );
  });

  it('where the task repeats', () => {
    const text = '- [ ] measure the storm 🔁 every week 📅 2026-11-27';
    const [seen] = reader.read(path, head + text).actions;
    assert.ok(seen);
    assert.match(refusal(text, seen, { done: true }), /repeats\. Tick it in the tool that writes its next date\.$/);
  });

  it('in lines that no person wrote', () => {
    const row = `${table}| 1 | measure the storm | Raj |${' '.repeat(200_000)}| |\n`;
    assert.match(changed(row, { done: true }), /is too long a line\. Change it by hand\.$/);
  });

  it('in transcripts and web pages', () => {
    assert.match(refusal('', action(), { done: true }, 'docs/meetings/x.vtt'), /is only read/);
  });

  it('and needs no edit where nothing is different', () => {
    const text = '- [x] Raj: measure the storm';
    assert.equal(refusal(text, action({ done: true }), { done: true }), text);
  });
});
