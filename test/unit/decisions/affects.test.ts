import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decisionsFor, filesGovernedBy, territoryOf } from '../../../src/decisions/affects.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import type { DecisionRecord } from '../../../src/decisions/record.ts';

function record(name: string, status: string, affects: string): DecisionRecord {
  return readDecision(`docs/adr/${name}.md`, `---\nstatus: ${status}\naffects: ${affects}\n---\n\n# ${name}\n`);
}

function names(records: readonly DecisionRecord[]): string[] {
  return records.map(({ path }) => path.replace('docs/adr/', '').replace('.md', ''));
}

describe('What a decision governs', function () {
  this.timeout(20_000);

  it('is read from a list of globs, in a line or a block, or from one text', () => {
    for (const affects of ['[src/**, "docs/x y.md"]', '\n  - src/**\n  - docs/x y.md']) {
      const { holds } = territoryOf(record('0001-a', 'accepted', affects));
      assert.deepEqual([holds('src/a/b.ts'), holds('docs/x y.md'), holds('test/a.ts')], [true, true, false], affects);
    }
    assert.equal(territoryOf(record('0001-a', 'accepted', 'src/billing')).holds('src/billing/a.ts'), true);
  });

  it("is read from adrkit's list of matchers, of which only paths are paths", () => {
    const affects = '\n  - type: path\n    pattern: "src/**"\n  - type: package\n    pattern: lib\n  - pattern: test';
    const { holds } = territoryOf(record('0001-a', 'accepted', affects));
    assert.deepEqual([holds('src/a.ts'), holds('lib/a.ts'), holds('test/a.ts')], [true, false, true]);
  });

  it('leaves out what a ! takes back, and a ! alone governs nothing', () => {
    const { holds } = territoryOf(record('0001-a', 'accepted', '[src/**, "!src/test"]'));
    assert.deepEqual([holds('src/a.ts'), holds('src/test/a.ts')], [true, false]);
    assert.equal(territoryOf(record('0001-a', 'accepted', '["!src/test"]')).holds('src/a.ts'), false);
  });

  it('is told with decisions in force first, then proposals, then unclear ones, then history', () => {
    const records = ['superseded', 'proposed', 'accepted', 'hm', 'rejected', 'deprecated', 'accepted'].map(
      (status, at) => record(`000${at}-${status}`, status, '[src/**]'),
    );
    const others = record('0009-other', 'accepted', '[lib/**]');
    assert.deepEqual(names(decisionsFor([others, ...records], 'src/a.ts')), [
      '0002-accepted',
      '0006-accepted',
      '0001-proposed',
      '0003-hm',
      '0000-superseded',
      '0004-rejected',
      '0005-deprecated',
    ]);
    assert.deepEqual(decisionsFor(records, 'lib/a.ts'), []);
  });

  it('as files is the same as asking for each file', () => {
    const part = fc.constantFrom('a', 'b', 'a-b', 'ab', 'a.ts', '[x]');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const pattern = fc.oneof(
      path,
      fc.tuple(path, fc.constantFrom('/**', '/*', '*', '/')).map((parts) => parts.join('')),
      fc.constantFrom('**', '*/a.ts', '**/a.ts', '{a,b}/**', '!a/b'),
    );
    const files = fc.array(path, { maxLength: 20 }).map((paths) => [...new Set(paths)].sort());
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 3 }), files, (patterns, paths) => {
        const asked = record('0001-a', 'accepted', JSON.stringify(patterns));
        const { holds } = territoryOf(asked);
        assert.deepEqual(filesGovernedBy(asked, paths).sort(), paths.filter(holds), JSON.stringify(patterns));
      }),
      { numRuns: 1000 },
    );
  });
});
