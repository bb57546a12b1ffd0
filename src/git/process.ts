import type { SimpleGitOptions } from 'simple-git';
import { HumanError } from '../humanError.ts';

/** Where git is started, and which git. */
export interface Place {
  /** An existing folder, native absolute path. */
  readonly root: string;
  /** Git's own path, or `git` to look it up on the PATH. It may contain spaces. */
  readonly binary: string;
  /** Ends what git is doing there, and all that it is asked from then on. */
  readonly signal?: AbortSignal;
}

/** What a finished git process left behind. A failure is a result: only a git that cannot start is thrown. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface EndedInBytes {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * The environment variables that simple-git may hand on. It drops every `GIT_*` and its kin by default, which is right for
 * those that point at another repository (`GIT_DIR`, `GIT_INDEX_FILE`, … as set by a hook that starts an editor), and
 * wrong for who the user is, how they sign, and where their configuration is.
 */
const handedOn =
  /^(GIT_(AUTHOR|COMMITTER|SSH|SSL|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY|VALUE)).*|GIT_(ASKPASS|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|TEMPLATE_DIR)|SSH_ASKPASS|EDITOR|VISUAL|PAGER|PREFIX)$/i;

/**
 * Runs git once, without a shell, and waits for its end.
 *
 * @param args the arguments as they are; file names go after `--`
 * @param input text for standard input, which is closed after it; only give it to a command that reads it
 * @throws HumanError if git cannot be started there
 */
export async function git(place: Place, args: readonly string[], input?: string): Promise<Ended> {
  const { exitCode, stdout, stderr } = await run(place, args, input);
  return { exitCode, stdout: String(stdout), stderr };
}

async function run(place: Place, args: readonly string[], input?: string): Promise<EndedInBytes> {
  place.signal?.throwIfAborted();
  const { simpleGit, GitConstructError } = await import('simple-git');
  let ended: EndedInBytes | undefined;
  const options: Partial<SimpleGitOptions> = {
    baseDir: place.root,
    binary: place.binary,
    allowEnvironment: Object.keys(process.env).filter((name) => handedOn.test(name)),
    // The second tells git, and so every hook, to reject abbreviated options unless it is allowed here; the third is for the
    // journal, which has none. All arguments are ours.
    unsafe: { allowUnsafeCustomBinary: true, allowAbbreviatedOptions: true, allowUnsafeHooksPath: true },
    // simple-git takes a failure without a word on stderr (a silent hook) for a success, so the exit code is kept here.
    errors(_error, { exitCode, stdOut, stdErr }) {
      ended = { exitCode, stdout: Buffer.concat(stdOut), stderr: String(Buffer.concat(stdErr)) };
      return undefined;
    },
    ...(input === undefined ? {} : { input: () => input }),
    ...(place.signal && { abort: place.signal }),
  };
  try {
    await simpleGit(options).raw([...args]);
  } catch (error) {
    if (error instanceof GitConstructError) {
      throw new HumanError('The folder {0} is gone. Open it again and retry.', [place.root]);
    }
    throw error;
  }
  place.signal?.throwIfAborted();
  if (ended === undefined) {
    throw new Error(`simple-git did not report the end of git ${args.join(' ')}`);
  }
  // Node reports a process that could not be started with a negative exit code, and simple-git its error as stderr.
  if (ended.exitCode < 0) {
    throw new HumanError(
      'Git was not found at "{0}". Install Git, or set "git.path" to where it is, then retry.',
      [place.binary],
      ended.stderr,
    );
  }
  return ended;
}

/**
 * Runs a git command that has no reason to fail in a healthy repository.
 *
 * @returns its standard output
 * @throws HumanError with git's own words if it fails all the same
 */
export async function gitOutput(place: Place, args: readonly string[], input?: string): Promise<string> {
  return String(await gitBytes(place, args, input));
}

/** As {@link gitOutput}, for output whose bytes are counted, or that need not be text. */
export async function gitBytes(place: Place, args: readonly string[], input?: string): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await run(place, args, input);
  if (exitCode !== 0) {
    throw new HumanError('Git could not read the repository {0}. Its output says why.', [place.root], stderr.trim());
  }
  return stdout;
}

/** Splits output printed with `-z`: every entry ends with a NUL. */
export function nulSeparated(output: string): string[] {
  const entries = output.split('\0');
  entries.pop();
  return entries;
}
