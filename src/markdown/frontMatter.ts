import { isMap, isScalar, isSeq, Lexer, type Node, parseDocument } from 'yaml';
import type { Edit } from './edit.ts';
import { flowYaml } from './flowYaml.ts';
import { type Lines, lineEnding } from './lines.ts';
import { plainValue } from './plainYaml.ts';

/** A front matter value as text: scalars stay as written (no dates, numbers or booleans made of them). */
export type Value = string | null | readonly Value[] | { readonly [key: string]: Value };

/** One top-level entry of the front matter, with the span of its lines. */
interface Entry {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Larger front matter is not a record's: it is left unread, so that no file can make the reader slow. */
const longest = 256 * 1024;
/** An entry longer than this says nothing that a record needs, and could nest deep enough to keep the parser busy. */
const longestEntry = 16 * 1024;
const failsafe = { schema: 'failsafe', logLevel: 'silent', prettyErrors: false, uniqueKeys: false } as const;

/**
 * YAML front matter, read entry by entry: an entry that is not valid YAML (an unquoted colon in a title) does not hide
 * the others, and only the entries that are asked for are parsed. Ranges are offsets in the whole document.
 */
export class FrontMatter {
  readonly #text: string;
  readonly #entries: readonly Entry[];
  /** Offset of the opening `---`. */
  readonly start: number;
  /** Offset of the closing `---`: new entries go before it. */
  readonly close: number;
  /** Number of the first line after the closing fence, counted from 0. */
  readonly bodyLine: number;

  private constructor(text: string, start: number, close: number, bodyLine: number, entries: readonly Entry[]) {
    this.#text = text;
    this.start = start;
    this.close = close;
    this.bodyLine = bodyLine;
    this.#entries = entries;
  }

  /** The front matter at the top of a document (after a byte order mark, if any), or undefined. */
  static find(text: string, lines: Lines): FrontMatter | undefined {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    if (!text.startsWith('---', start) || lines.textAt(0).slice(start).trimEnd() !== '---') return undefined;
    const entries: Entry[] = [];
    let open: { key: string; start: number } | undefined;
    for (let number = 1; number < lines.count; number++) {
      const line = lines.at(number);
      if (line.start > longest) return undefined;
      const content = text.slice(line.start, line.end);
      if (/^(?:---|\.\.\.)[ \t]*$/.test(content)) {
        if (open) entries.push({ ...open, end: line.start });
        // A rule, some prose and another rule are a document's beginning as well.
        if (!entries.length && /\S/.test(text.slice(lines.at(1).start, line.start).replace(/^[ \t]*#.*$/gm, ''))) {
          return undefined;
        }
        return new FrontMatter(text, start, line.start, number + 1, entries);
      }
      const key = topLevelKey(content);
      if (key === undefined) continue;
      if (open) entries.push({ ...open, end: line.start });
      open = { key, start: line.start };
    }
    return undefined;
  }

  /** The keys in their order, as written without quotes. */
  get keys(): readonly string[] {
    return this.#entries.map((entry) => entry.key);
  }

  /** The value of a key; undefined when the key is absent, or its value is no YAML that can be read. */
  get(key: string): Value | undefined {
    const entry = this.#find(key);
    if (!entry) return undefined;
    const source = this.#source(entry);
    const plain = plainValue(source);
    if (plain !== undefined) return plain;
    if (source.length > longestEntry) return undefined;
    const document = parseDocument(source, failsafe);
    const { contents } = document;
    if (isMap(contents) && document.errors.length === 0) {
      const node = contents.items[0]?.value as Node | null | undefined;
      return toValue(node);
    }
    // An entry that YAML refuses, such as `title: Retries: how many`, still says what its line says.
    const line = /^[^:]*:[ \t]*([^\r\n]*)/.exec(source)?.[1]?.trim();
    return line && !/[\r\n]\s+\S/.test(source.trimEnd()) ? line : undefined;
  }

  /** The first line that is no YAML, counted from 0; undefined where all of it can be read. */
  problemLine(): number | undefined {
    const source = this.#text
      .slice(this.start, this.close)
      .replace(/^---[^\n]*\n/, '')
      .trimEnd();
    if (source.length > longestEntry) return 0;
    const [error] = parseDocument(source, failsafe).errors;
    // What stands above is the line with the fence.
    return error && source.slice(0, error.pos[0]).split('\n').length;
  }

  /** Where the value of a key stands, without the spaces around it; undefined when the key is absent. */
  spanOf(key: string): { readonly start: number; readonly end: number } | undefined {
    const entry = this.#find(key);
    if (!entry) return undefined;
    const source = this.#text.slice(entry.start, entry.end).trimEnd();
    const colon = source.indexOf(':', entry.key.length) + 1;
    const gap = source.slice(colon).length - source.slice(colon).trimStart().length;
    return { start: entry.start + colon + gap, end: entry.start + source.length };
  }

  /**
   * The edits that give a key a plain text or list value, keeping everything else, comments included.
   *
   * @returns undefined where that cannot be done safely: the entry is no valid YAML, or holds anchors, nested values or
   *   comments among the lines that would go.
   */
  set(key: string, value: string | readonly string[]): Edit[] | undefined {
    const flow = flowYaml(value);
    const entry = this.#find(key);
    if (!entry) {
      const eol = lineEnding(this.#text);
      return [{ start: this.close, end: this.close, text: `${key}: ${flow}${eol}` }];
    }
    const source = this.#source(entry);
    const document = parseDocument(source, failsafe);
    if (!isMap(document.contents) || document.errors.length > 0) return undefined;
    const node = document.contents.items[0]?.value as Node | null | undefined;
    if (node && (node.tag?.startsWith('!') || ('anchor' in node && node.anchor) || !simple(node))) return undefined;
    const range = node?.range;
    if (!range || range[0] === range[1]) {
      const at = source.indexOf(':', entry.key.length) + 1;
      const gap = /^[ \t]*/.exec(source.slice(at))?.[0] ?? '';
      const comment = source[at + gap.length] === '#';
      return [{ start: entry.start + at, end: entry.start + at + (comment ? 0 : gap.length), text: ` ${flow}` }];
    }
    let [start, end] = [entry.start + range[0], entry.start + range[1]];
    // A block list stands on lines of its own: it gives way to a flow value on the key's line.
    const colon = entry.start + source.indexOf(':', entry.key.length) + 1;
    let text = flow;
    if (/[\r\n]/.test(this.#text.slice(colon, start))) {
      start = colon;
      text = ` ${flow}`;
    }
    while (end > start && /\s/.test(this.#text[end - 1] ?? '')) end--;
    if (holdsComment(source, start - entry.start, end - entry.start)) return undefined;
    return [{ start, end, text }];
  }

  /**
   * The lines of an entry as YAML, key included, and where they start in the document; undefined when the key is absent, or
   * its entry too long to be read.
   */
  sourceOf(key: string): { readonly source: string; readonly start: number } | undefined {
    const entry = this.#find(key);
    if (!entry || entry.end - entry.start > longestEntry) return undefined;
    return { source: this.#source(entry), start: entry.start };
  }

  /** An entry's lines as YAML, of the same length: YAML knows no lone CR as the end of a line. */
  #source(entry: Entry): string {
    return this.#text.slice(entry.start, entry.end).replace(/\r(?!\n)/g, '\n');
  }

  #find(key: string): Entry | undefined {
    return this.#entries.find((entry) => entry.key === key);
  }
}

/** The key that a line at the top level of a YAML map opens, or undefined for continuation lines and comments. */
function topLevelKey(line: string): string | undefined {
  const match = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#\-?[\]{},&*!|>'"%@`:][^:#]*?|-[^\s:][^:#]*?))[ \t]*:(?=[ \t]|$)/.exec(
    line,
  );
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}

/** What the lexer says of documents and scalars, which stands for nothing in the source. */
const lexerMarks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001F']);

/** Whether there is a comment between two offsets of an entry. */
function holdsComment(source: string, from: number, to: number): boolean {
  let at = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (lexerMarks.has(lexeme)) continue;
    if (lexeme.startsWith('#') && at >= from && at < to) return true;
    at += lexeme.length;
  }
  return false;
}

function toValue(node: Node | null | undefined): Value | undefined {
  if (node === null || node === undefined) return null;
  if (isScalar(node)) return node.value === null || node.value === '' ? null : String(node.value);
  if (isSeq(node)) return node.items.map((item) => toValue(item as Node) ?? null);
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', toValue(pair.value as Node) ?? null]),
    );
  }
  return undefined;
}

function simple(node: Node): boolean {
  if (isScalar(node)) return true;
  return isSeq(node) && node.items.every((item) => isScalar(item) && !item.anchor && !item.tag?.startsWith('!'));
}

/** Every text in a value, in order: a scalar's own, a list's items, a map's values. */
export function textsOf(value: Value | undefined): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [value];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(textsOf);
}
