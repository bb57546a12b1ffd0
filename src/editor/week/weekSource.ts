import type * as vscode from 'vscode';

/** The groups of the view, in their order. */
export type WeekGroupId = 'habit' | 'overdue' | 'thisWeek' | 'waiting' | 'followUps' | 'plan' | 'noDate';

/** Things to do that belong together. */
export interface WeekGroup {
  readonly id: WeekGroupId;
  readonly label: string;
  readonly tooltip?: string;
  /** Whether it stays folded until somebody looks. */
  readonly folded: boolean;
  readonly rows: readonly WeekRow[];
}

/** A thing to do, as the view shows it. */
export interface WeekRow {
  /** The same as long as it is the same thing, wherever it stands. */
  readonly id: string;
  /** What it looks like; its own id is set by the view. */
  toItem(): vscode.TreeItem;
  /** Whether its box is filled. */
  readonly ticked?: boolean;
  /** What filling its box does, or emptying it; undefined where it has none. */
  tick?(done: boolean): Promise<void>;
}

/** Where things to do come from: minutes and task lists, decisions, and whatever else is to stand in the view. */
export interface WeekSource {
  readonly onDidChange: vscode.Event<unknown>;
  /** What there is to do now. Groups without rows are not shown. */
  groups(): Promise<readonly WeekGroup[]>;
  /** Rows that were ticked and are only shown so that the tick can be taken back may go. */
  settle?(): void;
  /** How many things are due today or before. */
  due?(): number;
}
