import * as vscode from 'vscode';

/** Where whole lines are after edits of their document: those above move them, those inside make them more or fewer. */
export function shiftedRange(
  range: vscode.Range,
  changes: readonly Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'text'>[],
): vscode.Range {
  let { line: first } = range.start;
  let { line: last } = range.end;
  // VS Code gives them in the document's old lines; from the bottom up, none moves another.
  const ordered = [...changes].sort((a, b) => b.range.start.compareTo(a.range.start));
  for (const { range: replaced, text } of ordered) {
    const added = (text.match(/\n/g)?.length ?? 0) - (replaced.end.line - replaced.start.line);
    if (!added || replaced.start.line > last) continue;
    // What is inserted in front of a line's first character stands above it.
    const above = replaced.end.line < first || (replaced.end.line === first && replaced.end.character === 0);
    if (above) first += added;
    last = Math.max(first, last + added);
    first = Math.max(0, Math.min(first, last));
  }
  return new vscode.Range(first, 0, last, 0);
}
