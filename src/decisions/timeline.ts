import type { LogData, LogLink, LogRecord } from './logData.ts';

/** Where everything of a timeline stands, in ems of its text: x to the right, a lane for each row of labels. */
export interface Timeline {
  readonly width: number;
  /** How many lanes there are. */
  readonly lanes: number;
  readonly columns: readonly Column[];
  readonly marks: readonly Mark[];
  readonly arcs: readonly Arc[];
}

/** A stretch of time, or of records that have none. */
export interface Column {
  readonly kind: 'month' | 'gap' | 'undated';
  /** `2026-11`; of a gap, the first month that is left out; empty for the undated. */
  readonly month: string;
  readonly x: number;
  readonly width: number;
}

/** A record: its shape at x, its label from there to `end`. */
export interface Mark {
  readonly record: LogRecord;
  readonly label: string;
  readonly x: number;
  readonly end: number;
  readonly lane: number;
}

/** A link between two marks that are both shown. */
export interface Arc {
  readonly link: LogLink;
  readonly from: Mark;
  readonly to: Mark;
}

export interface TimelineOptions {
  /** The least width of the whole, in ems: where there is room, months are as wide as it allows. */
  readonly room: number;
  /** How many lanes are filled before a month grows wider. */
  readonly lanes: number;
}

const least = { month: 5, gap: 2.5, undated: 8 } as const;
/** A column whose label names the year as well. */
const leastWithYear = 7;
/** Empty months in a row that are still shown one by one. */
const shownGap = 3;
const longestLabel = 34;
/** Around a label: the shape before it, and air. */
const shape = 1.5;
const air = 0.9;

/**
 * Lays records out by month. Within a month they stand in order of their dates, evenly, so that months with many records
 * are wider than others; long times without any are cut short. No two labels of a lane overlap.
 *
 * @param data records oldest first, undated ones last, as `logData` gives them.
 */
export function layOut({ records, links }: LogData, { room, lanes }: TimelineOptions): Timeline {
  const labels = records.map(labelOf);
  const widths = labels.map((label) => shape + textWidth(label) + air);
  const columns = columnsOf(records, widths, lanes, room);
  const ends: number[] = [];
  const marks: Mark[] = [];
  for (const { x: start, width, first, count } of columns) {
    for (let rank = 0; rank < count; rank++) {
      const index = first + rank;
      const record = records[index];
      if (!record) continue;
      const x = start + shape / 2 + (rank * (width - shape / 2)) / count;
      const end = x + (widths[index] ?? 0);
      const free = ends.findIndex((each) => each <= x);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = end;
      marks.push({ record, label: labels[index] ?? '', x, end, lane });
    }
  }
  const byKey = new Map(marks.map((mark) => [mark.record.key, mark]));
  const arcs = links.flatMap((link): Arc[] => {
    const from = byKey.get(link.from);
    const to = byKey.get(link.to);
    return from && to ? [{ link, from, to }] : [];
  });
  const last = columns.at(-1);
  return {
    width: Math.max(room, last ? last.x + last.width : 0, ...ends),
    lanes: ends.length,
    columns: columns.map(({ kind, month, x, width }) => ({ kind, month, x, width })),
    marks,
    arcs,
  };
}

interface FilledColumn extends Column {
  /** Index of the first record in it. */
  readonly first: number;
  readonly count: number;
}

function columnsOf(
  records: readonly LogRecord[],
  widths: readonly number[],
  lanes: number,
  room: number,
): FilledColumn[] {
  const columns = stretches(records);
  const wanted = columns.map(({ kind, month, first, count }, index) => {
    const newYear = kind === 'month' && columns[index - 1]?.month.slice(0, 4) !== month.slice(0, 4);
    const labels = widths.slice(first, first + count).reduce((sum, width) => sum + width, 0);
    return Math.max(newYear ? leastWithYear : least[kind], labels / lanes);
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  // The last label needs its own room to the right.
  const spare = Math.max(0, room - total - (widths.at(-1) ?? 0));
  const months = columns.filter(({ kind }) => kind === 'month').length;
  let x = 0;
  return columns.map((column, index) => {
    const width = (wanted[index] ?? 0) + (column.kind === 'month' ? spare / months : 0);
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

/** The months from the first record to the last, with how many records are in each. */
function stretches(records: readonly LogRecord[]): Omit<FilledColumn, 'x' | 'width'>[] {
  const columns: Omit<FilledColumn, 'x' | 'width'>[] = [];
  let first = 0;
  let previous: string | undefined;
  while (first < records.length) {
    const month = monthOf(records[first]);
    let next = first + 1;
    while (next < records.length && monthOf(records[next]) === month) next++;
    const count = next - first;
    if (month === '') {
      columns.push({ kind: 'undated', month, first, count });
    } else {
      if (previous !== undefined) columns.push(...between(previous, month, first));
      columns.push({ kind: 'month', month, first, count });
      previous = month;
    }
    first = next;
  }
  return columns;
}

function between(before: string, after: string, first: number): Omit<FilledColumn, 'x' | 'width'>[] {
  const empty = serial(after) - serial(before) - 1;
  if (empty > shownGap) return [{ kind: 'gap', month: monthAt(serial(before) + 1), first, count: 0 }];
  return Array.from({ length: Math.max(0, empty) }, (_, index) => ({
    kind: 'month' as const,
    month: monthAt(serial(before) + 1 + index),
    first,
    count: 0,
  }));
}

function monthOf(record: LogRecord | undefined): string {
  return record?.date?.slice(0, 7) ?? '';
}

function serial(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(serial: number): string {
  return `${String(Math.floor(serial / 12)).padStart(4, '0')}-${String((serial % 12) + 1).padStart(2, '0')}`;
}

/** A record's number and title, cut to what fits a label. */
function labelOf({ number, title }: LogRecord): string {
  const whole = number === null ? title : `${number} ${title}`;
  const letters = Array.from(whole.slice(0, longestLabel * 2));
  return letters.length > longestLabel
    ? `${letters
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`
    : whole;
}

/** About how wide a text is, in ems of a proportional typeface; rather too wide than too narrow. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(letter)
      ? 1.05
      : /[A-ZMWmw@%]/.test(letter)
        ? 0.78
        : 0.55;
  return width;
}
