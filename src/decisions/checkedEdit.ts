import { HumanError } from '../humanError.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { readDecision } from './reader.ts';
import type { DecisionRecord } from './record.ts';

/**
 * The edits, once reading their result has shown that they say what they should and nothing else.
 *
 * @param changed the only value of the record that may differ.
 * @param says whether the record reads as wanted.
 * @throws HumanError where that is not so, as in a record that ends inside a code block.
 */
export function checked(
  path: string,
  text: string,
  edits: readonly Edit[],
  changed: keyof DecisionRecord,
  says: (record: DecisionRecord) => boolean,
): readonly Edit[] {
  const before = readDecision(path, text);
  const after = readDecision(path, applyEdits(text, edits));
  if (!says(after) || JSON.stringify({ ...after, [changed]: before[changed] }) !== JSON.stringify(before)) {
    throw new HumanError('{0} cannot be changed without a risk to what it says. Change it by hand.', [path]);
  }
  return edits;
}
