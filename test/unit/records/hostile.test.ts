import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionLog } from '../../../src/decisions/log.ts';
import { walk } from '../../../src/records/files.ts';

describe('a repository that was made to harm', function () {
  // Far above what any of these takes: a hang fails, a slow machine does not.
  this.timeout(20_000);
  let folder: string;
  let root: string;
  /** Paths that a listing names although walking does not find them. */
  let extra: string[];
  /** What was said of files that were not read, or not wholly. */
  let problems: string[];

  beforeEach(() => {
    extra = [];
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-hostile-')));
    root = join(folder, 'repository');
    mkdirSync(join(root, 'docs/adr'), { recursive: true });
    writeFileSync(join(root, 'docs/adr/0001-good.md'), '# 1. Good\n\n## Status\n\nAccepted\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function records() {
    const log = new DecisionLog(root, { listFiles: async () => [...(await walk(root)), ...extra] });
    await log.load();
    problems = log.problems.map(({ message }) => message);
    return log.records.map(({ title, status }) => `${title}: ${status}`);
  }

  it('cannot have a file read that a link outside it names', async () => {
    writeFileSync(join(folder, 'secret.md'), '# Secret\n');
    symlinkSync(join(folder, 'secret.md'), join(root, 'docs/adr/0002-secret.md'));
    extra = ['docs/adr/0002-secret.md'];
    assert.deepEqual(await records(), ['Good: accepted']);
    assert.deepEqual(problems, [
      'docs/adr/0002-secret.md is a link that leads out of the repository, so it is not read. Remove the link.',
    ]);
  });

  it('cannot keep the reader waiting with links in a circle, a pipe or a device', async () => {
    symlinkSync('0003-b.md', join(root, 'docs/adr/0002-a.md'));
    symlinkSync('0002-a.md', join(root, 'docs/adr/0003-b.md'));
    symlinkSync('..', join(root, 'docs/adr/up'));
    extra = ['docs/adr/0002-a.md', 'docs/adr/0003-b.md', 'docs/adr/up/0009-x.md'];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(root, 'docs/adr/0004-pipe.md')]);
      extra.push('docs/adr/0004-pipe.md');
    }
    assert.deepEqual(await records(), ['Good: accepted']);
    assert.ok(
      problems.every((problem) => /leads to itself|no ordinary file|is not a folder/.test(problem)),
      problems.join('\n'),
    );
    assert.ok(problems.length >= 2, problems.join('\n'));
  });

  it('cannot fill the memory with an endless file', async () => {
    const path = join(root, 'docs/adr/0002-endless.md');
    writeFileSync(path, '# 2. Endless\n\n## Status\n\nRejected\n');
    truncateSync(path, 3 * 1024 ** 3);
    assert.deepEqual(await records(), ['Endless: rejected', 'Good: accepted']);
    assert.deepEqual(problems, [
      'docs/adr/0002-endless.md is longer than a record can be, so only its beginning is read. Shorten it.',
    ]);
  });

  const texts: Readonly<Record<string, [string, string]>> = {
    'a million lines': [`# Long\n\n## Status\n\nAccepted\n\n${'word\n\n'.repeat(500_000)}`, 'Long: accepted'],
    '10 MB of front matter': [`---\nstatus: accepted\nx: ${'x'.repeat(10_000_000)}\n---\n\n# Front\n`, 'Front'],
    'a YAML bomb': [
      '---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nstatus: *b\ntags: [*b,*b]\n---\n\n# Bomb\n',
      'Bomb: unknown',
    ],
    'brackets without end': [`---\ntags: ${'['.repeat(200_000)}\n---\n\n# Brackets\n`, 'Brackets'],
    'one line of 5 MB': [`# Line\n\nStatus: ${'a'.repeat(5_000_000)}\n`, 'Line: unknown'],
    'links without end': [`# Links\n\nStatus: superseded by ${'[a]('.repeat(200_000)}\n`, 'Links'],
    'quotes in quotes': [`# Quotes\n\n${'>'.repeat(100_000)} x\n`, 'Quotes: unknown'],
  };
  for (const [name, [text, expected]] of Object.entries(texts)) {
    it(`is read all the same with ${name}`, async () => {
      writeFileSync(join(root, 'docs/adr/0002-hostile.md'), text);
      const [hostile, good] = await records();
      assert.ok(hostile?.startsWith(expected) || (hostile?.startsWith('Hostile') && expected === 'Front'), hostile);
      assert.equal(good, 'Good: accepted');
    });
  }
});
