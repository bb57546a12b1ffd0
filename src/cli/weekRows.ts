/** A group of the week, as it is printed. */
export interface WeekGroup {
  readonly group: string;
  readonly title: string;
  readonly items: readonly (ActionRow | FollowUpRow | HabitRow | PlanRow)[];
}

export interface ActionRow {
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** How many documents name it. */
  readonly seen: number;
  /** Where it was said last: a tick goes there. */
  readonly path: string;
  readonly line: number;
}

/** A decision or a review to come back to, or what a practice would mend. */
export type FollowUpRow =
  | {
      readonly why: 'revisit' | 'proposed';
      readonly path: string;
      readonly number: number | null;
      readonly title: string;
      readonly since: string;
      readonly days: number;
    }
  | {
      readonly why: 'unanswered';
      readonly path: string;
      readonly title: string;
      /** Whether it waits for the user's answer, or the user for somebody's. */
      readonly turn: 'mine' | 'theirs';
      readonly comments: number;
      readonly since: string;
      readonly days: number;
    }
  | {
      readonly why: 'owned path without runbook' | 'no second expert' | 'repeated fixes';
      readonly path: string;
      readonly title: string;
      readonly practice: string;
      readonly count?: number;
    };

/** The habit of the week. */
export interface HabitRow {
  readonly habit: string;
  readonly done: boolean;
  /** Of the last weeks that had one; null before there are two. */
  readonly lately: { readonly done: number; readonly of: number } | null;
}

/** An item of the plan. */
export interface PlanRow {
  readonly plan: string;
  readonly practice: string | null;
  readonly have: number;
  readonly wanted: number;
  readonly by: string | null;
}

/** The groups as lines for people. */
export function printedWeek(groups: readonly WeekGroup[]): string {
  return groups.map(({ title, items }) => [title, ...items.map((item) => `  ${line(item)}`)].join('\n')).join('\n\n');
}

function line(row: WeekGroup['items'][number]): string {
  if ('habit' in row) return habitLine(row);
  if ('plan' in row) return planLine(row);
  return 'why' in row ? followUpLine(row) : actionLine(row);
}

function actionLine({ text, owners, due, seen, path, line: at }: ActionRow): string {
  const facts = [owners.join(', ') || 'no owner', due ?? 'no date', ...(seen > 1 ? [`in ${seen} meetings`] : [])];
  return `${text}  (${facts.join('; ')})  ${path}:${at}`;
}

function followUpLine(row: FollowUpRow): string {
  const name = 'number' in row && row.number !== null ? `${row.number} ${row.title}` : row.title;
  return `${name}  (${reason(row)})${row.path === row.title ? '' : `  ${row.path}`}`;
}

function reason(row: FollowUpRow): string {
  switch (row.why) {
    case 'revisit':
      return `revisit since ${row.since}`;
    case 'proposed':
      return `proposed ${row.days} days ago`;
    case 'unanswered': {
      const count = row.comments === 1 ? '1 comment' : `${row.comments} comments`;
      return `${count} ${row.turn === 'mine' ? 'for you' : 'unanswered'} since ${row.since}`;
    }
    case 'owned path without runbook':
      return 'no runbook';
    case 'no second expert':
      return row.why;
    case 'repeated fixes':
      return `fixed ${row.count} times`;
  }
}

function habitLine({ habit, done, lately }: HabitRow): string {
  const count = lately ? `  (${lately.done} of the last ${lately.of} weeks)` : '';
  return `[${done ? 'x' : ' '}] ${habit}${count}`;
}

function planLine({ plan, practice, have, wanted, by }: PlanRow): string {
  const facts = [practice && wanted > 1 ? `${have} of ${wanted}` : '', by ? `by ${by}` : ''].filter(Boolean);
  return facts.length ? `${plan}  (${facts.join(', ')})` : plan;
}
