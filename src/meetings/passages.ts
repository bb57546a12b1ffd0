import type { Block } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { htmlRowsOf } from './sources/htmlTable.ts';
import { exactRoleOf, isNotesHeading, nothing, type Role, roleOf } from './words.ts';

/** A piece of minutes that may state something: a paragraph, a list item, or a table's cell. */
export interface Passage {
  readonly kind: 'paragraph' | 'item' | 'cell';
  /** Its first line, counted from 1. */
  readonly line: number;
  /** Inline Markdown as written, one entry a line. */
  readonly lines: readonly string[];
  /** What the nearest heading that says so says of it. */
  readonly role: Role | undefined;
  /** The items that it is nested in, outermost first, as written. */
  readonly parents: readonly string[];
  /** The heading of a cell's column. */
  readonly column: string | undefined;
  /** The other cells of a cell's row; empty for other passages. */
  readonly beside: readonly Cell[];
  /** Whether items are nested in it. */
  readonly hasChildren: boolean;
  /** The first of the items that are nested in it, as written. */
  readonly below?: string;
  /** The bare line above the list that it is in: "Ana:". */
  readonly label?: string;
  /** Who says it, in a transcript. */
  readonly speaker?: string;
}

/** A table's cell, as written, and its column's heading. */
export interface Cell {
  readonly column: string;
  readonly text: string;
  /** Whether it stands before the cell that it is beside. */
  readonly before: boolean;
}

/** A heading that was written as something else: `**Actions**`, `Next steps:`, `5. Next steps:`. */
const boldLine = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)[ \t]*:?[ \t]*$/;
const colonLine = /^(?:\d+[.)][ \t]*)?(?:\*\*|__)?([^:*_|]{2,60}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?(?:[ \t]|&#x20;)*$/;

const numberedLine = /^\d+[.)]\s/;

/** The level of pseudo headings, below all real ones. */
const pseudo = 7;
/** Roles of a section that those of its subsections have which say nothing of their own. */
const inherited: readonly string[] = ['actions', 'people'] satisfies Role[];

/** The passages of minutes in their order, each with what the headings above it say of it. */
export function passagesOf(document: MarkdownDocument): Passage[] {
  const { blocks } = document;
  const passages: Passage[] = [];
  /** Roles by heading level. */
  const levels: { level: number; role: Role | undefined }[] = [];
  const parents: { depth: number; text: string; role: Role | undefined }[] = [];
  let columns: readonly string[] = [];
  let underNotes = false;
  let label: string | undefined;

  const setRole = (level: number, role: Role | undefined) => {
    while (levels.length && (levels.at(-1)?.level ?? 0) >= level) levels.pop();
    levels.push({ level, role });
  };
  const currentRole = (): Role | undefined => {
    const nested = parents.findLast((parent) => parent.role)?.role;
    if (nested) return nested;
    const last = levels.at(-1);
    if (last?.role) return last.role;
    // A bold line below "Agenda" parts the agenda; a real heading there may begin what was said of a topic.
    const outer = last?.level === pseudo ? [...inherited, 'notActions'] : inherited;
    return levels.findLast(({ role }) => role && outer.includes(role))?.role;
  };

  for (const [index, block] of blocks.entries()) {
    while (parents.length && ((parents.at(-1)?.depth ?? 0) >= block.depth || block.depth === 0)) {
      if (block.depth > 0 && !block.opensItem && (parents.at(-1)?.depth ?? 0) === block.depth) break;
      parents.pop();
    }
    // A summary quotes the notes that it was made of: what they state, it has stated above.
    if (underNotes && /^\s*>/.test(document.lines.textAt(block.line))) continue;
    if (block.depth === 0) label = undefined;
    if (block.kind === 'heading') {
      const heading = block.text.replace(/[*_`]/g, '');
      setRole(block.level, roleOf(heading));
      underNotes = isNotesHeading(heading);
      columns = [];
      continue;
    }
    if (block.kind === 'rule') {
      // A line across the page ends a roster: what follows it without a heading is the meeting.
      if (currentRole() === 'people') levels.length = 0;
      continue;
    }
    if (block.kind === 'html') {
      const [head, ...rows] = /<table\b/i.test(block.text) ? htmlRowsOf(block.text) : [];
      for (const { cells, line } of rows)
        pushCells(passages, { line: block.line + line, cells }, head?.cells ?? [], currentRole());
      continue;
    }
    if (block.kind === 'row') {
      const first = blocks[index + 1]?.kind === 'row' && blocks[index + 1]?.line === block.line + 2;
      if (first) columns = block.cells;
      else pushCells(passages, block, columns, currentRole());
      continue;
    }
    if (block.kind !== 'paragraph') continue;
    const next = blocks[index + 1];
    const hasChildren = block.depth > 0 && next !== undefined && next.depth > block.depth;
    const title = headingText(document, block, next, blocks[index - 1]);
    if (title !== undefined) {
      const role =
        block.depth === 0 ? roleOf(title) : (exactRoleOf(title) ?? (hasChildren ? listRoleOf(title) : undefined));
      if (block.depth === 0) {
        setRole(pseudo, role);
        if (!role) label = title;
        continue;
      }
      if (!role && block.depth === 1 && !hasChildren) {
        setRole(pseudo, undefined);
        continue;
      }
      // An agenda's topic may be called "Action items".
      const lists =
        hasChildren ||
        (/^\d/.test(document.lines.textAt(block.line)) && next && /^\s*[-*+]\s/.test(document.lines.textAt(next.line)));
      if (role && (lists || currentRole() !== 'notActions')) {
        parents.push({ depth: block.depth, text: block.text, role });
        if (block.depth === 1 && !hasChildren) setRole(pseudo, role);
        continue;
      }
    } else if (
      block.depth === 0 &&
      !/^[^:]{0,40}:/.test(block.text) &&
      levels.at(-1)?.level === pseudo &&
      levels.at(-1)?.role === 'people'
    ) {
      setRole(pseudo, undefined);
    }
    passages.push({
      kind: block.depth > 0 ? 'item' : 'paragraph',
      line: block.line + 1,
      lines: block.text.split('\n'),
      role: currentRole(),
      // What stands around the item that says what those below it are says nothing of them.
      parents: parents
        .slice(parents.findLastIndex((parent) => parent.role) + 1)
        .filter((parent) => parent.depth < block.depth)
        .map((parent) => parent.text),
      column: undefined,
      beside: [],
      hasChildren,
      ...(hasChildren && { below: next.text }),
      ...(label !== undefined && { label }),
    });
    // `**Ana:**` between two lists of an item owns the second one.
    const owns = block.depth > 0 && hasChildren && !block.opensItem;
    if (owns) while ((parents.at(-1)?.depth ?? 0) >= block.depth) parents.pop();
    if (owns || (block.depth > 0 && block.opensItem))
      parents.push({ depth: block.depth, text: block.text, role: undefined });
  }
  return passages;
}

/** The text of a pseudo heading; undefined for anything else. */
function headingText(
  document: MarkdownDocument,
  block: Block,
  next: Block | undefined,
  previous: Block | undefined,
): string | undefined {
  if (block.text.includes('\n')) return undefined;
  // `2. Actions from last meeting`, and bullets below it that are a list of their own.
  if (block.depth === 1 && numberedLine.test(document.lines.textAt(block.line))) {
    const bulleted = next !== undefined && /^\s*[-*+]\s/.test(document.lines.textAt(next.line));
    // The last point of a numbered list stands above whatever comes next, and is no title of it.
    const goesOn =
      previous !== undefined && previous.depth > 0 && numberedLine.test(document.lines.textAt(previous.line));
    const above = next?.depth === 0 && next.kind !== 'heading' && (!goesOn || exactRoleOf(block.text) !== undefined);
    if (above || bulleted) return block.text;
  }
  const bold = boldLine.exec(block.text)?.[1];
  if (bold !== undefined && block.depth === 0) return bold.replace(/:\s*$/, '');
  const colon = (block.text.includes(':') ? colonLine.exec(block.text)?.[1] : undefined) ?? bold;
  // A bare line that is a heading word for word: `Action items`, and the list below it.
  if (colon === undefined && block.depth === 0 && next?.opensItem && exactRoleOf(block.text)) return block.text;
  // `Next steps`, `Review action items from last meeting`: an item that only says what the items below it are.
  if (colon === undefined && block.depth > 0 && next && next.depth > block.depth) {
    const bare = block.text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    return exactRoleOf(bare) || listRoleOf(bare) ? bare : undefined;
  }
  if (colon === undefined) return undefined;
  // A label before a list, or a known heading; "DH:" before nested points is a speaker.
  const announces = next !== undefined && (next.depth > block.depth || block.depth === 0);
  return announces || roleOf(colon) ? colon : undefined;
}

/** The role of an item above others which says more than a heading does: "Review action items from last meeting". */
function listRoleOf(text: string): Role | undefined {
  const folded = text.toLowerCase();
  if (
    /^(?:reviewe?d?|updates? on|status) (?:of )?(?:the )?(?:open |previous |last )?(?:action items?|actions|action points)\b/.test(
      folded,
    )
  )
    return 'reviewed';
  // "James next steps": whose they are.
  return /^\p{L}+:? (?:next steps|action items|next actions):?$/u.test(folded) ? 'actions' : undefined;
}

function pushCells(
  passages: Passage[],
  block: Pick<Block, 'line' | 'cells'>,
  columns: readonly string[],
  role: Role | undefined,
): void {
  for (const [column, text] of block.cells.entries()) {
    if (nothing.has(text.trim().toLowerCase())) continue;
    passages.push({
      kind: 'cell',
      line: block.line + 1,
      lines: [text],
      role,
      parents: [],
      column: columns[column] ?? '',
      beside: block.cells.flatMap((other, index) =>
        index === column ? [] : [{ column: columns[index] ?? '', text: other, before: index < column }],
      ),
      hasChildren: false,
    });
  }
}
