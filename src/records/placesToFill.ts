import { applyEdits, type Edit } from '../markdown/edit.ts';

// Private-use characters mark a place to fill until it is known whether text or a snippet is wanted: the first two around
// a hint, which the text shows in braces, the others around words that are suggested, which the text shows as they are.
const [open, close, openWords, closeWords] = ['\uE000', '\uE001', '\uE002', '\uE003'];
const place = new RegExp(`${open}([^${close}]*)${close}|${openWords}([^${closeWords}]*)${closeWords}`);

/** A place to fill, with a hint, for a draft's text. */
export function placeToFill(hint: string): string {
  return `${open}${unmarked(hint)}${close}`;
}

/** A text without our marks, so that no title or selection can forge a place to fill. */
export function unmarked(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, '');
}

/** A document that is being begun, with places to fill. */
export class Draft {
  readonly #marked: string;

  /** @param marked the text, with places made by {@link placeToFill}. */
  constructor(marked: string) {
    this.#marked = marked;
  }

  /** The text to write: places to fill are shown as `{hint}`, suggested words as they are. */
  get text(): string {
    return this.#marked
      .replaceAll(open, '{')
      .replaceAll(close, '}')
      .replace(/[\uE002\uE003]/g, '');
  }

  /** The same text as an editor snippet, in which the places are tab stops. */
  get snippet(): string {
    let stop = 0;
    // split() with two groups gives text, hint or undefined, words or undefined, text, …
    const parts = this.#marked.split(new RegExp(place, 'g')) as (string | undefined)[];
    const pieces = parts.map((part, index) => {
      if (index % 3 === 0) return escaped(part ?? '');
      if (part === undefined) return '';
      return `\${${++stop}:${escaped(index % 3 === 1 ? `{${part}}` : part)}}`;
    });
    return pieces.join('');
  }

  /** The draft with edits made that were computed for its text; places outside their spans stay. */
  edited(edits: readonly Edit[]): Draft {
    const at = this.#offsets();
    return new Draft(
      applyEdits(
        this.#marked,
        edits.map(({ start, end, text }) => ({ start: at(start), end: at(end), text: unmarked(text) })),
      ),
    );
  }

  /** The draft in which a span of its text, which holds no place yet, is a place to fill with these very words. */
  suggesting(start: number, end: number): Draft {
    const at = this.#offsets();
    const [from, to] = [at(start), at(end)];
    const words = this.#marked.slice(from, to);
    if (!words || place.test(words)) return this;
    return new Draft(`${this.#marked.slice(0, from)}${openWords}${words}${closeWords}${this.#marked.slice(to)}`);
  }

  /** From offsets in the text to those in the marked text: only the marks around suggested words take no room in it. */
  #offsets(): (offset: number) => number {
    const marks = [...this.#marked.matchAll(/[\uE002\uE003]/g)].map(({ index }, count) => index - count);
    return (offset) => offset + marks.filter((mark) => mark <= offset).length;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
