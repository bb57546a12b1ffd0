import type { ParsedResult } from 'chrono-node';
import { plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import { dateLabels, languageOf } from './words.ts';

const label = new RegExp(`^(?:[-*]\\s*)?(?:meeting\\s+)?(?:${dateLabels})\\s*[:：]`, 'iu');

/**
 * The day of a meeting, YYYY-MM-DD: from front matter, the file name, the first heading, or a line such as `Date: ...`;
 * null where nothing states one.
 *
 * @param path with `/`; its last part may hold the date.
 */
export function meetingDateOf(
  path: string,
  document: MarkdownDocument,
  parse: (text: string, reference: Date) => ParsedResult[],
  dayFirst: boolean | undefined,
): string | null {
  for (const text of dated(path, document)) {
    const date = text === undefined ? undefined : (numericDate(text, dayFirst) ?? namedDate(text, parse));
    if (date) return date;
  }
  return null;
}

/** Where minutes may state their day, the surest first; each is looked up only where those before state none. */
function* dated(path: string, document: MarkdownDocument): Generator<string | undefined> {
  yield textsOf(document.frontMatter?.get('date'))[0];
  yield inFileName(path.slice(path.lastIndexOf('/') + 1));
  // `2023/guests-03-10.md`: the year is the folder's.
  const inFolder = /(?:^|\/)((?:19|20)\d\d)\/[^/]*?(?<!\d)(\d\d[-_]\d\d)(?!\d)[^/]*$/.exec(path);
  yield inFolder ? `${inFolder[1]}-${inFolder[2]?.replace('_', '-')}` : undefined;
  const [heading = '', ...headings] = document.sections.slice(0, 3).map(({ title }) => title);
  const lines = document.blocks
    .slice(0, 25)
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []));
  yield heading;
  yield lines
    .filter((line) => label.test(line.replace(/[*_`]/g, '')))
    .map(plainText)
    .find((line) => label.test(line));
  // "Team Meeting 3 - 2026-11-20" below the name of the team.
  yield* headings.filter(
    (each) =>
      /\b(?:meeting|call|sync|minutes|réunion|sitzung|treffen|reunión|reunião|acta|ata)\b/iu.test(each) &&
      !/\bnext\b/i.test(each),
  );
  yield* lines
    .slice(0, 2)
    .map(plainText)
    // "... by 2026-12-01" is when something is due.
    .filter((line) => !/\b(?:by|before|until|due)\b/i.test(line));
}

/** A file's name, with a year of two digits in full where the name can be read in one way only: `04.29.20-sync.md`. */
function inFileName(file: string): string {
  const name = file.replace(/\.\w+$/, '');
  const [short, one = '', two = '', three = ''] = /(?<!\d)(\d\d)[-_.](\d\d)[-_.](\d\d)(?!\d)/.exec(name) ?? [];
  if (!short) return name;
  const days = [
    day(2000 + Number(three), Number(one), Number(two)),
    day(2000 + Number(three), Number(two), Number(one)),
    day(2000 + Number(one), Number(two), Number(three)),
  ];
  const [only, ...others] = new Set(days.filter((each) => each !== undefined && each < '2040'));
  return only && !others.length ? only : name;
}

const written = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:19|20)?\d\d(?![\d./-]*\d)/g;

/**
 * Whether a document writes 5 February as 05/02, as its own dates prove, or else the language of its headings; undefined
 * where nothing tells.
 */
export function isDayFirstIn({ blocks }: MarkdownDocument): boolean | undefined {
  let [days, months] = [0, 0];
  for (const { text, cells } of blocks.slice(0, 400)) {
    for (const each of cells.length ? cells : [text]) {
      if (!/\d[./-]\d/.test(each)) continue;
      for (const [, one, , two] of each.slice(0, 4000).matchAll(written)) {
        if (Number(one) > 12 && Number(one) <= 31) days++;
        else if (Number(two) > 12 && Number(two) <= 31) months++;
      }
    }
  }
  if (days !== months) return days > months;
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => languageOf(text));
  const elsewhere = headings.filter((id) => id !== undefined && id !== 'en').length;
  return elsewhere > headings.filter((id) => id === 'en').length ? true : undefined;
}

function numericDate(text: string, dayFirst: boolean | undefined): string | undefined {
  const year = /(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d?)\2(\d\d?)(?!\d)/.exec(text);
  if (year) return day(Number(year[1]), Number(year[3]), Number(year[4]));
  const last = /(?<!\d)(\d\d?)([-_./])(\d\d?)\2((?:19|20)\d\d)(?!\d)/.exec(text);
  if (!last) return undefined;
  const [one, two, full] = [Number(last[1]), Number(last[3]), Number(last[4])];
  // Month first, as such file names mostly are, unless that is impossible.
  return one > 12 || (dayFirst && two <= 12) ? day(full, two, one) : day(full, one, two);
}

function namedDate(text: string, parse: (text: string, reference: Date) => ParsedResult[]): string | undefined {
  for (const { start } of parse(text, new Date('2000-01-01T12:00:00'))) {
    if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) continue;
    return day(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  }
  return undefined;
}

function day(year: number, month: number, date: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, date));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== date) return undefined;
  return moment.toISOString().slice(0, 10);
}
