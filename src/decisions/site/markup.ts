import { createHash } from 'node:crypto';

/** How every page of ours says so: only such files are ever written over or removed. */
export const generatorMark = '<meta name="generator" content="lead-habits">';

/** A text as HTML shows it, in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A value as JSON that a data block can hold: nothing in it ends the block. */
export function dataBlock(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

export interface Page {
  readonly title: string;
  readonly style: string;
  /** A script to run, and blocks of JSON by id for it to read. */
  readonly script?: string;
  readonly data?: Readonly<Record<string, string>>;
  /** HTML. */
  readonly body: string;
}

/**
 * A whole page. Its policy names its own style and script by their hashes and allows nothing else: no network, no
 * script of a record, from a file as from a server.
 */
export function pageHtml({ title, style, script, data = {}, body }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const blocks = Object.entries(data).map(
    ([id, json]) => `<script type="application/json" id="${id}">${dataBlock(json)}</script>\n`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${generatorMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${blocks.join('')}${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
