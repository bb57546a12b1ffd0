import { posix } from 'node:path';
import * as vscode from 'vscode';
import { linkTarget } from '../../decisions/linkTarget.ts';
import { HumanError } from '../../humanError.ts';
import { MarkdownDocument } from '../../markdown/document.ts';
import { decisionOnLine } from '../../meetings/decisionLine.ts';
import type { ReadSummary } from '../../meetings/fillGap.ts';
import { readForEdit, resolveInside } from '../../records/files.ts';
import type { MeetingDocument } from '../meetings/meetingDocuments.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import { begin } from './newDecision.ts';

/**
 * "Lead: New Decision Record from This Line": a summary's decision as a record, which says where it was decided; the line
 * links to the record, and one commit offers both.
 */
export async function decisionFromLine(surroundings: Surroundings, target?: vscode.Location): Promise<void> {
  if (!(await mayWrite())) return;
  const editor = vscode.window.activeTextEditor;
  const document = target
    ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.uri.toString())
    : editor?.document;
  // What is typed is on disk before anything else happens to it.
  if (document?.isDirty) await document.save();
  const meeting = document && (await surroundings.meetings.read(document));
  const line = (target?.range.start.line ?? editor?.selection.active.line ?? 0) + 1;
  const summary = meeting && (await onDisk(meeting));
  const decision = summary && decisionOnLine(summary, line);
  if (!document || !meeting || !decision) {
    throw new HumanError("Put the cursor on a decision of a meeting's summary that has no record yet, then try again.");
  }
  const { open, path } = meeting.place;
  const name = new MarkdownDocument(summary.text).sections[0]?.title ?? posix.basename(path);
  const words = name.replace(/[[\]]/g, '\\$&');
  await begin(surroundings, {
    title: vscode.l10n.t('New Decision Record'),
    question: vscode.l10n.t('What was decided?'),
    guess: decision.title,
    only: open,
    request: (folder) => ({
      context: [...decision.context, `From [${words}](${linkTarget(folder, path)}).`].join('\n\n'),
    }),
    alongside: (next) => {
      const called = next.number === null ? next.title.replace(/[[\]]/g, '\\$&') : `decision ${next.number}`;
      const link = ` ([${called}](${linkTarget(posix.dirname(path), next.path)}))`;
      return [
        {
          target: { open, record: { path }, uri: document.uri, text: summary.text },
          edits: [{ start: decision.linkAt, end: decision.linkAt, text: link }],
        },
      ];
    },
  });
}

/** A summary as it is on disk, where a byte order mark and line endings are as they are. */
async function onDisk({ place, summary: { read } }: MeetingDocument): Promise<ReadSummary> {
  const text = await readForEdit(await resolveInside(place.open.log.root, place.path));
  return { text, minutes: read(place.path, text), read };
}
