import { parseArgs } from 'node:util';
import { HumanError } from '../humanError.ts';
import { actions } from './actions.ts';
import { check } from './check.ts';
import type { Command, Result } from './command.ts';
import { commit } from './commit.ts';
import { decisions } from './decisions.ts';
import { newDecision } from './newDecision.ts';
import { renumber } from './renumber.ts';
import { site } from './site.ts';
import { status } from './status.ts';
import { supersede } from './supersede.ts';
import type { Surroundings } from './workspace.ts';

const commands: readonly Command[] = [
  decisions,
  newDecision,
  status,
  supersede,
  renumber,
  check,
  actions,
  commit,
  site,
];

/**
 * Runs the command line.
 *
 * @param args what follows `lead-habits`.
 * @returns what to print and the exit status; errors people read are among the messages, bugs are thrown.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Result> {
  if (!args.length || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    return { output: help(), status: args.length ? 0 : 2 };
  }
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
  if (!command) {
    return { output: '', messages: [`There is no command "${args[0]}". See "lead-habits --help".`], status: 2 };
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: args.slice(command.words.length),
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ', 1)[0] : String(error);
    return wrongUsage(command, `${reason}.`);
  }
  const { positionals, values } = parsed;
  if (values.help) return { output: `Usage: lead-habits ${command.usage}\n\n${command.summary}.`, status: 0 };
  const { least, most } = command.arguments;
  if (positionals.length < least) return wrongUsage(command, 'An argument is missing.');
  if (positionals.length > most) return wrongUsage(command, `"${positionals[most]}" is one argument too many.`);
  try {
    return await command.run(positionals, values, surroundings);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { output: '', messages: [error.message, ...(error.detail ? [error.detail] : [])], status: 1 };
  }
}

function wrongUsage(command: Command, reason: string): Result {
  return { output: '', messages: [reason, `Usage: lead-habits ${command.usage}`], status: 2 };
}

function help(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return ['Usage: lead-habits COMMAND', '', ...lines].join('\n');
}
