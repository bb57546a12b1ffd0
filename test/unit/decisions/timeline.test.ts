import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LogData, LogRecord } from '../../../src/decisions/logData.ts';
import { layOut } from '../../../src/decisions/timeline.ts';

const options = { room: 80, lanes: 10 };

function record(number: number, date: string | null, title = `Decision ${number}`): LogRecord {
  const facts = { status: 'accepted', statusText: null, people: [], tags: [], folder: 'docs' } as const;
  return { key: `docs/${number}.md`, number, title, date, ...facts };
}

function data(...records: LogRecord[]): LogData {
  return { records, links: [] };
}

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const logs = fc.array(fc.tuple(fc.option(day), fc.string({ maxLength: 80 })), { maxLength: 120 }).map((drafts) => {
  const sorted = drafts.sort(([a], [b]) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1));
  return data(...sorted.map(([date, title], index) => record(index, date, title)));
});

describe('The timeline', () => {
  it('has a column for each month from the first record to the last', () => {
    const { columns } = layOut(data(record(1, '2025-11-03'), record(2, '2026-02-28')), options);
    assert.deepEqual(
      columns.map(({ kind, month }) => `${kind} ${month}`),
      ['month 2025-11', 'month 2025-12', 'month 2026-01', 'month 2026-02'],
    );
  });

  it('cuts long times without records short, and puts undated records at the end', () => {
    const { columns, marks } = layOut(data(record(1, '2019-11-03'), record(2, '2026-02-28'), record(3, null)), options);
    assert.deepEqual(
      columns.map(({ kind, month }) => `${kind} ${month}`),
      ['month 2019-11', 'gap 2019-12', 'month 2026-02', 'undated '],
    );
    assert.deepEqual(
      marks.map(({ record }) => record.number),
      [1, 2, 3],
    );
  });

  it('puts every record into its month, in order, and no label over another of its lane', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { marks, columns, lanes, width } = layOut(log, options);
        assert.equal(marks.length, log.records.length);
        const ends: number[] = [];
        let before = Number.NEGATIVE_INFINITY;
        for (const { record, x, end, lane } of marks) {
          const column = columns.find((each) => x >= each.x && x < each.x + each.width);
          assert.equal(column?.month, record.date?.slice(0, 7) ?? '');
          assert.ok(x >= before, 'later records stand further to the right');
          before = x;
          assert.ok(x >= (ends[lane] ?? 0), `${record.key} begins after the label before it`);
          ends[lane] = end;
          assert.ok(lane < lanes && end <= width + 1e-9);
        }
      }),
    );
  });

  it('makes busy months wider instead of adding lanes without end', () => {
    const busy = Array.from({ length: 400 }, (_, index) => record(index, '2026-02-03', 'A title of some length here'));
    const { lanes } = layOut(data(...busy), options);
    assert.ok(lanes <= options.lanes + 3, `${lanes} lanes`);
  });

  it('fills the room that there is', () => {
    assert.equal(layOut(data(record(1, '2026-02-03')), options).width, options.room);
  });

  it('cuts long titles, letter by letter', () => {
    const [mark] = layOut(data(record(1, '2026-02-03', '😀'.repeat(60))), options).marks;
    assert.match(mark?.label ?? '', /^1 (?:😀)+…$/u);
  });

  it('draws an arc only where both of its records are shown', () => {
    const records = [record(1, '2026-01-03'), record(2, '2026-02-03')];
    const links = [
      { kind: 'supersedes', from: 'docs/2.md', to: 'docs/1.md' },
      { kind: 'amends', from: 'docs/3.md', to: 'docs/1.md' },
    ] as const;
    const { arcs } = layOut({ records, links }, options);
    assert.deepEqual(
      arcs.map(({ link, from, to }) => [link.kind, from.record.number, to.record.number]),
      [['supersedes', 2, 1]],
    );
  });

  it('of nothing is empty', () => {
    const { marks, columns, lanes } = layOut(data(), options);
    assert.deepEqual([marks, columns, lanes], [[], [], 0]);
  });
});
