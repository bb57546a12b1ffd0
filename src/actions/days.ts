/** A day is YYYY-MM-DD everywhere: no zone and no daylight saving can move it. Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const milliseconds = 86_400_000;

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day some days later, or earlier. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10);
}

/** Days from one to another. */
export function daysFrom(day: string, other: string): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / milliseconds);
}

/** The day of the week that a day is. */
export function weekdayOf(day: string): Weekday {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as Weekday satisfies number;
}

/** The first and the last day of the week that a day is in. @param first the day with which weeks begin. */
export function weekAround(day: string, first: Weekday): { readonly start: string; readonly end: string } {
  const start = daysAfter(day, -((weekdayOf(day) - first + 7) % 7));
  return { start, end: daysAfter(start, 6) };
}

interface WeekInfo {
  readonly firstDay?: number;
}

/**
 * The day with which weeks begin where a language is spoken, as the platform knows it (UTS 35, week data).
 *
 * @param languages BCP 47 tags, most wanted first; Monday where none of them tells.
 */
export function firstWeekday(...languages: readonly string[]): Weekday {
  for (const language of languages) {
    try {
      // Node 20 has the data as a property, later versions by a function.
      const locale = new Intl.Locale(language).maximize() as Intl.Locale & {
        weekInfo?: WeekInfo;
        getWeekInfo?(): WeekInfo;
      };
      const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
      if (first !== undefined && first >= 1 && first <= 7) return first as Weekday;
    } catch {
      // Not a tag of a language.
    }
  }
  return 1;
}
