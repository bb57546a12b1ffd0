import { diagnose } from '../decisions/checks/diagnose.ts';
import { logOnDisk } from '../decisions/checks/logOnDisk.ts';
import { positionsIn } from '../decisions/checks/position.ts';
import { readSettings } from '../decisions/checks/settings.ts';
import { listFiles } from '../git/files.ts';
import { textOf } from '../humanError.ts';
import { walk } from '../records/files.ts';
import { workspaceSettings } from '../records/workspaceSettings.ts';
import type { Command } from './command.ts';
import type { Problem } from './problem.ts';
import { sarifLog } from './sarif.ts';
import { openLog, openWorkspace } from './workspace.ts';

const formats: Readonly<Record<string, (problems: readonly Problem[]) => string>> = {
  text: (problems) => problems.map(line).join('\n'),
  json: (problems) => JSON.stringify({ problems }, null, 1),
  sarif: (problems) => JSON.stringify(sarifLog(problems), null, 1),
};

/** `lead-habits check`: what the editor would say of every record, for CI. */
export const check: Command = {
  words: ['check'],
  usage: `check [DIR] [--format ${Object.keys(formats).join('|')}]`,
  summary: 'Check decision records',
  options: { format: { type: 'string' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const name = String(options.format ?? 'text');
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
    if (!format) {
      const message = `There is no format "${name}". Name one of ${Object.keys(formats).join(', ')}.`;
      return { output: '', messages: [message], status: 2 };
    }
    const workspace = await openWorkspace(folder, surroundings);
    // Records refer to those of other folders: all of them are read, and those below DIR are checked.
    const log = await openLog({ ...workspace, within: '' }, surroundings);
    const written = workspaceSettings(workspace.root);
    const settings = readSettings(written['leadHabits.checks.staleAfterDays'], written['leadHabits.checks.severity']);
    const governs = log.records.some(({ affects }) => affects.length);
    const { root, repository } = workspace;
    const around = logOnDisk(log, governs ? await (repository ? listFiles(repository) : walk(root)) : undefined);
    const records = log.records
      .filter(({ path }) => !workspace.within || path.startsWith(`${workspace.within}/`))
      .map(({ path }) => path)
      .sort();
    const problems = records.flatMap((path) => {
      const text = around.textOf(path) ?? '';
      const positionOf = positionsIn(text);
      return diagnose(path, text, around, settings, surroundings.today).map(
        ({ start, end, severity, code, message }): Problem => {
          const [from, to] = [positionOf(start), positionOf(end)];
          const place = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
          return { path, ...place, severity, code, message: textOf(message) };
        },
      );
    });
    return {
      output: format(problems),
      messages: name === 'text' ? [summary(problems, records.length)] : [],
      status: problems.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
};

function line({ path, line, column, severity, code, message }: Problem): string {
  return `${path}:${line}:${column}: ${severity} ${code} ${message}`;
}

function summary(problems: readonly Problem[], records: number): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = problems.length ? many(problems.length, 'problem') : 'No problems';
  return `${found} in ${many(records, 'record')}${errors ? `, ${many(errors, 'error')}` : ''}.`;
}
