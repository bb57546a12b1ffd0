import * as vscode from 'vscode';
import type { Sprint } from '../meetings/dueChoices.ts';

/** The settings that decision records use, as plain values. */
export interface DecisionSettings {
  /** Folders or globs; empty means that folders are discovered. */
  readonly folders: readonly string[];
  /** Where records go in a repository that has none. */
  readonly defaultFolder: string;
  /** Status words of the team's own, with what each means; as the user wrote them. */
  readonly statuses: Readonly<Record<string, unknown>>;
  /** Labels of extra values, with the names to show; as the user wrote them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** A template's name, or undefined for the one of the folder's format. */
  readonly template: string | undefined;
  /** The user's own templates, absolute; undefined where the setting is empty. */
  readonly templatesFolder: string | undefined;
}

/** Reads the settings as they are for a folder now. */
export function decisionSettings(scope: vscode.Uri): DecisionSettings {
  const configuration = vscode.workspace.getConfiguration('leadHabits', scope);
  const template = configuration.get<string>('decisions.template', 'auto');
  return {
    folders: configuration.get<string[]>('decisions.folders', []).filter((folder) => typeof folder === 'string'),
    defaultFolder: configuration.get<string>('decisions.defaultFolder', '') || 'docs/decisions',
    statuses: configuration.get<Record<string, unknown>>('decisions.statuses', {}),
    fields: configuration.get<Record<string, unknown>>('decisions.fields', {}),
    template: template === 'auto' ? undefined : template,
    templatesFolder: configuration.get<string>('templates.folder', '') || undefined,
  };
}

/** The settings that meetings' summaries use, as plain values. */
export interface MeetingSettings {
  /** Where summaries go, relative to the repository's root, with `/`; undefined: where the repository has its minutes. */
  readonly folder: string | undefined;
  /** Whether a summary quotes the notes that it was made of. */
  readonly keepNotes: boolean;
}

/** Reads the settings as they are for a folder now. */
export function meetingSettings(scope: vscode.Uri): MeetingSettings {
  const configuration = vscode.workspace.getConfiguration('leadHabits', scope);
  return {
    folder: configuration.get<string>('meetings.folder', '').replace(/^[./]+|\/+$/g, '') || undefined,
    keepNotes: configuration.get<boolean>('meetings.keepNotes', true),
  };
}

/** How the team's sprints follow each other; undefined where the settings do not say. */
export function sprintOf(scope: vscode.Uri): Sprint | undefined {
  const configuration = vscode.workspace.getConfiguration('leadHabits', scope);
  const end = configuration.get<string>('meetings.sprintEnd', '');
  return /^\d{4}-\d\d-\d\d$/.test(end)
    ? { end, weeks: configuration.get<number>('meetings.sprintWeeks', 2) }
    : undefined;
}
