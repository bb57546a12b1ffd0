import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { Lines } from '../markdown/lines.ts';
import { type PlanItem, readPlan } from './plan.ts';

/** The item as it stands in the text now: on its line, or wherever a line says the same. */
function find(text: string, { line, text: words }: PlanItem): PlanItem | undefined {
  const items = readPlan(text).phases.flatMap((phase) => phase.items);
  return items.find((each) => each.line === line && each.text === words) ?? items.find((each) => each.text === words);
}

/** The edits that tick an item, or take its tick back. @returns undefined where the plan has it no more. */
export function tickItem(text: string, item: PlanItem, done: boolean): Edit[] | undefined {
  const found = find(text, item);
  if (!found) return undefined;
  if (found.ticked === done) return [];
  const { start } = new Lines(text).at(found.line);
  const box = text.indexOf('[', start) + 1;
  return [{ start: box, end: box + 1, text: done ? 'x' : ' ' }];
}

/** The edits that give an item a day of its own, or take it away. @param by YYYY-MM-DD. */
export function dateItem(text: string, item: PlanItem, by: string | undefined): Edit[] | undefined {
  const found = find(text, item);
  if (!found) return undefined;
  const { start, end } = new Lines(text).at(found.line);
  const old = / by \d{4}-\d\d-\d\d\s*$/.exec(text.slice(start, end));
  const at = old ? start + old.index : start + text.slice(start, end).trimEnd().length;
  return [{ start: at, end, text: by === undefined ? '' : ` by ${by}` }];
}

/** The edits that move the whole plan to another first day. */
export function startPlanOn(text: string, start: string): Edit[] | undefined {
  return new MarkdownDocument(text).frontMatter?.set('start', start);
}

/** The edits that pause the plan. @param to the last day of the pause; none while it is not known. */
export function pausePlan(text: string, from: string, to: string | undefined): Edit[] | undefined {
  const kept = readPlan(text).pauses.filter((each) => each.to !== null || each.from < from);
  const pauses = kept.map((each) => ({ from: each.from, to: each.to ?? from })).concat({ from, to: to ?? '' });
  return writePauses(text, pauses);
}

/** The edits that go on with the plan: the pause that a day is in ends the day before. @param before that day. */
export function resumePlan(text: string, today: string, before: string): Edit[] | undefined {
  const pauses = readPlan(text).pauses.flatMap(({ from, to }) => {
    if (from > today || (to !== null && to < today)) return [{ from, to: to ?? '' }];
    return from > before ? [] : [{ from, to: before }];
  });
  return writePauses(text, pauses);
}

function writePauses(text: string, pauses: readonly { readonly from: string; readonly to: string }[]) {
  return new MarkdownDocument(text).frontMatter?.set(
    'paused',
    pauses.map(({ from, to }) => (to ? `${from} to ${to}` : `${from} to`)),
  );
}
