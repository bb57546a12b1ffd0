import { MarkdownDocument } from '../../markdown/document.ts';
import { passagesOf } from '../passages.ts';
import { entitiesDecoded } from './entities.ts';
import type { Source } from './source.ts';

/**
 * HTML, brought into Markdown's shape: headings, paragraphs, lists, tables and emphasis; scripts and styles are left out.
 * A reader of minutes, no browser: what is broken in it is text.
 */
export const html: Source = {
  id: 'html',
  extensions: ['.html', '.htm'],
  read(written) {
    const { lines, numbers } = toMarkdown(written);
    const readable = lines.join('\n');
    const document = new MarkdownDocument(readable);
    return {
      document,
      passages: passagesOf(document),
      speakers: [],
      readable,
      lineOf: (line) => numbers[line - 1] ?? line,
    };
  },
};

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
/** Elements whose content is no text of the page. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'title', 'svg']);
const blocks = new Set(
  'p div section article main header footer nav aside blockquote pre dl dt dd figure form body'.split(' '),
);
const emphasis: Readonly<Record<string, string>> = { b: '**', strong: '**' };

/** The lines of Markdown, and for each the line of the HTML, from 1, on which its text begins. */
function toMarkdown(source: string): { lines: string[]; numbers: number[] } {
  const writer = new Writer();
  const lists: { ordered: boolean; count: number }[] = [];
  let at = 0;
  let hidden: string | undefined;
  let row: string[] | undefined;
  let rows = 0;
  for (const match of source.matchAll(tag)) {
    if (hidden === undefined) writer.text(source.slice(at, match.index));
    else writer.skip(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [, slash, rawName, attributes = ''] = match;
    const name = rawName?.toLowerCase();
    const opens = !slash;
    const indent = '  '.repeat(Math.max(0, lists.length - 1));
    if (name === undefined || (hidden !== undefined && name !== hidden)) {
      // A comment, or a tag inside of what is not shown.
    } else if (unseen.has(name)) hidden = opens && !attributes.endsWith('/') ? name : undefined;
    else if (/^h[1-6]$/.test(name)) {
      writer.end(true);
      if (opens) writer.begin(`${'#'.repeat(Number(name[1]))} `);
    } else if (name === 'ul' || name === 'ol') {
      writer.end(lists.length === 0);
      if (opens) lists.push({ ordered: name === 'ol', count: 0 });
      else lists.pop();
    } else if (name === 'li') {
      writer.end(false);
      const list = lists.at(-1);
      if (opens) writer.begin(`${indent}${list?.ordered ? `${++list.count}. ` : '- '}`);
    } else if (name === 'input' && /type\s*=\s*["']?checkbox/i.test(attributes)) {
      writer.raw(/\bchecked\b/i.test(attributes) ? '[x] ' : '[ ] ');
    } else if (name === 'table') {
      writer.end(true);
      rows = 0;
    } else if (name === 'tr') {
      if (opens) row = [];
      else if (row) {
        writer.end(false);
        writer.begin(`| ${row.join(' | ')} |`);
        writer.end(false);
        if (rows++ === 0) writer.line(`|${' --- |'.repeat(row.length)}`);
        row = undefined;
      }
    } else if (name === 'td' || name === 'th') {
      if (opens) writer.hold();
      else row?.push(writer.held().replaceAll('|', '\\|'));
    } else if (name === 'br') {
      if (row) writer.raw(' ');
      else writer.break(lists.length ? `${indent}  ` : '');
    } else if (emphasis[name]) writer.raw(emphasis[name] ?? '');
    else if (blocks.has(name) && !row && !lists.length) writer.end(true);
    writer.skip(match[0]);
  }
  writer.text(hidden === undefined ? source.slice(at) : '');
  writer.end(false);
  return writer;
}

/** Gathers lines of Markdown, and remembers where their text began. */
class Writer {
  readonly lines: string[] = [];
  readonly numbers: number[] = [];
  #line = '';
  #start: number | undefined;
  #at = 1;
  #held: string | undefined;

  /** Text of the page: spaces are one, entities are what they stand for, and signs of Markdown are themselves. */
  text(source: string): void {
    const words = entitiesDecoded(source).replace(/[\\`*_[\]<#]/g, (sign) =>
      sign === '[' || sign === ']' ? sign : `\\${sign}`,
    );
    this.raw(words.replace(/\s+/g, ' '), /^\s*/.exec(source)?.[0]);
    this.skip(source);
  }

  raw(words: string, lead = ''): void {
    if (this.#held !== undefined) this.#held += words;
    else
      this.#line += /\S/.test(this.#line)
        ? words
        : words.replace(/^ +/, this.#line && !this.#line.endsWith(' ') ? ' ' : '');
    if (/\S/.test(words)) this.#start ??= this.#at + countLines(lead);
  }

  /** Counts the lines of what is not written. */
  skip(source: string): void {
    this.#at += countLines(source);
  }

  begin(prefix: string): void {
    this.#line = prefix;
  }

  break(indent: string): void {
    this.end(false);
    this.#line = indent;
  }

  /** Ends the line that is being written; with a gap, a blank one follows. */
  end(gap: boolean): void {
    if (/[^\s#\-.\d]/.test(this.#line)) this.line(this.#line.trimEnd());
    this.#line = '';
    this.#start = undefined;
    if (gap && this.lines.at(-1)) this.line('');
  }

  line(words: string): void {
    this.lines.push(words);
    this.numbers.push(this.#start ?? this.#at);
  }

  /** Gathers a cell apart. */
  hold(): void {
    this.#held = '';
  }

  held(): string {
    const held = (this.#held ?? '').trim();
    this.#held = undefined;
    return held;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
