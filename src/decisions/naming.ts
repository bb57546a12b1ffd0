import { slugOf, word } from '../records/slug.ts';
import { isoDate } from './date.ts';

/** A record's file name, taken apart: `2021-06-18_008-use-postgres.md` has a date, a number and a slug. */
export interface RecordName {
  /** The letters before the number, with their separator: `ADR-`, `adr_`; empty for most. */
  readonly prefix: string;
  readonly number: number | null;
  /** The number's digits as written, `0012`; empty without a number. */
  readonly digits: string;
  /** YYYY-MM-DD from the name, which is never a number. */
  readonly date: string | null;
  /** The date as written, with a time if there is one: `20210618`, `2021-06-18`, `20210618093000`; empty without a date. */
  readonly dateText: string;
  /** What stands between date and number, where the name has both: `_` in `2021-06-18_008-x`. */
  readonly between: string;
  /** What stands between number (or date) and slug: `-`, `_`, `. `. */
  readonly separator: string;
  readonly slug: string;
  /** `.md`, with the dot. */
  readonly extension: string;
}

const date =
  /^(?<date>(?<y>(?:19|20)\d\d)(?<s>[-_.]?)(?<m>\d\d)\k<s>(?<d>\d\d)(?:\d{4}|\d{6})?)(?!\d)(?<sep>[-_. ]+|T\d*[-_]?|$)/;
/** A prefix is letters before a number: a known word, capitals, or anything before a number with leading zeros. */
const prefixed = /^(?<prefix>(?:[\p{L}]+[-_. ]?){1,4}?)(?<digits>\d+)(?<sep>[-_. :]+|$)/u;
const numbered = /^(?<digits>\d+)(?<sep>[-_. :)]+|$)/;
const knownPrefix =
  /^(?:\p{L}+[-_. ])*(?:l?adrs?|madr|dr|ddr|tdr|pdr|adl|rfc|rfd|decision|record|d|no|nr|ad)[-_. ]?$/iu;

/** Takes a record's file name apart. @param path a path with `/`, of which only the last part counts. */
export function readName(path: string): RecordName {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const extension = dot > 0 ? file.slice(dot) : '';
  let rest = dot > 0 ? file.slice(0, dot) : file;
  let [prefix, digits, separator, dateText, iso] = ['', '', '', '', null as string | null];

  const dated = date.exec(rest)?.groups;
  const day = dated && isoDate(Number(dated.y), Number(dated.m), Number(dated.d));
  if (dated && day) {
    iso = day;
    dateText = dated.date ?? '';
    separator = dated.sep ?? '';
    rest = rest.slice(dateText.length + separator.length);
  }
  const plain = numbered.exec(rest)?.groups;
  const lettered = plain ? undefined : prefixed.exec(rest)?.groups;
  // After a date, only digits with leading zeros are a number: `2021-06-18-2-factor-login` is a title.
  if (plain && (!iso || plain.digits?.startsWith('0'))) {
    digits = plain.digits ?? '';
    separator = plain.sep ?? '';
    rest = rest.slice(digits.length + separator.length);
  } else if (lettered && isPrefix(lettered.prefix ?? '', lettered.digits ?? '')) {
    prefix = lettered.prefix ?? '';
    digits = lettered.digits ?? '';
    separator = lettered.sep ?? '';
    rest = rest.slice(prefix.length + digits.length + separator.length);
  }
  const number = digits && digits.length <= 9 ? Number(digits) : null;
  const between = iso && number !== null ? (dated?.sep ?? '') : '';
  return { prefix, number, digits, date: iso, dateText, between, separator, slug: rest, extension };
}

function isPrefix(prefix: string, digits: string): boolean {
  if (knownPrefix.test(prefix)) return true;
  if (/^[\p{Lu}]{2,}(?:[-_. ][\p{Lu}]+)*[-_. ]?$/u.test(prefix)) return true;
  return digits.startsWith('0') && digits.length >= 2 && /[-_. ]$/.test(prefix);
}

/** How a folder's records are named, learned from the names that are there. */
export interface Naming {
  readonly kind: 'number' | 'date' | 'plain';
  readonly prefix: string;
  /** Digits that numbers are padded to; 1 means no padding. */
  readonly width: number;
  /** For dated names, what joins year, month and day: `-` in `2021-06-18`, nothing in `20210618`. */
  readonly dateSeparator: string;
  /** For numbers behind a date, `2021-06-18_008-x`: what joins the two; undefined for numbers alone. */
  readonly between: string | undefined;
  readonly separator: string;
  /** What joins the words of a title. */
  readonly wordSeparator: string;
  readonly extension: string;
  /** Whether titles keep their capitals in file names. */
  readonly keepsCase: boolean;
}

export const defaultNaming: Naming = {
  kind: 'number',
  prefix: '',
  width: 4,
  dateSeparator: '-',
  between: undefined,
  separator: '-',
  wordSeparator: '-',
  extension: '.md',
  keepsCase: false,
};

/** The naming that most of a folder's record files follow; {@link defaultNaming} for an empty folder. */
export function learnNaming(paths: readonly string[]): Naming {
  const names = paths.map(readName).filter((name) => /^\.(?:md|markdown|mdx)$/i.test(name.extension));
  if (!names.length) return defaultNaming;
  const kindOf = (name: RecordName): Naming['kind'] => (name.number !== null ? 'number' : name.date ? 'date' : 'plain');
  const kind = mostCommon(names.map(kindOf)) ?? 'number';
  const like = names.filter((name) => kindOf(name) === kind);
  const numbered = like.filter((name) => name.digits.startsWith('0') || name.digits.length > 1);
  const padded = numbered.some((name) => name.digits.startsWith('0'));
  return {
    kind,
    prefix: mostCommon(like.map((name) => name.prefix)) ?? '',
    width: padded ? (mostCommon(numbered.map((name) => name.digits.length)) ?? 4) : 1,
    dateSeparator:
      mostCommon(like.filter((name) => name.date).map((name) => /\D/.exec(name.dateText)?.[0] ?? '')) ?? '-',
    between: kind === 'number' ? mostCommon(like.map((name) => (name.date ? name.between : undefined))) : undefined,
    separator: mostCommon(like.map((name) => name.separator).filter(Boolean)) ?? '-',
    wordSeparator: mostCommon(like.flatMap((name) => name.slug.match(/[-_ ]/)?.[0] ?? [])) ?? '-',
    extension: mostCommon(like.map((name) => name.extension)) ?? '.md',
    keepsCase: (mostCommon(like.map((name) => /\p{Lu}/u.test(name.slug))) ?? false) && like.length > 1,
  };
}

/** The next number for a folder: one more than the highest there, 1 for a folder without numbers. */
export function nextNumber(paths: readonly string[]): number {
  return 1 + paths.reduce((highest, path) => Math.max(highest, readName(path).number ?? 0), 0);
}

/** The file name of a new record. @param date YYYY-MM-DD, used in dated folders. */
export function recordFileName(naming: Naming, title: string, number: number, date: string): string {
  const slug = (naming.keepsCase ? caseKeepingSlug(title) : slugOf(title)).replaceAll('-', naming.wordSeparator);
  if (naming.kind === 'plain') return `${slug}${naming.extension}`;
  const day = date.replaceAll('-', naming.dateSeparator);
  const counted = `${naming.prefix}${String(number).padStart(naming.width, '0')}`;
  const lead =
    naming.kind === 'date' ? day : naming.between === undefined ? counted : `${day}${naming.between}${counted}`;
  return `${lead}${naming.separator}${slug}${naming.extension}`;
}

function caseKeepingSlug(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .replace(/['’]|\uFE0E|\uFE0F/g, '')
      .match(word) ?? [];
  const kept = slugOf(title).split('-').length;
  return words.slice(0, kept).join('-');
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a record is Markdown, and so can be edited; others are only read. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}
