import { posix } from 'node:path';
import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { type FrontMatter, textsOf } from '../markdown/frontMatter.ts';
import { changeTexts } from '../markdown/frontMatterTexts.ts';
import { linksOf } from '../markdown/links.ts';
import { decodedTarget, linkTarget } from './linkTarget.ts';
import { type Move, movedPath } from './move.ts';
import { movedPattern, namesMoved } from './movedPattern.ts';

/**
 * The edits that let a record follow files and folders that move: the entries of its `affects` that name one of them, or
 * something in it, and its relative links. A glob that is not about the moved folder by name stays.
 *
 * @param path the record's, before the moves; it may be among what moves.
 * @param text the record, Markdown.
 */
export function editsForMoves(path: string, text: string, moves: readonly Move[]): Edit[] {
  const document = new MarkdownDocument(text);
  return [...affectsEdits(document, moves), ...linkEdits(document, path, moves)];
}

/**
 * The patterns of a record's `affects` that name what moves and cannot follow: the new name cannot stand in their choices,
 * or they stand in YAML that cannot be changed safely, such as an alias. They are left, and somebody is to be told.
 */
export function leftBehind(text: string, moves: readonly Move[]): string[] {
  const { frontMatter } = new MarkdownDocument(text);
  if (!frontMatter) return [];
  const safe = changedAffects(frontMatter, moves) !== undefined;
  const patterns = textsOf(frontMatter.get('affects')).map((pattern) => pattern.trim());
  return patterns.filter(
    (pattern) => namesMoved(pattern, moves) && !(safe && movedPattern(pattern, moves) !== undefined),
  );
}

function affectsEdits({ frontMatter }: MarkdownDocument, moves: readonly Move[]): Edit[] {
  return (frontMatter && changedAffects(frontMatter, moves)) ?? [];
}

function changedAffects(frontMatter: FrontMatter, moves: readonly Move[]): Edit[] | undefined {
  const value = frontMatter.get('affects');
  const isPath = (way: readonly (number | string)[]) => {
    const [index, key] = way;
    if (key === undefined) return true;
    const item = Array.isArray(value) && typeof index === 'number' ? value[index] : undefined;
    return key === 'pattern' && way.length === 2 && (item?.type ?? 'path') === 'path';
  };
  const change = (pattern: string, way: readonly (number | string)[]) =>
    isPath(way) ? movedPattern(pattern.trim(), moves) : undefined;
  return changeTexts(frontMatter, 'affects', change);
}

function linkEdits(document: MarkdownDocument, path: string, moves: readonly Move[]): Edit[] {
  const folder = posix.dirname(path);
  const newFolder = posix.dirname(movedPath(path, moves) ?? path);
  return linksOf(document).flatMap(({ target, targetStart, targetEnd }) => {
    const text = movedTarget(target, folder, newFolder, moves);
    return text === undefined || text === target ? [] : [{ start: targetStart, end: targetEnd, text }];
  });
}

/** A link's target after the moves, in the way it was written: rooted, with `./`, encoded; undefined where it stays. */
function movedTarget(target: string, folder: string, newFolder: string, moves: readonly Move[]): string | undefined {
  const [, written = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(target) ?? [];
  if (!written || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return undefined;
  const decoded = decodedTarget(written);
  const rooted = decoded.startsWith('/');
  const path = (rooted ? posix.normalize(decoded.slice(1)) : posix.join(folder, decoded)).replace(/\/+$/, '');
  if (path.startsWith('../') || path === '..') return undefined;
  const after = movedPath(path, moves);
  // A link from a record that stays to a file that stays is as right as before, however it is written.
  if (after === undefined && (rooted || folder === newFolder)) return undefined;
  const to = after ?? path;
  // What moves together may be as near as before, unless the link goes by the folder's name.
  if (!rooted && posix.join(newFolder, decoded).replace(/\/+$/, '') === to) return undefined;
  const way = rooted ? `/${linkTarget('', to)}` : linkTarget(newFolder, to) || '.';
  const lead = !rooted && written.startsWith('./') && !way.startsWith('.') ? './' : '';
  return lead + withTail(way, written, path, moves) + rest;
}

/** A new way whose last parts, those below what moves, are as they were written: encoded or not, with a final `/` or not. */
function withTail(way: string, written: string, path: string, moves: readonly Move[]): string {
  const moved = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  const slash = written.endsWith('/') ? '/' : '';
  const below = moved ? path.slice(moved.from.length).split('/').length - 1 : 0;
  const count = Math.min(below, way.split('/').filter((part) => !/^\.{0,2}$/.test(part)).length);
  const tail = written.replace(/\/+$/, '').split('/').slice(-count);
  if (!count || decodedTarget(tail.join('/')) !== path.split('/').slice(-count).join('/')) return way + slash;
  return [...way.split('/').slice(0, -count), ...tail].join('/') + slash;
}
