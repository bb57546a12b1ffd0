import assert from 'node:assert/strict';
import { minutesOf } from './read.ts';

const apart = (line: string) =>
  minutesOf(
    `## Next steps\n\n- [ ] Ana will write it\n- [ ] Raj will measure it\n  - ${line}\n`,
    'docs/meetings/2026-11-20.md',
  );

describe('A line that sets an action apart', () => {
  it('names other work by its words and its file, and is no action', () => {
    const { apart: found, actions } = apart('not the same as [measure it](../notes/2026-11-13%20sync.md#next-steps)');
    assert.deepEqual(found, [{ line: 4, path: 'docs/notes/2026-11-13 sync.md', text: 'measure it' }]);
    assert.equal(actions.length, 2);
  });

  it('is nothing where it says something else', () => {
    assert.deepEqual(apart('the same as [measure it](x.md)').apart, []);
    assert.deepEqual(minutesOf('not the same as [measure it](x.md)').apart, []);
  });
});
