import * as vscode from 'vscode';
import type { DecisionLogs } from '../decisionLogs.ts';
import { GoverningLens } from './governingLens.ts';
import { GoverningStatus } from './governingStatus.ts';
import { MentionHover, MentionLinks, Mentions } from './mentions.ts';
import { RecordsFollowMoves } from './recordsFollowMoves.ts';

const files: vscode.DocumentSelector = { scheme: 'file' };

/** Ties code to the decisions that govern it: links, hovers, the language status, a lens, and records that follow renames. */
export function registerNavigation(logs: DecisionLogs): vscode.Disposable[] {
  const mentions = new Mentions(logs);
  const lens = new GoverningLens(logs);
  return [
    lens,
    vscode.languages.registerDocumentLinkProvider(files, new MentionLinks(mentions)),
    vscode.languages.registerHoverProvider(files, new MentionHover(mentions)),
    vscode.languages.registerCodeLensProvider(files, lens),
    new GoverningStatus(logs),
    new RecordsFollowMoves(logs),
  ];
}
