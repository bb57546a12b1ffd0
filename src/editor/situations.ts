import { posix } from 'node:path';
import * as vscode from 'vscode';
import { isMinutesFile } from '../meetings/folders.ts';
import type { Situation } from '../practices/practice.ts';
import type { Surroundings } from './surroundings.ts';

/** What the user is doing, as far as the editor shows it. */
export async function situations({ logs, journal, indicators }: Surroundings): Promise<Set<Situation>> {
  const editor = vscode.window.activeTextEditor;
  const shown = await indicators.current();
  if (!editor) return new Set(['nothing open', ...shown.map(({ kind }) => kind)]);
  const { document, selection } = editor;
  const found = new Set<Situation>();
  if (document.uri.scheme === 'comment') found.add('comment');
  if (document.languageId === 'markdown') found.add('markdown');
  const place = await logs.placeOf(document.uri);
  if (place) {
    // Among files, only what is about the open one counts.
    for (const { kind, about, path, open } of shown) {
      const isHere = place.path === path || place.path === about || place.path.startsWith(`${about}/`);
      if (open.log.root === place.open.log.root && isHere) found.add(kind);
    }
    if (place.open.log.recordAt(place.path)) found.add('decision');
    else if (isMinutesFile(place.path)) found.add('meeting');
    else if (/(?:^|\/)reviews?$/i.test(posix.dirname(place.path))) found.add('review');
    else if (document.languageId !== 'markdown') found.add(selection.isEmpty ? 'code' : 'selected code');
  } else if (document.uri.scheme === 'file') {
    if (await (await journal.existing())?.holds(document.uri.fsPath)) found.add('own draft');
  }
  return found;
}
