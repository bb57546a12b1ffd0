/** A field of a task, in the notation of Obsidian Tasks and in Dataview's. */
interface Field {
  readonly emoji: string;
  readonly name: string;
}

/** https://publish.obsidian.md/tasks/Reference/Task+Formats/About+Task+Formats, which lists both notations. */
const dates: readonly Field[] = [
  { emoji: '✅', name: 'completion' },
  { emoji: '❌', name: 'cancelled' },
  { emoji: '➕', name: 'created' },
  { emoji: '⏳', name: 'scheduled' },
  { emoji: '🛫', name: 'start' },
];

const day = '\\d{4}-\\d\\d-\\d\\d';
const emojis = dates.map(({ emoji }) => emoji).join('|');
const names = dates.map(({ name }) => name).join('|');
const fields = new RegExp(
  `\\s*(?:(?:${emojis})\\uFE0F?\\s*${day}|[[(](?:${names})::\\s*${day}[\\])]|[🔺⏫🔼🔽⏬]\\uFE0F?|[[(](?:priority|repeat|id)::[^\\])]*[\\])])`,
  'gu',
);

const mayHoldField = new RegExp(`::|${emojis}|[🔺⏫🔼🔽⏬]`, 'u');

/**
 * A task's words without its fields: days of any kind but the due one, priority. Recurrence stays: a task that repeats is
 * more than its words.
 */
export function withoutFields(text: string): string {
  return (mayHoldField.test(text) ? text.replace(fields, '') : text).trim();
}

/** Whether a line says that its task begins anew when it is done. */
export function repeats(text: string): boolean {
  return /🔁|\[repeat::|(?:^|\s)rec:\+?\d/u.test(text);
}

/** The day on which a task was done, as its line says it: emoji, or Dataview's bracket. */
export const emojiDone: RegExp = new RegExp(`\\s*✅\\uFE0F?\\s*${day}`, 'u');
export const bracketDone: RegExp = new RegExp(`\\s*[[(]completion::\\s*${day}[\\])]`, 'u');

/** Whether a line uses the notation at all. */
export function usesEmoji(text: string): boolean {
  return /📅|✅|⏳|🛫|➕|🔺|⏫|🔼|🔽|⏬|❌/u.test(text);
}
export function usesBrackets(text: string): boolean {
  return /[[(][a-z]+::/.test(text);
}
