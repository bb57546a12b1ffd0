import * as vscode from 'vscode';
import type { Indicator } from '../practices/indicators.ts';
import type { DecisionLogs, OpenLog } from './decisionLogs.ts';
import { weekSettings } from './settings.ts';
import { localDate } from './today.ts';

/** An indicator, and the repository that it is about. */
export interface OpenIndicator extends Indicator {
  readonly open: OpenLog;
}

/** What the user's own work and systems show in the window's repositories; nothing before they are trusted. */
export async function openIndicators(logs: DecisionLogs): Promise<OpenIndicator[]> {
  if (!vscode.workspace.isTrusted) return [];
  const { ownIndicators } = await import('../practices/ownSystems.ts');
  const found = await Promise.all(
    (await logs.all()).map(async (open) => {
      const { repository } = open;
      const indicators = repository ? await ownIndicators(repository, weekSettings().me, localDate()) : [];
      return indicators.map((each) => ({ ...each, open }));
    }),
  );
  return found.flat();
}
