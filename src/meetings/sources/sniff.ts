/**
 * A name for notes that have none, such as those on the clipboard: its extension says what they are written in.
 *
 * The first bytes of WebVTT are a signature (W3C, https://www.w3.org/TR/webvtt1/#file-structure); SubRip begins with a
 * number and a line of times; HTML with a tag of its structure.
 */
export function nameForNotes(text: string): string {
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'notes.vtt';
  if (/^(?:\d+\s*\r?\n)?\d+:\d\d(?::\d\d)?[.,]\d{1,3}\s+-->\s/.test(start)) return 'notes.srt';
  if (/^<(?:!doctype\s+html|html|head|body|meta|div|p|h[1-6]|table|ul|ol)[\s>]/i.test(start)) return 'notes.html';
  return 'notes.md';
}
