import MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** Where a link leads on the page; undefined drops the link and leaves its words. */
export type LinkTarget = (href: string) => string | undefined;

const parser = new MarkdownIt('default', { html: false, linkify: false });
parser.block.ruler.before('paragraph', 'comment', skipCommentLines, { alt: ['paragraph', 'reference', 'blockquote'] });
parser.inline.ruler.before('html_inline', 'comment', skipComment);

/**
 * Renders Markdown as HTML that nothing in it can bring alive: HTML is shown as the text it is, scripts' links are
 * dropped, pictures are their descriptions. Comments are left out, headings get an id as git hosts give them.
 */
export function renderHtml(markdown: string, target: LinkTarget): string {
  const tokens = parser.parse(markdown, {});
  const ids = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', idOf(textOf(tokens[index + 1]?.children ?? []), ids));
    if (token.type === 'inline') token.children = mendedLinks(token.children ?? [], target);
  }
  return parser.renderer.render(tokens, parser.options, {});
}

function mendedLinks(tokens: readonly Token[], target: LinkTarget): Token[] {
  const kept: Token[] = [];
  // Links do not nest.
  let dropped = false;
  for (const token of tokens) {
    if (token.type === 'image') {
      token.type = 'text';
      token.content = textOf(token.children ?? []);
    } else if (token.type === 'link_open') {
      const href = target(String(token.attrGet('href') ?? ''));
      dropped = href === undefined;
      if (href !== undefined) {
        token.attrSet('href', href);
        if (/^[a-z][a-z\d+.-]*:/i.test(href)) token.attrSet('rel', 'noopener noreferrer');
      }
    }
    const isLink = token.type === 'link_open' || token.type === 'link_close';
    if (!isLink || !dropped) kept.push(token);
  }
  return kept;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ children, content }) => (children ? textOf(children) : content)).join('');
}

/** A heading's id as GitHub makes it; a second one of the same words gets a number. */
function idOf(heading: string, ids: Map<string, number>): string {
  const id = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
  const count = ids.get(id) ?? 0;
  ids.set(id, count + 1);
  return count ? `${id}-${count}` : id;
}

type BlockRule = Parameters<Parser['block']['ruler']['push']>[1];
type InlineRule = Parameters<Parser['inline']['ruler']['push']>[1];

/** Leaves out the lines of a comment that begins a line. */
function skipCommentLines(
  state: Parameters<BlockRule>[0],
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('<!--', start)) return false;
  for (let line = startLine; line < endLine; line++) {
    const from = line === startLine ? start + 4 : (state.bMarks[line] ?? 0);
    const end = state.src.indexOf('-->', from);
    const lineEnd = state.eMarks[line] ?? 0;
    if (end < 0 || end >= lineEnd) continue;
    // What follows the comment on its line is the inline rule's concern.
    if (state.src.slice(end + 3, lineEnd).trim()) return false;
    if (!silent) state.line = line + 1;
    return true;
  }
  return false;
}

function skipComment(state: Parameters<InlineRule>[0]): boolean {
  if (!state.src.startsWith('<!--', state.pos)) return false;
  const end = state.src.indexOf('-->', state.pos + 4);
  if (end < 0) return false;
  state.pos = end + 3;
  return true;
}
