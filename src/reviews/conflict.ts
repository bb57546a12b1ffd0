import { HumanError } from '../humanError.ts';

/** The lines that git leaves around the sides of a conflict; the one in the middle alone may be a heading's underline. */
const markers = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/m;

/** @throws HumanError where a merge has left a conflict in a review: what is written there would land on one side of it. */
export function refuseConflict(path: string, text: string): void {
  if (markers.test(text)) {
    throw new HumanError('{0} holds a merge conflict. Resolve it in the file, then try again.', [path]);
  }
}
