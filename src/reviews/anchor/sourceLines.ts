/**
 * The lines of a file, numbered as an editor does: they end with LF, CRLF or a lone CR. Line endings and a byte order mark are
 * no part of them, and what follows the last line ending is a line only if there is something, so that a file is the same
 * before and after git or an editor has converted its endings, or added the last one.
 */
export function sourceLines(text: string): string[] {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = content.split(content.includes('\r') ? /\r\n?|\n/ : '\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
