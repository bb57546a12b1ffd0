import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyChanges } from '../../../src/records/changes.ts';

describe('changes of several files', () => {
  let root: string;
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  beforeEach(() => {
    root = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-changes-')));
    writeFileSync(join(root, 'a.md'), 'one\r\n');
    writeFileSync(join(root, 'b.md'), 'two\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('are all made, a new name included', async () => {
    await applyChanges(root, [
      { path: 'a.md', before: 'one\r\n', edits: [{ start: 0, end: 3, text: 'uno' }], to: 'c.md' },
      { path: 'b.md', before: 'two\n', edits: [{ start: 0, end: 3, text: 'due' }] },
    ]);
    assert.deepEqual(readdirSync(root).sort(), ['b.md', 'c.md']);
    assert.equal(read('c.md'), 'uno\r\n');
    assert.equal(read('b.md'), 'due\n');
  });

  it('are all taken back when one of them cannot be made', async () => {
    const changes = [
      { path: 'a.md', before: 'one\r\n', edits: [{ start: 0, end: 3, text: 'uno' }], to: 'c.md' },
      { path: 'b.md', before: 'something else\n', edits: [] },
    ];
    await assert.rejects(applyChanges(root, changes), /b\.md has changed in the meantime/);
    assert.deepEqual(readdirSync(root).sort(), ['a.md', 'b.md']);
    assert.equal(read('a.md'), 'one\r\n');
  });

  it('never write over a file that has the new name', async () => {
    await assert.rejects(
      applyChanges(root, [{ path: 'a.md', before: 'one\r\n', edits: [], to: 'b.md' }]),
      /exists already/,
    );
    assert.equal(read('b.md'), 'two\n');
    assert.ok(existsSync(join(root, 'a.md')));
  });
});
