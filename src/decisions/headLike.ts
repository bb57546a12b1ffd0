import type { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { flowYaml } from '../markdown/flowYaml.ts';
import type { Field } from './field.ts';
import { readFields } from './fields.ts';
import type { DecisionRecord } from './record.ts';
import { stateOf } from './status.ts';
import { wordLike } from './statusWord.ts';
import { fieldOf } from './vocabulary.ts';

/** What the head of a new record states, besides its status. */
export interface NewHead {
  readonly title: string;
  readonly number: number | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly deciders: readonly string[];
  readonly status: 'proposed' | 'accepted';
}

/** The facts that a new record states; what else a model's head says is its own matter. */
const stated: ReadonlySet<string> = new Set(['status', 'date', 'created', 'deciders']);

/**
 * The labelled lines of a part of a model's head, with the new record's values: its status line as it is, its other facts
 * replaced, everything else left out.
 *
 * @param from index of the part's first block.
 * @param to index of the block after its last.
 * @returns undefined for a head that is laid out in a way that cannot be followed.
 */
export function headLike(document: MarkdownDocument, from: number, to: number, head: NewHead): string[] | undefined {
  const first = document.blocks[from];
  const after = document.blocks[to];
  if (!first || from >= to) return [];
  const fields = readFields(document);
  const state = stateOf(fields)?.field;
  // A status that stands in two places is written in both.
  const elsewhere = fields.find(
    ({ name, place }) => name === 'status' && place !== state?.place && place !== 'frontMatter',
  );
  const result: string[] = [];
  const last = after?.line ?? document.lines.count;
  for (let line = first.line; line < last; line++) {
    const { start, end } = document.lines.at(line);
    const text = document.text.slice(start, end);
    const here = fields.filter(
      (field) => field.place !== 'frontMatter' && field.start >= start && field.end <= end && end > start,
    );
    if (!here.length) {
      if (/^[ \t>]*\|/.test(text) && isTableHead(document, line)) result.push(text);
      else if (!text.trim() && result.length && result.at(-1) !== '') result.push('');
      continue;
    }
    if (!here.every(({ name }) => stated.has(name))) continue;
    // Of a history of statuses, the one that holds is enough.
    if (here.some((field) => field.name === 'status' && field !== state && field !== elsewhere)) continue;
    if (here.some(({ place, label }) => place === 'line' && !text.includes(label))) return undefined;
    const edits = here.flatMap((field): Edit[] => {
      const value =
        field.name === 'status' && field !== state ? wordLike(field.raw, head.status) : newValue(field, head);
      return value === undefined ? [] : [{ start: field.start - start, end: field.end - start, text: value }];
    });
    result.push(applyEdits(text, edits).trimEnd() + (/ {2,}$/.test(text) ? '  ' : ''));
  }
  while (result.at(-1) === '') result.pop();
  return result;
}

/** Whether a line is a table's header or the rule below it. */
function isTableHead(document: MarkdownDocument, line: number): boolean {
  const rule = /^[ \t>]*\|?[ \t:|-]*-[ \t:|-]*$/;
  return rule.test(document.lines.textAt(line)) || rule.test(document.lines.textAt(line + 1));
}

function newValue({ name, raw }: Field, { date, deciders }: NewHead): string | undefined {
  if (name === 'date' || name === 'created') return dateLike(raw, date);
  return name === 'deciders' ? deciders.join(', ') : undefined;
}

/** A day in the order and with the separators of another. */
function dateLike(raw: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const [, separator] = /^\D*\d{1,2}([/.])\d{1,2}\1\d{4}\D*$/.exec(raw) ?? [];
  if (separator) return [day, month, year].join(separator);
  const [, other] = /^\D*\d{4}([/.])\d{1,2}\1\d{1,2}\D*$/.exec(raw) ?? [];
  return other ? [year, month, day].join(other) : date;
}

/** Front matter with a model's keys: the facts with the new record's values, and what is the same in every record. */
export function frontMatterLike(
  { text, frontMatter }: MarkdownDocument,
  others: readonly MarkdownDocument[],
  record: DecisionRecord,
  head: NewHead,
): string {
  if (!frontMatter) return '';
  const lines = frontMatter.keys.flatMap((key) => {
    const value = frontMatter.get(key);
    const name = fieldOf(key) ?? fieldOf(key.replace(/([a-z])([A-Z])/g, '$1 $2'));
    if (name === 'status') return [`${key}: ${flowYaml(String(value ?? ''))}`];
    if (name === 'date' || name === 'created') return [`${key}: ${head.date}`];
    if (name === 'deciders') {
      return [`${key}: ${flowYaml(Array.isArray(value) ? head.deciders : head.deciders.join(', '))}`];
    }
    if (/^title$/i.test(key)) return [`${key}: ${flowYaml(head.title)}`];
    if (/^(?:id|number|nr|adr)$/i.test(key) && typeof value === 'string' && head.number !== null) {
      const digits = /\d+/.exec(value)?.[0];
      if (digits === undefined || Number(digits) !== record.number || !value.endsWith(digits)) return [];
      return [`${key}: ${flowYaml(value.replace(digits, String(head.number).padStart(digits.length, '0')))}`];
    }
    if (name === 'tags') return [`${key}: []`];
    if (name !== undefined || !others.length) return [];
    const span = frontMatter.spanOf(key);
    const same = others.every((other) => JSON.stringify(other.frontMatter?.get(key)) === JSON.stringify(value));
    const plain = span !== undefined && !/[\r\n]/.test(text.slice(span.start, span.end));
    return same && plain && typeof value === 'string' ? [`${key}: ${text.slice(span.start, span.end)}`] : [];
  });
  return lines.length ? ['---', ...lines, '---', '', ''].join('\n') : '';
}
