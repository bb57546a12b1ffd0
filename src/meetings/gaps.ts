import type { Block } from '../markdown/blocks.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import type { Minutes } from './minutes.ts';
import type { Owner } from './whoIs.ts';

/** What an action leaves open. */
export type GapCode = 'no-owner' | 'no-date' | 'unresolved-name' | 'ambiguous-date';

/** Something that an action of a summary leaves open, and where. Offsets count in the document's text. */
export interface Gap {
  readonly code: GapCode;
  /** The action's line, counted from 1. */
  readonly line: number;
  /** The words that stand for it: the name, the words that state when, or the end of the line that lacks it. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** The days that an ambiguous date can mean, YYYY-MM-DD; the names of those whom an unresolved one can mean. */
  readonly among: readonly string[];
}

/** A task of a document: `- [ ] ...`, from its first word to its last. */
export interface Task {
  /** Counted from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const opening = /^(?:[ \t]*>)*[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[ \][ \t]+(?=\S)/;

/** The open tasks of a document, in their order. */
export function openTasks(document: MarkdownDocument): Task[] {
  return document.blocks.flatMap((block) => taskOf(document, block) ?? []);
}

function taskOf({ lines, text }: MarkdownDocument, { kind, opensItem, line, endLine }: Block): Task | undefined {
  if (kind !== 'paragraph' || !opensItem || endLine <= line) return undefined;
  const begin = opening.exec(lines.textAt(line))?.[0].length;
  if (begin === undefined) return undefined;
  const [start, last] = [lines.at(line).start + begin, lines.at(endLine - 1).end];
  return { line: line + 1, start, end: start + text.slice(start, last).trimEnd().length };
}

/**
 * What the open tasks of a summary leave open. Other lines have none: minutes that somebody took in another shape are
 * theirs, and most actions in the world have no date.
 *
 * @param minutes the same text, read.
 * @param whoIs whom an owner means, of those whom the meeting and the repository know.
 */
export function gapsOf(text: string, minutes: Minutes, whoIs: (owner: string) => Owner): Gap[] {
  const document = new MarkdownDocument(text);
  const gaps: Gap[] = [];
  for (const task of openTasks(document)) {
    const actions = minutes.actions.filter(({ line, explicit, done }) => line === task.line && explicit && !done);
    const [action] = actions;
    // Two promises in one line are for the person who wrote them so to part.
    if (!action || actions.length > 1) continue;
    const words = text.slice(task.start, task.end);
    const gap = (code: GapCode, at: number, length: number, among: readonly string[] = []) => {
      const start = task.start + at;
      gaps.push({ code, line: task.line, start, end: start + length, words: words.slice(at, at + length), among });
    };
    if (!action.owners.length) gap('no-owner', 0, /^\S+/.exec(words)?.[0].length ?? 0);
    for (const name of action.owners) {
      const owner = whoIs(name);
      if (owner.kind === 'person' || owner.kind === 'group') continue;
      const at = placeOf(name, words);
      const among = owner.kind === 'several' ? owner.among.map((person) => person.name) : [];
      if (at) gap('unresolved-name', at.start, at.length, among);
    }
    if (action.due !== null) continue;
    const at = action.dueText === null ? -1 : words.lastIndexOf(action.dueText);
    if (action.dueText !== null && at >= 0) gap('ambiguous-date', at, action.dueText.length, action.dueReading?.days);
    else {
      const last = /\S+$/.exec(words)?.[0].length ?? 0;
      gap('no-date', words.length - last, last);
    }
  }
  return gaps;
}

/** Where a name stands as a word of its own, its `@` included. */
function placeOf(name: string, words: string): { start: number; length: number } | undefined {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const match = new RegExp(`(?<![\\p{L}\\p{N}_])@?${literal}(?![\\p{L}\\p{N}_])`, 'u').exec(words);
  return match ? { start: match.index, length: match[0].length } : undefined;
}
