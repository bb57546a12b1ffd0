import { html } from './html.ts';
import type { Source } from './source.ts';
import { text } from './text.ts';
import { transcript } from './transcript.ts';

/** How a file is read, by its name. */
export function sourceOf(path: string): Source {
  const extension = extensionOf(path);
  return [transcript, html].find(({ extensions }) => extensions.includes(extension)) ?? text;
}

/** A file's extension in lower case, with the dot; empty where it has none. */
export function extensionOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0].toLowerCase() ?? '';
}
