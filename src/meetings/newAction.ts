import type { Action } from '../actions/action.ts';
import type { ActionReader } from '../actions/reader.ts';
import { actionLine } from './summary.ts';

/**
 * A task's line for what somebody said in one sentence: "Raj: measure the storm by Friday". Owner and day are read as in
 * minutes of today; where nobody is named, it is whoever says it.
 *
 * @param me undefined where it is not known who that is.
 * @param today YYYY-MM-DD.
 */
export function newActionLine(reader: ActionReader, words: string, me: string | undefined, today: string): string {
  const asWritten = `- [ ] ${words.replace(/\s+/g, ' ').trim()}`;
  const said = actionIn(reader, asWritten, today);
  if (!said) return asWritten;
  const action = { ...said, owners: said.owners.length || me === undefined ? said.owners : [me] };
  const line = actionLine(action, []);
  const again = actionIn(reader, line, today);
  const isSame = again?.due === action.due && again.owners.join() === action.owners.join();
  return isSame ? line : asWritten;
}

function actionIn(reader: ActionReader, line: string, today: string): Action | undefined {
  const { actions } = reader.read(`docs/meetings/${today}.md`, `## Actions\n\n${line}\n`);
  return actions.length === 1 ? actions[0] : undefined;
}
