import { type Message, phrase } from '../humanError.ts';

/** A day that is offered as a due date. */
export interface DueChoice {
  /** What it is called: "this Friday". */
  readonly name: Message;
  /** The name with the day, as something to choose: "Due this Friday, 2026-11-27". */
  readonly title: Message;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** How a team's sprints follow each other. */
export interface Sprint {
  /** The last day of any one of them, YYYY-MM-DD. */
  readonly end: string;
  readonly weeks: number;
}

const day = 86_400_000;

/**
 * The days that people mostly mean when they promise something.
 *
 * @param today YYYY-MM-DD.
 */
export function dueChoices(today: string, sprint?: Sprint): DueChoice[] {
  const now = Date.parse(today);
  const weekday = new Date(now).getUTCDay();
  const on = (days: number) => new Date(now + days * day).toISOString().slice(0, 10);
  const thisWeek = weekday > 0 && weekday < 5;
  const friday = on(thisWeek ? 5 - weekday : ((5 - weekday + 6) % 7) + 1);
  const end = sprint && daysToEnd(now, sprint);
  return [
    thisWeek
      ? { name: phrase('this Friday'), title: phrase('Due this Friday, {0}', friday), date: friday }
      : { name: phrase('next Friday'), title: phrase('Due next Friday, {0}', friday), date: friday },
    ...(end === undefined
      ? []
      : [
          { name: phrase('end of sprint'), title: phrase('Due at the end of the sprint, {0}', on(end)), date: on(end) },
        ]),
    { name: phrase('in two weeks'), title: phrase('Due in two weeks, {0}', on(14)), date: on(14) },
  ];
}

/** Days until the sprint ends that is running today, 0 on its last day. */
function daysToEnd(now: number, { end, weeks }: Sprint): number | undefined {
  const length = Math.round(weeks) * 7;
  const away = Math.round((Date.parse(end) - now) / day);
  if (!Number.isFinite(away) || length < 7) return undefined;
  return ((away % length) + length) % length;
}
