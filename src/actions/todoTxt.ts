import { Lines } from '../markdown/lines.ts';
import type { Action } from './action.ts';
import type { ActionReader } from './reader.ts';

/** Whether a file is written in todo.txt's format, which its name tells. */
export function isTodoTxt(path: string): boolean {
  return /(?:^|\/)(?:todo|done)\.txt$/i.test(path);
}

const task =
  /^(?<done>x (?:\d{4}-\d\d-\d\d (?:\d{4}-\d\d-\d\d )?)?)?(?:\([A-Z]\) )?(?:\d{4}-\d\d-\d\d )?(?<words>\S.*)$/;

/**
 * Reads todo.txt (https://github.com/todotxt/todo.txt): a task a line, done with a leading `x`, `due:` as a key. Projects and
 * contexts stay among the words; the format knows no owners.
 */
export const todoTxt: ActionReader = {
  read(path, text) {
    const lines = new Lines(text);
    const actions: Action[] = [];
    for (let line = 0; line < lines.count; line++) {
      const { done, words } = task.exec(lines.textAt(line).replace(/^\uFEFF/, ''))?.groups ?? {};
      if (!words) continue;
      const due = /(?:^|\s)due:(\d{4}-\d\d-\d\d)(?!\S)/.exec(words)?.[1];
      const isDay = due !== undefined && !Number.isNaN(Date.parse(due));
      actions.push({
        line: line + 1,
        text: words.replace(/(?:^|\s)(?:due|pri|rec|t|id):\S+/g, '').trim(),
        owners: [],
        due: isDay ? due : null,
        dueText: isDay ? `due:${due}` : null,
        done: done !== undefined,
        explicit: true,
      });
    }
    return { path, date: null, actions };
  },
  holds: isTodoTxt,
  columnOf: () => undefined,
  doneWords: [],
};
