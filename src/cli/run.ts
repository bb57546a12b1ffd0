import { parseArgs } from 'node:util';
import { HumanError } from '../humanError.ts';
import type { Command, Result } from './command.ts';
import type { Surroundings } from './workspace.ts';

/** Every command by the words that call it, in the order of the help. Only the one that is called is loaded. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  decisions: async () => (await import('./decisions.ts')).decisions,
  'new decision': async () => (await import('./newDecision.ts')).newDecision,
  status: async () => (await import('./status.ts')).status,
  supersede: async () => (await import('./supersede.ts')).supersede,
  renumber: async () => (await import('./renumber.ts')).renumber,
  check: async () => (await import('./check.ts')).check,
  actions: async () => (await import('./actions.ts')).actions,
  week: async () => (await import('./week.ts')).week,
  summary: async () => (await import('./summary.ts')).summary,
  coach: async () => (await import('./coach.ts')).coach,
  reviews: async () => (await import('./reviews.ts')).reviews,
  commit: async () => (await import('./commit.ts')).commit,
  site: async () => (await import('./site.ts')).site,
};

/**
 * Runs the command line.
 *
 * @param args what follows `lead-habits`.
 * @returns what to print and the exit status; errors people read are among the messages, bugs are thrown.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Result> {
  if (!args.length || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    return { output: await help(), status: args.length ? 0 : 2 };
  }
  const load = commands[args.slice(0, 2).join(' ')] ?? commands[args[0] ?? ''];
  if (!load) {
    return { output: '', messages: [`There is no command "${args[0]}". See "lead-habits --help".`], status: 2 };
  }
  const command = await load();
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

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ usage }) => usage.length));
  const lines = all.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return ['Usage: lead-habits COMMAND', '', ...lines].join('\n');
}
