import { html } from './html.ts';
import type { Source } from './source.ts';
import { text } from './text.ts';
import { transcript } from './transcript.ts';

/** How a file is read, by its name; Markdown that is HTML from its first line on is read as HTML. */
export function sourceOf(path: string, written: string): Source {
  const extension = extensionOf(path);
  if (isHtml(written)) return html;
  return [transcript, html].find(({ extensions }) => extensions.includes(extension)) ?? text;
}

/** A file's extension in lower case, with the dot; empty where it has none. */
export function extensionOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0].toLowerCase() ?? '';
}

function isHtml(written: string): boolean {
  const start = written.slice(0, 2000);
  return (
    /^\uFEFF?\s*<(?:!doctype html|html|body|h1|h2|p|ul|ol|table|div)\b[^>]*>/i.test(start) &&
    !/^(?:#{1,6}\s|[-*+]\s|\d+[.)]\s)/m.test(start)
  );
}
