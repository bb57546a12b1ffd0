import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { DecisionLog, type LogSources } from '../../../src/decisions/log.ts';
import { walk } from '../../../src/records/files.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

describe('A decision log', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());

  async function read(sources: Partial<LogSources> = {}): Promise<DecisionLog> {
    const log = new DecisionLog(folder.root, { listFiles: () => walk(folder.root), ...sources });
    await log.load();
    return log;
  }
  const record = (number: number, status = 'Accepted', more = '') =>
    folder.write(`docs/adr/000${number}-x.md`, `# ${number}. X${number}\n\n## Status\n\n${status}\n${more}`);
  const paths = (log: DecisionLog) => log.records.map(({ path }) => path);

  it('has the records by folder, the newest number or date first', async () => {
    record(1);
    record(3);
    record(2);
    folder.write('a/decisions/2024-01-02-x.md', '# X\n');
    folder.write('a/decisions/2024-03-04-y.md', '# Y\n');
    folder.write('docs/adr/README.md', '# No record\n');
    folder.write('docs/guide.md', '# No record\n');
    const log = await read();
    assert.deepEqual(paths(log), [
      'a/decisions/2024-03-04-y.md',
      'a/decisions/2024-01-02-x.md',
      'docs/adr/0003-x.md',
      'docs/adr/0002-x.md',
      'docs/adr/0001-x.md',
    ]);
    assert.deepEqual([...log.folders].sort(), ['a/decisions', 'docs/adr']);
    assert.equal(log.recordAt('docs/adr/0002-x.md')?.title, 'X2');
    assert.equal(log.recordAt('docs/adr/README.md'), undefined);
  });

  it('is empty where there is nothing', async () => {
    const log = await read();
    assert.deepEqual([log.records, log.folders], [[], []]);
  });

  it('looks where .adr-dir, log4brains and settings say', async () => {
    for (const path of ['.adr-dir', 'one/0001-x.md', 'two/0001-x.md', 'three/0001-x.md', 'docs/adr/0001-x.md']) {
      folder.write(path, path === '.adr-dir' ? 'one\n' : '# X\n');
    }
    folder.write('.log4brains.yml', 'project:\n  adrFolder: ./two\n');
    assert.deepEqual(paths(await read()).sort(), ['docs/adr/0001-x.md', 'one/0001-x.md', 'two/0001-x.md']);
    assert.deepEqual(paths(await read({ folders: ['thr*'] })), ['three/0001-x.md']);
    assert.deepEqual(paths(await read({ files: ['two/0001-x.md', 'two/README.md'] })), ['two/0001-x.md']);
  });

  it('names the folder of the settings first, even before anything is in it', async () => {
    record(1);
    folder.write('.adr-dir', 'choices\n');
    assert.deepEqual((await read()).folders, ['choices', 'docs/adr']);
  });

  it('takes note of one file that was changed, made or deleted', async () => {
    record(1);
    const log = await read();
    record(1, 'Rejected');
    assert.equal(log.refresh('docs/adr/0001-x.md'), true);
    assert.equal(log.recordAt('docs/adr/0001-x.md')?.status, 'rejected');

    record(2);
    assert.equal(log.refresh('docs/adr/0002-x.md'), true);
    assert.deepEqual(paths(log), ['docs/adr/0002-x.md', 'docs/adr/0001-x.md']);
    assert.deepEqual([...log.pathsIn('docs/adr')].sort(), ['docs/adr/0001-x.md', 'docs/adr/0002-x.md']);

    rmSync(folder.path('docs/adr/0001-x.md'));
    assert.equal(log.refresh('docs/adr/0001-x.md'), true);
    assert.deepEqual(paths(log), ['docs/adr/0002-x.md']);
    rmSync(folder.path('docs/adr/0002-x.md'));
    log.refresh('docs/adr/0002-x.md');
    assert.deepEqual([log.records, log.folders], [[], []]);
  });

  it('takes no note of files that are no records', async () => {
    record(1);
    const log = await read();
    for (const path of [
      'src/main.ts',
      'docs/guide.md',
      'docs/adr/README.md',
      'docs/adr/0009-gone.md',
      'node_modules/a/docs/adr/0001-x.md',
    ]) {
      if (!path.includes('gone')) folder.write(path, '# X\n');
      assert.equal(log.refresh(path), false, path);
    }
    assert.deepEqual(paths(log), ['docs/adr/0001-x.md']);
    assert.deepEqual(log.pathsIn('docs/adr'), ['docs/adr/0001-x.md']);
  });

  it('learns a folder’s style from most of its records, and has one for an empty folder', async () => {
    record(1);
    record(2);
    folder.write('docs/adr/0003-x.md', '---\nstatus: accepted\n---\n# X\n\n## Recommendation\n\n## Risks\n');
    folder.write('docs/adr/0004-x.md', 'Nothing that tells a format.\n');
    const log = await read();
    assert.equal(log.styleOf('docs/adr').format.id, 'nygard');
    assert.equal(log.styleOf('docs/decisions').format.id, 'lead');
    assert.equal(log.styleOf('docs/decisions').naming.width, 4);
  });

  it('knows the record that a reference means', async () => {
    record(1);
    record(7);
    folder.write('api/docs/adr/0001-y.md', '# 1. Y\n');
    folder.write('docs/adr/0008-a b.md', '# 8. A\n');
    const log = await read();
    const from = 'docs/adr/0001-x.md';
    for (const [reference, path] of [
      [{ text: '7', target: '0007-x.md' }, 'docs/adr/0007-x.md'],
      [{ text: '7', target: './0007-x.md#status' }, 'docs/adr/0007-x.md'],
      [{ text: '7', target: '/docs/adr/0007-x.md' }, 'docs/adr/0007-x.md'],
      [{ text: '1', target: '../../api/docs/adr/0001-y.md' }, 'api/docs/adr/0001-y.md'],
      [{ text: '8', target: '0008-a%20b.md' }, 'docs/adr/0008-a b.md'],
      [{ text: '7', target: '0007-x' }, 'docs/adr/0007-x.md'],
      [{ text: 'ADR-0007' }, 'docs/adr/0007-x.md'],
      [{ text: '#7' }, 'docs/adr/0007-x.md'],
      [{ text: '0007-x' }, 'docs/adr/0007-x.md'],
      [{ text: '99' }, '99'],
      [{ text: 'gone', target: '0099-gone.md' }, 'docs/adr/0099-gone.md'],
      [{ text: 'broken', target: '%zz.md' }, 'docs/adr/%zz.md'],
    ] as const) {
      assert.equal(log.resolve(reference, from), path, JSON.stringify(reference));
    }
  });
});
