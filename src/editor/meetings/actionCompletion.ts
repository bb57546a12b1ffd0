import * as vscode from 'vscode';
import { said } from '../diagnostics/recordChecks.ts';
import type { MeetingDocuments } from './meetingDocuments.ts';

/** The beginning of a task up to the cursor, of which nothing but a name is written. */
const atOwner = /^\s*(?:[-*+]|\d+[.)])\s+\[ \]\s+(?<name>@?[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]*)?)$/u;
/** A task up to the cursor that is about to say when. */
const atDue = /^\s*(?:[-*+]|\d+[.)])\s+\[ \]\s+\S.*?\s(?:by|until|before|due)\s(?<when>[\p{L}\p{N}-]*)$/u;

/** Completes people at the beginning of an action's line, and days behind "by". */
export class ActionCompletion implements vscode.CompletionItemProvider {
  readonly #meetings: MeetingDocuments;

  constructor(meetings: MeetingDocuments) {
    this.#meetings = meetings;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const before = document.lineAt(position.line).text.slice(0, position.character);
    const when = atDue.exec(before)?.groups?.when;
    const name = atOwner.exec(before)?.groups?.name;
    // A space is typed often: nothing is read for one that stands elsewhere.
    if (when === undefined && name === undefined) return [];
    const meeting = await this.#meetings.read(document);
    if (!meeting) return [];
    const typed = when ?? name ?? '';
    const range = new vscode.Range(position.translate(0, -typed.length), position);
    if (when !== undefined) {
      return (await this.#meetings.days(document.uri)).map(({ name, date }, index) => {
        const item = new vscode.CompletionItem(
          { label: said(name), description: date },
          vscode.CompletionItemKind.Value,
        );
        return Object.assign(item, {
          insertText: date,
          range,
          sortText: sortText(index),
          filterText: `${said(name)} ${date}`,
        });
      });
    }
    return meeting.people.map((person, index) => {
      const item = new vscode.CompletionItem(person, vscode.CompletionItemKind.User);
      const after = document.lineAt(position.line).text.slice(position.character);
      const insertText = `${person} will${after.startsWith(' ') ? '' : ' '}`;
      return Object.assign(item, {
        insertText,
        range,
        sortText: sortText(index),
        filterText: `${typed.startsWith('@') ? '@' : ''}${person}`,
      });
    });
  }
}

function sortText(index: number): string {
  return String(index).padStart(4, '0');
}
