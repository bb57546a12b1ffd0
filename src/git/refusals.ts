import { HumanError } from '../humanError.ts';

/**
 * One sentence for each way in which a commit can be refused: what happened, then what to do. {0} names the records, {1}
 * what is in the way.
 */
const sentences = {
  operation: 'Nothing was committed, because "git {1}" is under way. Finish or abort it, then commit {0} again.',
  identity:
    'Nothing was committed, because Git does not know who you are. Set "user.name" and "user.email" with "git config --global", then commit {0} again.',
  message: 'Nothing was committed, because the message is empty. Say in one line what {0} is about.',
  missing: 'Nothing was committed: {1} is neither on disk nor in Git. Save it, then commit again.',
  notAFile: 'Nothing was committed: {1} is not a file. Name the files to commit.',
  outside: 'Nothing was committed: {1} is outside of the repository. Commit it where it really is.',
  otherRepository:
    'Nothing was committed: {1} belongs to another repository inside this one, such as a submodule. Commit it there.',
  ignored: 'Nothing was committed, because Git ignores {1}. Move it, or change the rule that ignores it.',
  unmerged: 'Nothing was committed, because {1} has an unresolved conflict. Resolve it, then commit {0} again.',
  sparse:
    'Nothing was committed, because {1} is outside of the sparse checkout. Add its folder with "git sparse-checkout add", then commit {0} again.',
  unwatched:
    'Nothing was committed, because Git was told to assume that {1} never changes. Undo this with "git update-index --no-assume-unchanged", then commit {0} again.',
  locked:
    'Nothing was committed, because another Git process holds the index with {1}. Wait for it; if none is running, delete that file, then commit {0} again.',
  branchLocked:
    'Nothing was committed, because another Git process holds the branch with {1}. Wait for it; if none is running, delete that file, then commit {0} again.',
  lineEndings:
    'Nothing was committed, because "core.safecrlf" forbids the line endings in {0}. Save with the line endings that the repository wants, then commit again.',
  signing:
    'Nothing was committed, because Git could not sign the commit. Repair the signing key or program, or turn "commit.gpgsign" off, then commit {0} again.',
  hook: 'Nothing was committed, because the {1} hook refused. Its output says why: mend that, then commit {0} again.',
  failed: 'Nothing was committed, because Git failed. Its output says why: mend that, then commit {0} again.',
} as const satisfies Record<string, string>;

/** Why nothing was committed. */
export type RefusalReason = keyof typeof sentences;

/** A commit that did not happen. Nothing that the user has was changed. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** One sentence with the remedy; its `detail` is the hook's or git's own output, if there was any. */
  readonly error: HumanError;
}

/**
 * @param records the paths that were to be committed
 * @param obstacle what {1} stands for in the reason's sentence
 * @param output the hook's or git's own words
 */
export function refuse(reason: RefusalReason, records: readonly string[], obstacle = '', output = ''): Refusal {
  const detail = output.trim() === '' ? undefined : output.trim();
  return { kind: 'refused', reason, error: new HumanError(sentences[reason], [records.join(', '), obstacle], detail) };
}

/** What is known after git failed. Facts decide where they can, because git's messages may be translated. */
export interface Failure {
  readonly command: 'add' | 'commit';
  readonly exitCode: number;
  /** Everything that git and the hooks printed. */
  readonly output: string;
  readonly hasIdentity: boolean;
  /** Git's lock files that exist now. */
  readonly locks: readonly string[];
  /** The names of the hooks that can stop a commit, and exist. */
  readonly hooks: readonly string[];
  readonly signs: boolean;
  /** The configured signing key: a name, an identifier or a path; empty if there is none. */
  readonly signingKey: string;
  readonly forbidsLineEndings: boolean;
  readonly isSparse: boolean;
}

interface Symptom {
  readonly reason: RefusalReason;
  /** Whether the failure shows it. */
  readonly shown: (failure: Failure) => boolean;
  /** What {1} stands for. */
  readonly obstacle?: (failure: Failure, records: readonly string[]) => string;
}

/**
 * From the surest to the vaguest. Git ends with 1 if a hook or an ignore rule says no and with 128 if it cannot go on.
 * Words are matched only where no fact tells, and only those that no translation changes: names of files and programs.
 */
const symptoms: readonly Symptom[] = [
  {
    reason: 'locked',
    shown: ({ exitCode, output }) => exitCode === 128 && output.includes('index.lock'),
    obstacle: ({ locks }) => locks.find((lock) => lock.endsWith('index.lock')) ?? 'index.lock',
  },
  {
    reason: 'branchLocked',
    shown: ({ exitCode, output, locks }) => exitCode === 128 && output.includes('.lock') && locks.length > 0,
    obstacle: ({ locks }) => locks.join(', '),
  },
  { reason: 'identity', shown: ({ exitCode, hasIdentity }) => exitCode === 128 && !hasIdentity },
  {
    reason: 'lineEndings',
    shown: ({ exitCode, output, forbidsLineEndings }) =>
      exitCode === 128 && forbidsLineEndings && /\bCRLF\b/.test(output),
  },
  {
    reason: 'signing',
    shown: ({ exitCode, output, signs, signingKey }) =>
      exitCode === 128 && signs && (/gpg|ssh|sign/i.test(output) || (signingKey !== '' && output.includes(signingKey))),
  },
  {
    reason: 'sparse',
    shown: ({ command, exitCode, isSparse }) => command === 'add' && exitCode === 1 && isSparse,
    obstacle: (_, records) => records.join(', '),
  },
  {
    reason: 'ignored',
    shown: ({ command, exitCode }) => command === 'add' && exitCode === 1,
    obstacle: (_, records) => records.join(', '),
  },
  {
    reason: 'hook',
    shown: ({ command, exitCode, hooks }) => command === 'commit' && exitCode === 1 && hooks.length > 0,
    obstacle: ({ hooks }) => hooks.join(' or '),
  },
];

/** The refusal that a failure amounts to; `failed`, with git's own words, if it is none that we know. */
export function refusalFor(failure: Failure, records: readonly string[]): Refusal {
  const symptom = symptoms.find(({ shown }) => shown(failure));
  if (symptom === undefined) {
    return refuse('failed', records, '', failure.output);
  }
  return refuse(symptom.reason, records, symptom.obstacle?.(failure, records) ?? '', failure.output);
}
