import type { Edit } from '../markdown/edit.ts';
import { ownNumberEdits } from './ownNumber.ts';
import { type NumberMention, nameEdits, numberMentions, type Renumbering } from './renumber.ts';

/** What a text says of a record that gets another number. */
interface RenumberedText {
  /** The edits of what means this record and no other: its name, and in the record itself its own number. */
  readonly edits: readonly Edit[];
  /** Mentions by number alone, beside those edits: which record they mean, the text does not say. */
  readonly mentions: readonly NumberMention[];
}

/**
 * Finds what is to change in a text when a record gets another number.
 *
 * @param path the text's file, relative to the root; the record's own, before it is renamed, for the record itself.
 * @param others paths of the other records.
 */
export function renumberedText(
  text: string,
  path: string,
  renumbering: Renumbering,
  others: readonly string[] = [],
): RenumberedText {
  const own = path === renumbering.from ? ownNumberEdits(text, renumbering) : [];
  const named = nameEdits(text, path, renumbering, others).filter((edit) => !own.some((each) => overlaps(each, edit)));
  const edits = [...own, ...named];
  const mentions = numberMentions(text, renumbering.before).filter(
    (mention) => !edits.some((edit) => overlaps(edit, mention)),
  );
  return { edits, mentions };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
