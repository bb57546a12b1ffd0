import { type PlanState, planDays } from './planState.ts';

/** How many days a sign stands for: eighteen signs fit the narrowest sidebar. */
const step = 5;

/** The ninety days on one line: what is past, today, what is to come; a bar between phases, marks where something appeared. */
export function planLine({ day, phases, marks }: PlanState): string {
  const borders = new Set(phases.filter(({ to }) => to < planDays).map(({ to }) => to));
  let line = '';
  for (let first = 1; first <= planDays; first += step) {
    const last = first + step - 1;
    const isIn = (each: number) => each >= first && each <= last;
    const marked = marks.some((mark) => isIn(mark.day));
    line += isIn(day) ? '●' : marked ? '◆' : last < day ? '━' : '─';
    if ([...borders].some(isIn)) line += '┊';
  }
  return line;
}
