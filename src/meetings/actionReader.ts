import { isTaskList } from '../actions/folders.ts';
import type { ActionReader } from '../actions/reader.ts';
import { isTodoTxt, todoTxt } from '../actions/todoTxt.ts';
import { isMinutesFile } from './folders.ts';
import { type MinutesReader, minutesReader } from './minutes.ts';
import { columnOf, doneWords } from './words.ts';

/** Makes a reader of the actions that minutes, summaries and task lists state; what was found in discussion is left out. */
export async function actionReader(): Promise<ActionReader> {
  return actionsReadBy(await minutesReader());
}

/** The same, with a reader of minutes that is there already. */
export function actionsReadBy(read: MinutesReader): ActionReader {
  return {
    read(path, text) {
      if (isTodoTxt(path)) return todoTxt.read(path, text);
      const { meetingDate, actions, apart } = read(path, text);
      return { path, date: meetingDate, actions: actions.filter(({ explicit }) => explicit), apart };
    },
    holds: (path) => isMinutesFile(path) || isTaskList(path),
    columnOf,
    doneWords,
  };
}
