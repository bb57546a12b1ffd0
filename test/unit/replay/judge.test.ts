import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clone } from '../../replay/clone.ts';
import type { Followed } from '../../replay/follow.ts';
import { type Now, verdictOn } from '../../replay/judge.ts';
import { isolateGit, ScratchRepository } from '../git/scratchRepository.ts';

const before = ['// Check if a file exists.', 'function exists(path) {', '  return stat(path) !== undefined;', '}'];

function line(number: number, now: Partial<Followed> = {}): Followed {
  const text = before[number - 1] ?? '';
  return { file: 'a.js', number, text, path: 'a.js', line: undefined, now: text, edited: false, ...now };
}

describe('The judge of a replay', () => {
  const changed = (number: number, there: readonly string[], at: number) => {
    const now: Now = { state: 'changed', file: 'a.js', line: at };
    return verdictOn(line(number), 'gone', now, before, there, () => undefined);
  };

  it('takes a line that the history has lost for changed only where no other around is as much like it', () => {
    const there = ['import stat;', '// exists checks if a file exists.', 'function exists(path) {'];
    assert.equal(changed(1, there, 2), 'changed');
    assert.equal(changed(1, there, 1), 'wrong');
    assert.equal(changed(1, [...there, '// exists checks if a file exists.'], 2), 'wrong');
    assert.equal(changed(3, ['  return lookUp(name);'], 1), 'wrong');
  });

  it('takes a line that the history has elsewhere for wrong', () => {
    const now: Now = { state: 'changed', file: 'a.js', line: 1 };
    const there = ['// Check if any file exists.', '// Checks if a file exists.'];
    assert.equal(
      verdictOn(line(1, { line: 2 }), 'edited', now, before, there, () => undefined),
      'wrong',
    );
  });
});

describe("Git's account of a line", function () {
  this.timeout(20_000);
  isolateGit();

  it('follows it with the passage that it is in out of one file into another', () => {
    const passage = Array.from({ length: 12 }, (_, index) => `  const value${index} = compute(${index});`);
    const rest = Array.from({ length: 12 }, (_, index) => `export const other${index} = ${index};`);
    const scratch = ScratchRepository.with({ 'all.js': [...rest, ...passage, ''].join('\n'), 'part.js': '// Part\n' });
    const folder = mkdtempSync(join(tmpdir(), 'lead-habits-judge-'));
    try {
      const from = scratch.git('rev-parse', 'HEAD').trim();
      scratch.write('all.js', [...rest, ''].join('\n'));
      scratch.write('part.js', ['// Part', ...passage, ''].join('\n'));
      scratch.git('commit', '--quiet', '--all', '--message', 'Split');
      const to = scratch.git('rev-parse', 'HEAD').trim();
      const clone = Clone.of(scratch.root, folder);
      assert.equal(clone.blame(from, to, 'part.js', 5), 'all.js:16');
      assert.equal(clone.blame(from, to, 'part.js', 1), 'part.js:1');
    } finally {
      rmSync(folder, { recursive: true, force: true });
      scratch.remove();
    }
  });
});
