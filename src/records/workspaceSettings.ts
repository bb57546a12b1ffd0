import { parse } from 'jsonc-parser';
import { readRecordSync } from './files.ts';

/**
 * The settings that a repository keeps for VS Code in `.vscode/settings.json`, by their full names; none where there is
 * no such file, or nothing in it can be read. Comments and final commas are welcome, as in the editor.
 *
 * @param root absolute.
 */
export function workspaceSettings(root: string): Readonly<Record<string, unknown>> {
  const text = readRecordSync(root, '.vscode/settings.json');
  const settings: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
  return settings && typeof settings === 'object' && !Array.isArray(settings) ? { ...settings } : {};
}
