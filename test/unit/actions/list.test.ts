import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEdit, newList } from '../../../src/actions/list.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { actionReader } from '../../../src/meetings/actionReader.ts';
import { newActionLine } from '../../../src/meetings/newAction.ts';

const added = (text: string) => applyEdits(text, [addEdit(text, '- [ ] new')]);

describe('A list of actions', () => {
  it('gets a new one below the last task, whatever follows', () => {
    assert.equal(newList('- [ ] new'), '# Actions\n\n- [ ] new\n');
    assert.equal(added('# Actions\n\n- [ ] old\n'), '# Actions\n\n- [ ] old\n- [ ] new\n');
    assert.equal(added('- [x] old'), '- [x] old\n- [ ] new\n');
    assert.equal(
      added('- [ ] old\r\n  - more\r\n\r\n## Notes\r\n'),
      '- [ ] old\r\n  - more\r\n- [ ] new\r\n\r\n## Notes\r\n',
    );
    assert.equal(added('# Actions\n'), '# Actions\n\n- [ ] new\n');
    assert.equal(added(''), '- [ ] new\n');
    assert.equal(added('\uFEFF'), '\uFEFF- [ ] new\n');
  });

  it('keeps every other byte, and reads the new one', async () => {
    const reader = await actionReader();
    const line = fc.constantFrom(
      '- [ ] write the runbook',
      '* [x] call them',
      '  - more of it',
      'Words.',
      '',
      '## Notes',
      '1. one',
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, ending) => {
        const text = lines.join(ending);
        const edit = addEdit(text, '- [ ] Ana will send the letter');
        const result = applyEdits(text, [edit]);
        assert.equal(result.slice(0, edit.start) + result.slice(edit.start + edit.text.length), text);
        if (ending === '\r\n') assert.doesNotMatch(edit.text, text.includes('\n') ? /(?<!\r)\n/ : /\r/);
        assert.ok(
          reader.read('TODO.md', result).actions.some((action) => action.text === 'send the letter'),
          result,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('What somebody says is to be done', () => {
  it('becomes a task with owner and day, mine where nobody is named', async () => {
    const reader = await actionReader();
    const line = (words: string) => newActionLine(reader, words, 'Ana Ruiz', '2026-11-20');
    assert.equal(line('measure the storm by Wednesday'), '- [ ] Ana Ruiz will measure the storm by 2026-11-25');
    assert.equal(line('Raj: measure the storm in two weeks'), '- [ ] Raj will measure the storm by 2026-12-04');
    assert.equal(line('@raj to   measure it'), '- [ ] @raj will measure it');
    assert.equal(newActionLine(reader, 'measure the storm', undefined, '2026-11-20'), '- [ ] measure the storm');
    assert.equal(line('Grafana'), '- [ ] Grafana');
  });
});
