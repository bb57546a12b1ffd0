import * as vscode from 'vscode';

/** A day as people say it nearby: "13 Nov". @param day YYYY-MM-DD; empty stays empty. */
export function shortDate(day: string): string {
  if (!day) return '';
  return new Intl.DateTimeFormat(vscode.env.language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
