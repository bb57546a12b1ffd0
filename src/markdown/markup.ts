/**
 * reStructuredText and AsciiDoc, brought into Markdown's shape line by line: headings, fields and links. Good enough to
 * read a record's title, status and date, and never written back. Every line stays on its own, under the same number.
 *
 * @param extension the file's, with the dot; for any other extension the text comes back as it is.
 */
export function asMarkdown(text: string, extension: string): string {
  switch (extension.toLowerCase()) {
    case '.rst':
      return fromReStructuredText(text);
    case '.adoc':
    case '.asciidoc':
      return fromAsciiDoc(text);
    default:
      return text;
  }
}

const adornment = /^([!-/:-@[-`{-~])\1{2,}\s*$/;

function fromReStructuredText(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  const levels: string[] = [];
  const result: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    const mark = adornment.exec(next)?.[1];
    if (mark && line.trim() && !adornment.test(line)) {
      const overlined = adornment.exec(lines[index - 1] ?? '')?.[1] === mark;
      const style = overlined ? mark + mark : mark;
      if (!levels.includes(style)) levels.push(style);
      if (overlined) result[result.length - 1] = '';
      result.push(`${'#'.repeat(Math.min(6, levels.indexOf(style) + 1))} ${line.trim()}`, '');
      index++;
      continue;
    }
    if (/^\.\.(?:\s|$)/.test(line)) {
      result.push('');
      continue;
    }
    result.push(
      line
        .replace(/^:([^:]+):[ \t]+/, '$1: ')
        .replace(/:doc:`([^`<]+)`/g, '[$1]($1.rst)')
        .replace(/`([^`<]+?)\s*<([^>`]+)>`__?/g, '[$1]($2)'),
    );
  }
  return result.join('\n');
}

function fromAsciiDoc(text: string): string {
  let verbatim: string | undefined;
  return text
    .split(/\r\n?|\n/)
    .map((line) => {
      if (/^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})\s*$/.test(line)) {
        const fence = line.trim();
        if (verbatim === undefined) verbatim = fence;
        else if (verbatim === fence) verbatim = undefined;
        return '```';
      }
      if (verbatim !== undefined || /^\/\/(?!\/)/.test(line)) return verbatim === undefined ? '' : line;
      return line
        .replace(/^(={1,6})[ \t]+(?=\S)/, (_, marks: string) => `${'#'.repeat(marks.length)} `)
        .replace(/^:([\w-]+):[ \t]+/, '$1: ')
        .replace(/^\|[ \t]*([^|]+?)[ \t]*\|[ \t]*([^|]+?)[ \t]*$/, '$1: $2')
        .replace(/(?:link|xref):([^[\s]+)\[([^\]]*)\]/g, '[$2]($1)')
        .replace(/<<([^,>]+),([^>]+)>>/g, '[$2]($1)');
    })
    .join('\n');
}
