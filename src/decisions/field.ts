import type { FieldName } from './languages/language.ts';
import { foldWords } from './vocabulary.ts';

/** Where a value stands: each place has its own way of being edited. */
export type Place = 'frontMatter' | 'line' | 'cell' | 'section';

/** What a label is about. */
export type NameOf = (label: string) => FieldName | undefined;

/** A labelled value of a record. */
export interface Field {
  /** `team` for labels that only the team's settings know. */
  readonly name: FieldName;
  readonly place: Place;
  /** The label as written; for a section, its heading. */
  readonly label: string;
  /** The values as a reader sees them: one, but for lists; none where a label has nothing behind it. */
  readonly values: readonly string[];
  /** The value as written, on its line; empty for front matter. */
  readonly raw: string;
  /** Offsets of the value in the document; for front matter, of nothing. */
  readonly start: number;
  readonly end: number;
}

/** Whether a value is a template's text that nobody has filled in. */
export function isPlaceholder(value: string): boolean {
  const text = foldWords(value);
  if (!text || /^(?:tbd|todo|n\/a|na|none|-|–|—|\?+|yyyy-mm-dd.*|\.\.\.|…|name|names?)$/.test(text)) return true;
  return (
    /^(?:\{.*\}|<.*>|\[[^\]]*\]|\(.*\)|"?list everyone involved.*|\$\{.*\}|_+|xx+)$/i.test(value.trim()) &&
    !/\d{4}-\d/.test(value)
  );
}
