import * as vscode from 'vscode';
import { atSubjectsEnd } from './gutterThreads.ts';
import { snippetOf } from './scaffold.ts';

/** Milliseconds in which VS Code shows an input that it has opened. */
const prompt = 3000;

/**
 * Makes a new comment's input ready to be written in: tab stops at its gaps, or the cursor where the subject goes on.
 *
 * @param text what the input was opened with.
 * @param late gives what was typed while it was being opened.
 */
export async function makeReady(text: string, document: vscode.TextDocument, late: () => string): Promise<void> {
  const editor = await shown(document);
  // Somebody who has typed in it already knows where.
  if (!editor || normal(document.getText()) !== normal(text)) return;
  await begin(editor, text, late());
  await settleHeight(editor);
}

async function begin(editor: vscode.TextEditor, text: string, typed: string): Promise<void> {
  const { document } = editor;
  const snippet = typed ? undefined : snippetOf(text);
  if (snippet) {
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.insertSnippet(snippet, whole);
    return;
  }
  if (!text.includes('\n**Why:**')) return;
  editor.selection = atSubjectsEnd(document);
  if (typed) await editor.edit((edit) => edit.insert(atSubjectsEnd(document).active, typed));
}

/** Milliseconds in which VS Code lays out an input that it shows. */
const layout = 300;

/**
 * VS Code may measure an input before it has its width, where each word takes a line of its own, and corrects the height only
 * when the text changes: a blank is written and taken back, unless somebody types anyway.
 */
async function settleHeight(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const { version } = document;
  await new Promise((resolve) => setTimeout(resolve, layout));
  if (document.isClosed || document.version !== version) return;
  const last = document.lineAt(document.lineCount - 1);
  const { text, range } = last;
  const quietly = { undoStopBefore: false, undoStopAfter: false };
  if (!(await editor.edit((edit) => edit.insert(range.end, ' '), quietly))) return;
  // An edit is refused where somebody types at the same moment.
  for (let more = 5; more && document.lineAt(document.lineCount - 1).text === `${text} `; more--) {
    const { end } = document.lineAt(document.lineCount - 1).range;
    await editor.edit((edit) => edit.delete(new vscode.Range(end.translate(0, -1), end)), quietly);
  }
}

async function shown(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const find = () => vscode.window.visibleTextEditors.find((each) => each.document === document);
  if (find()) return find();
  return new Promise((resolve) => {
    const end = (editor: vscode.TextEditor | undefined) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(editor);
    };
    const listener = vscode.window.onDidChangeVisibleTextEditors(() => {
      const editor = find();
      if (editor) end(editor);
    });
    const timer = setTimeout(() => end(undefined), prompt);
  });
}

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
