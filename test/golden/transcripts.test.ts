import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from './transcript.ts';

const project = join(import.meta.dirname, '../..');
const bundle = join(project, 'dist', 'cli.js');
const cases = join(import.meta.dirname, 'cases');

/** Whether the bundle is there, and newer than everything that it is made of. */
function isFresh(): boolean {
  if (!existsSync(bundle)) return false;
  const built = statSync(bundle).mtimeMs;
  return readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built);
}

/** Transcripts of the command line, see transcript.ts. With UPDATE_GOLDEN=1 they are rewritten: look at the difference. */
describe('The command line', function () {
  this.timeout(60_000);

  before(() => {
    if (!isFresh()) execFileSync(process.execPath, ['esbuild.ts'], { cwd: project, stdio: 'ignore' });
  });

  for (const name of readdirSync(cases)
    .filter((each) => each.endsWith('.md'))
    .sort()) {
    const file = join(cases, name);
    const expected = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const title = /^# (.+)$/m.exec(expected)?.[1] ?? name;

    it(`${title} (${name})`, function () {
      // Hooks are shell scripts.
      if (process.platform === 'win32' && expected.includes('\n$ hook ')) this.skip();
      const actual = replay(expected, bundle);
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, actual);
      else assert.equal(actual, expected);
    });
  }
});
