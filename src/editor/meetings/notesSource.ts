import * as vscode from 'vscode';
import { longestNotes } from '../../meetings/folders.ts';
import { nameForNotes } from '../../meetings/sources/sniff.ts';
import { checkedNotes, readNotesFile } from '../../records/notesFile.ts';
import { withoutIcons } from '../report.ts';

/** Notes that a summary is made of. */
export interface Notes {
  readonly text: string;
  /** Its extension says what they are written in. */
  readonly name: string;
  /** The file that they are in; undefined for those of the clipboard. */
  readonly uri: vscode.Uri | undefined;
  /** Whether the user was asked which notes are meant. */
  readonly asked: boolean;
}

/** Somewhere that notes can come from, as a row of a pick. */
interface Source extends vscode.QuickPickItem {
  notes(): Promise<Omit<Notes, 'asked'> | undefined>;
}

/**
 * The notes that the user means: several selected lines without a question, and else one of what is there.
 *
 * @param file a file that was chosen already.
 * @returns undefined where nothing was chosen.
 * @throws HumanError for what is no notes.
 */
export async function notesToSummarise(file?: vscode.Uri): Promise<Notes | undefined> {
  if (file) return { ...(await notesOfFile(file)), asked: false };
  const editor = vscode.window.activeTextEditor;
  if (editor && editor.selection.end.line > editor.selection.start.line) {
    return { ...notesOfDocument(editor.document, editor.document.getText(editor.selection)), asked: false };
  }
  const sources = [...documentSource(editor), ...(await clipboardSource()), fileSource];
  const picked = await vscode.window.showQuickPick(sources, {
    title: vscode.l10n.t('New Meeting Summary'),
    placeHolder: vscode.l10n.t('Where are the notes?'),
  });
  const notes = await picked?.notes();
  return notes && { ...notes, asked: true };
}

function documentSource(editor: vscode.TextEditor | undefined): Source[] {
  const document = editor?.document;
  if (!document?.getText().trim() || !['file', 'untitled'].includes(document.uri.scheme)) return [];
  return [
    {
      label: vscode.l10n.t('The Open Document'),
      description: withoutIcons(nameOf(document.uri)),
      iconPath: new vscode.ThemeIcon('file-text'),
      notes: async () => notesOfDocument(document, document.getText()),
    },
  ];
}

async function clipboardSource(): Promise<Source[]> {
  const text = await vscode.env.clipboard.readText();
  const [first = ''] = text.trim().split('\n', 1);
  if (!first) return [];
  return [
    {
      label: vscode.l10n.t('The Clipboard'),
      description: withoutIcons(first.length > 60 ? `${first.slice(0, 60)}…` : first),
      iconPath: new vscode.ThemeIcon('clippy'),
      notes: async () => {
        const name = vscode.l10n.t('The clipboard');
        return { text: checkedNotes(text, name, longestNotes), name: nameForNotes(text), uri: undefined };
      },
    },
  ];
}

const fileSource: Source = {
  label: vscode.l10n.t('A File...'),
  description: vscode.l10n.t('Markdown, text, RST, HTML, or a transcript'),
  iconPath: new vscode.ThemeIcon('folder-opened'),
  notes: async () => {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('The Notes of a Meeting'),
        openLabel: vscode.l10n.t('Summarise'),
        filters: {
          [vscode.l10n.t('Notes')]: ['md', 'markdown', 'txt', 'rst', 'adoc', 'html', 'htm', 'vtt', 'srt'],
          [vscode.l10n.t('All Files')]: ['*'],
        },
      })) ?? [];
    return file && notesOfFile(file);
  },
};

async function notesOfFile(uri: vscode.Uri): Promise<Omit<Notes, 'asked'>> {
  const name = nameOf(uri);
  return { text: await readNotesFile(uri.fsPath, name, longestNotes), name, uri };
}

function notesOfDocument(document: vscode.TextDocument, text: string): Omit<Notes, 'asked'> {
  const { uri } = document;
  const named = uri.scheme === 'file' ? nameOf(uri) : nameForNotes(text);
  return { text: checkedNotes(text, nameOf(uri), longestNotes), name: named, uri };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
