import * as vscode from 'vscode';
import { firstWeekday, type Weekday } from '../actions/days.ts';
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

/** The settings that actions use, as plain values. */
export interface ActionSettings {
  /** Files, folders or globs that hold actions; empty means that they are found by their names. */
  readonly folders: readonly string[];
  /** The file that new actions are added to, relative to the repository's root, with `/`. */
  readonly list: string;
}

/** Reads the settings as they are for a folder now. */
export function actionSettings(scope: vscode.Uri): ActionSettings {
  const configuration = vscode.workspace.getConfiguration('leadHabits', scope);
  const list = configuration
    .get<string>('actions.list', '')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
  return {
    folders: configuration.get<string[]>('actions.folders', []).filter((folder) => typeof folder === 'string'),
    list: list || 'docs/actions.md',
  };
}

/** The settings of the view *This Week*, as plain values. */
export interface WeekSettings {
  /** Names and handles that mean the user, besides git's. */
  readonly me: readonly string[];
  /** The day with which weeks begin. */
  readonly firstDay: Weekday;
  readonly badge: boolean;
}

const weekdays: Readonly<Record<string, Weekday>> = { monday: 1, saturday: 6, sunday: 7 };

/** Reads the settings as they are now. */
export function weekSettings(): WeekSettings {
  const configuration = vscode.workspace.getConfiguration('leadHabits');
  const system = Intl.DateTimeFormat().resolvedOptions().locale;
  return {
    me: configuration.get<string[]>('me', []).filter((name) => typeof name === 'string'),
    firstDay: weekdays[configuration.get<string>('week.startsOn', '')] ?? firstWeekday(system, vscode.env.language),
    badge: configuration.get<boolean>('week.badge', true),
  };
}
