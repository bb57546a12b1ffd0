import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { RecordIndex } from '../../../src/records/index.ts';
import { ScratchFolder } from './scratchFolder.ts';

describe('An index of files', () => {
  let folder: ScratchFolder;
  let index: RecordIndex<string>;
  const content = () => Object.fromEntries(index.values);
  beforeEach(() => {
    folder = new ScratchFolder();
    folder.write('a.md', 'A');
    folder.write('b.md', 'B');
    index = new RecordIndex(folder.root, (path, text) => `${path} says ${text}`);
  });
  afterEach(() => folder.remove());

  it('holds what its reader makes of every file', async () => {
    await index.load(['a.md', 'b.md']);
    assert.deepEqual(content(), { 'a.md': 'a.md says A', 'b.md': 'b.md says B' });
  });

  it('forgets the files that are not named any more', async () => {
    await index.load(['a.md', 'b.md']);
    await index.load(['b.md']);
    assert.deepEqual(content(), { 'b.md': 'b.md says B' });
  });

  it('leaves out what cannot be read', async () => {
    mkdirSync(folder.path('c.md'));
    await index.load(['a.md', 'c.md', 'gone.md']);
    assert.deepEqual(content(), { 'a.md': 'a.md says A' });
  });

  it('reads bytes that are not UTF-8 as well as it can', async () => {
    folder.write('a.md', Buffer.from([0x41, 0xe9]));
    await index.load(['a.md']);
    assert.deepEqual(content(), { 'a.md': 'a.md says A\uFFFD' });
  });

  it('keeps a byte order mark in what its reader sees', async () => {
    folder.write('a.md', '\uFEFFA');
    await index.load(['a.md']);
    assert.deepEqual(content(), { 'a.md': 'a.md says \uFEFFA' });
  });

  it('is kept up one file at a time', async () => {
    await index.load(['a.md']);
    folder.write('a.md', 'AA');
    assert.equal(index.update('a.md'), 'a.md says AA');
    assert.equal(index.update('b.md'), 'b.md says B');
    rmSync(folder.path('a.md'));
    assert.equal(index.update('a.md'), undefined);
    assert.deepEqual(content(), { 'b.md': 'b.md says B' });
    index.remove('b.md');
    assert.deepEqual(content(), {});
  });

  it('catches up with what was written, made and deleted, and reads nothing else again', async () => {
    let read: string[] = [];
    index = new RecordIndex(folder.root, (path, text) => {
      read.push(path);
      return text;
    });
    await index.load(['a.md', 'b.md']);
    read = [];
    folder.write('a.md', 'Z');
    folder.write('c.md', 'C');
    await index.catchUp(['a.md', 'b.md', 'c.md']);
    assert.deepEqual(read, ['a.md', 'c.md']);
    await index.catchUp(['c.md']);
    assert.deepEqual(content(), { 'c.md': 'C' });
    rmSync(folder.path('c.md'));
    await index.catchUp(['c.md']);
    assert.deepEqual(content(), {});
  });

  it('stops where its signal says so, and keeps what it has', async () => {
    const paths = Array.from({ length: 200 }, (_, number) => `${number}.md`);
    for (const path of paths) folder.write(path, '');
    const controller = new AbortController();
    const loading = index.load(paths, controller.signal);
    controller.abort();
    await loading;
    assert.ok(index.values.size > 0 && index.values.size < 200);
  });
});
