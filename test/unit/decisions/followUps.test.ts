import assert from 'node:assert/strict';
import { followUpsOf } from '../../../src/decisions/followUps.ts';
import { readDecision } from '../../../src/decisions/reader.ts';

const record = (number: number, front: string) =>
  readDecision(`docs/decisions/000${number}-x.md`, `---\n${front}\n---\n\n# Decision ${number}\n`);
const today = '2026-11-20';

describe('Decisions to come back to', () => {
  it('are those whose outcome is due, then proposals that wait, the longest first', () => {
    const records = [
      record(1, 'status: accepted\nrevisit: 2026-11-12'),
      record(2, 'status: accepted\nrevisit: 2026-10-12'),
      record(3, 'status: accepted\nrevisit: 2026-12-12'),
      record(4, 'status: proposed\ndate: 2026-10-10'),
      record(5, 'status: proposed\ndate: 2026-10-22'),
      record(6, 'status: proposed\ndate: 2026-09-10'),
      record(7, 'status: proposed'),
      record(8, 'status: superseded\nrevisit: 2026-10-12'),
      record(9, 'status: proposed (on hold)\ndate: 2026-09-10'),
    ];
    assert.deepEqual(
      followUpsOf(records, today, 30).map(({ record: { number }, why, since, days }) => [number, why, since, days]),
      [
        [2, 'revisit', '2026-10-12', 39],
        [1, 'revisit', '2026-11-12', 8],
        [6, 'proposed', '2026-09-10', 71],
        [4, 'proposed', '2026-10-10', 41],
      ],
    );
  });
});
