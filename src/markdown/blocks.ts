import MarkdownIt from 'markdown-it';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A leaf block of a Markdown text, with the lines it stands on. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'row' | 'code' | 'html' | 'rule';
  /** A heading's level, 1 to 6; 0 for other blocks. */
  readonly level: number;
  /** How many lists the block is nested in; 0 outside lists. */
  readonly depth: number;
  /** Whether the block is the first one of its list item. */
  readonly opensItem: boolean;
  /** Inline Markdown as written, lines joined by LF; for code and HTML the content; empty for rules and rows. */
  readonly text: string;
  /** The cells of a table's row, inline Markdown as written; empty for other blocks. */
  readonly cells: readonly string[];
  /** First line, counted from 0 in the whole document. */
  readonly line: number;
  /** The line after the last. */
  readonly endLine: number;
}

/**
 * Makes the block parser's tokens as plain objects. The parser's own class sets every field through a helper for old
 * engines, which is more than half of the time that parsing takes; its methods are for renderers.
 */
class PlainTokens extends MarkdownIt.StateBlock {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) this.level--;
    const { level } = this;
    if (nesting > 0) this.level++;
    const token = {
      type,
      tag,
      nesting,
      level,
      attrs: null,
      map: null,
      children: null,
      content: '',
      markup: '',
      info: '',
      meta: null,
      block: true,
      hidden: false,
    } as unknown as Token;
    this.tokens.push(token);
    return token;
  }
}

const parser = new MarkdownIt('default', { html: true });
parser.block.State = PlainTokens;
const noCells: readonly string[] = [];

/**
 * How much of a text is read, in UTF-16 code units. Real records stay below a tenth of it; what comes after it in a file
 * that somebody made to be slow is never looked at, and never changed.
 */
const longestRead = 512 * 1024;

/**
 * The leaf blocks of a Markdown text, by markdown-it's block parser alone: inline content stays as written.
 *
 * @param text Markdown without front matter, with any line endings.
 * @param firstLine the number of its first line in the document.
 */
export function parseBlocks(text: string, firstLine: number): Block[] {
  const read = text.length > longestRead ? text.slice(0, longestRead) : text;
  const source = read.includes('\r') ? read.replace(/\r\n?/g, '\n') : read;
  const tokens: Token[] = [];
  parser.block.parse(source, parser, {}, tokens);

  const blocks: Block[] = [];
  let depth = 0;
  let opensItem = false;
  let level = 0;
  let cells: string[] | undefined;
  // Inline tokens of a heading or a cell know less of their lines than the token that opened them.
  let opened: Token | undefined;

  const add = (kind: Block['kind'], text: string, map: [number, number] | null) => {
    const [line, endLine] = map ?? [0, 0];
    blocks.push({
      kind,
      level,
      depth,
      opensItem,
      text,
      cells: cells ?? noCells,
      line: line + firstLine,
      endLine: endLine + firstLine,
    });
    opensItem = false;
  };

  for (const token of tokens) {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        depth++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        depth--;
        opensItem = false;
        break;
      case 'list_item_open':
        opensItem = true;
        break;
      case 'heading_open':
        level = Number(token.tag[1]);
        opened = token;
        break;
      case 'heading_close':
        level = 0;
        break;
      case 'tr_open':
        cells = [];
        opened = token;
        break;
      case 'tr_close':
        add('row', '', opened?.map ?? null);
        cells = undefined;
        break;
      case 'inline':
        if (cells) cells.push(token.content);
        else if (level) add('heading', token.content, opened?.map ?? null);
        else add('paragraph', token.content, token.map);
        break;
      case 'fence':
      case 'code_block':
        add('code', token.content, token.map);
        break;
      case 'html_block':
        add('html', token.content, token.map);
        break;
      case 'hr':
        add('rule', '', token.map);
        break;
    }
  }
  return blocks;
}

/** Longer lines are no title, label or value; on hostile ones inline Markdown takes quadratic time. */
export const longestLine = 4000;

/**
 * The text that a reader of the page sees of inline Markdown: no emphasis, code ticks, link targets, HTML or comments. A
 * text with longer lines than {@link longestLine} comes back as it is.
 */
export function plainText(inline: string): string {
  if (inline.length > longestLine && inline.split('\n').some((line) => line.length > longestLine)) return inline;
  if (!/[\\`*_[\]<>&!~]/.test(inline)) return inline;
  const tokens: Token[] = [];
  // The rules around the inline ones do nothing here: only line endings and NUL are theirs.
  parser.inline.parse(inline.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'), parser, {}, tokens);
  return visibleText(tokens)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function visibleText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      if (token.type === 'html_inline') return '';
      if (token.children) return visibleText(token.children);
      return token.content;
    })
    .join('');
}
