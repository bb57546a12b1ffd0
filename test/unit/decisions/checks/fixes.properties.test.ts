import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnosis } from '../../../../src/decisions/checks/diagnose.ts';
import { applyEdits } from '../../../../src/markdown/edit.ts';
import { type Files, lead, Repository } from './checked.ts';

const [old, own, newer] = ['docs/decisions/0001-old.md', 'docs/decisions/0002-own.md', 'docs/decisions/0003-newer.md'];

const status = fc.constantFrom('accepted', 'proposed', 'Reviewed', 'proposed | accepted', undefined);
const date = fc.constantFrom('2026-11-02', '2026-02-30', '2023-27-02', '2025-01-01');
const sections = fc.record({
  Context: fc.constantFrom(
    'Text.',
    '{What is the situation?}',
    '[a](0009-gone.md) and [b](gone/0003-newer.md) ![c](c.png)',
    '- {One thing}\n- Another',
  ),
  Options: fc.constantFrom('### A\n\nX\n\n### B\n\nY', '### A\n\nX', '', '* A', '1. A'),
  Recommendation: fc.constantFrom('A.', '{Which option, and why}'),
  Risks: fc.constantFrom('None.', '{What may go wrong}.'),
});
const front = fc.constantFrom(
  '',
  'affects: [src/gone/**, src/x.ts]\n',
  'affects:\n  - src/gone\n  - src/x.ts\n',
  'revisit: 2026-05-01\n',
  'revisit: "2026-05-01" # soon\n',
);
const supersedes = fc.constantFrom('', 'supersedes: [0001-old.md]\n');
const oldStatus = fc.constantFrom(
  '## Status\n\nAccepted\n',
  '* Status: accepted\n',
  'Status: **Accepted**, 2024-02-03\n',
);

/** A record with defects of many kinds, in the middle of a small log. */
const logs = fc
  .record({
    status,
    date,
    sections,
    front,
    supersedes,
    oldStatus,
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
  })
  .map(
    ({
      status: stated,
      date: day,
      sections: written,
      front: more,
      supersedes: link,
      oldStatus: before,
      eol,
      bom,
    }): Files => {
      const head = `${stated === undefined ? '' : `status: ${stated}\n`}date: ${day}\n${more}${link}`;
      const text = lead(written, `status: accepted\n${head}`).replace('status: accepted\n', '');
      return {
        [own]: (bom ? '\uFEFF' : '') + text.replaceAll('\n', eol),
        [old]: `# Old\n\n${before}`.replaceAll('\n', eol),
        [newer]: lead().replaceAll('\n', eol),
        'src/x.ts': '',
      };
    },
  );

const codesOf = (found: readonly Diagnosis[], code: string) => found.filter((each) => each.code === code).length;

describe('A quick fix', () => {
  it('mends its finding and leaves every other byte', async function () {
    this.timeout(60_000);
    const mended = new Set<string>();
    await fc.assert(
      fc.asyncProperty(logs, async (files) => {
        const repository = await Repository.with(files);
        try {
          const found = await repository.check(own);
          for (const finding of found) {
            for (const fix of finding.fixes?.() ?? []) {
              // A command asks for more than edits.
              if (fix.command) continue;
              for (const { path, before, edits } of fix.changes) {
                assert.equal(before, repository.text(path));
                const after = applyEdits(before, edits);
                const first = Math.min(...edits.map(({ start }) => start));
                const last = Math.max(...edits.map(({ end }) => end));
                assert.equal(after.slice(0, first), before.slice(0, first));
                assert.ok(after.endsWith(before.slice(last)));
                assert.equal(/\r\n/.test(before) && /(?<!\r)\n/.test(after), false, 'line endings are mixed');
                repository.write(path, after);
              }
              const left = await repository.check(own);
              assert.equal(
                codesOf(left, finding.code),
                codesOf(found, finding.code) - 1,
                `${finding.code}: ${fix.title.template}`,
              );
              mended.add(finding.code);
              for (const { path, before } of fix.changes) repository.write(path, before);
            }
          }
        } finally {
          repository.delete();
        }
      }),
      { numRuns: 100, seed: 20261120 },
    );
    // Each kind of fix was met, so that none of this holds for want of examples.
    assert.deepEqual([...mended].sort(), [
      'broken-link',
      'impossible-date',
      'one-sided-supersede',
      'overdue-revisit',
      'stale-proposal',
      'too-few-options',
      'unfilled-placeholder',
      'unknown-status',
      'unmatched-affects',
    ]);
  });
});
