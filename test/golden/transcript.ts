import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * A transcript is a Markdown file whose `~~~~ console` blocks hold what a person types and what comes back:
 *
 *     $ lead-habits new decision "Retry with backoff"     a command; quotes as in a shell, and nothing else of a shell;
 *                                                          lines after it that begin with `> ` are its standard input
 *     docs/decisions/0001-retry-with-backoff.md            its standard output
 *     ! a sentence                                         a line of its standard error
 *     => 1                                                 its exit status, where that is not 0
 *
 * Besides `lead-habits` and `git` there are, run by the tests themselves:
 *
 *     $ write FILE       the lines after it that begin with `> ` are the file; `write --crlf` ends them with CRLF, and
 *                        with `write --hex` they are its bytes
 *     $ grow FILE BYTES  makes a file as long, with NUL at its end
 *     $ hook NAME        the same for a git hook, a shell script
 *     $ cat FILE         the file; a CR is shown as ␍
 *     $ ls               every file outside of .git
 *     $ cd FOLDER
 */

interface Step {
  readonly command: string;
  /** What `write` and `hook` write, and `lead-habits` reads. */
  readonly input: readonly string[];
}

/** Runs a transcript's commands in an empty folder, and gives the transcript as it really went. */
export function replay(transcript: string, cli: string): string {
  const scene = new Scene(cli);
  try {
    return transcript.replace(/(?<=^~~~~ console\n)[\s\S]*?(?=^~~~~$)/gm, (block) =>
      stepsOf(block)
        .map((step) => scene.run(step))
        .join(''),
    );
  } finally {
    scene.close();
  }
}

function stepsOf(block: string): Step[] {
  const steps: { command: string; input: string[] }[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), input: [] });
    else if (/^>(?: |$)/.test(line)) steps.at(-1)?.input.push(line.slice(2));
  }
  return steps;
}

class Scene {
  readonly #cli: string;
  readonly #top = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-golden-')));
  readonly #root = join(this.#top, 'project');
  readonly #environment: NodeJS.ProcessEnv;
  #folder = this.#root;

  constructor(cli: string) {
    this.#cli = cli;
    const home = join(this.#top, 'home');
    mkdirSync(home);
    mkdirSync(this.#root);
    writeFileSync(
      join(home, '.gitconfig'),
      '[user]\n\tname = Ana Ruiz\n\temail = ana@example.org\n[init]\n\tdefaultBranch = main\n[core]\n\tautocrlf = false\n',
    );
    const own = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|EMAIL$|LEAD_HABITS_|LANG|LC_)/i.test(name));
    this.#environment = {
      ...Object.fromEntries(own),
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2024-05-06T10:00:00Z',
      GIT_COMMITTER_DATE: '2024-05-06T10:00:00Z',
      // A repository around the temporary folder is none of the scene's.
      GIT_CEILING_DIRECTORIES: this.#top,
      LC_ALL: 'C',
      LEAD_HABITS_DATE: '2024-05-06',
    };
  }

  close(): void {
    rmSync(this.#top, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Runs a step and gives it with its output, as lines of the transcript. */
  run({ command, input }: Step): string {
    const [program = '', ...args] = wordsOf(command);
    const lines = [`$ ${command}`, ...input.map((line) => `> ${line}`.trimEnd()), ...this.#do(program, args, input)];
    return `${lines.join('\n')}\n`;
  }

  #do(program: string, args: readonly string[], input: readonly string[]): string[] {
    switch (program) {
      case 'lead-habits':
        return this.#start(process.execPath, [this.#cli, ...args], input);
      case 'git':
        return this.#start('git', args);
      case 'write': {
        const file = join(this.#folder, args.at(-1) ?? '');
        mkdirSync(dirname(file), { recursive: true });
        const text = input.map((line) => line + (args[0] === '--crlf' ? '\r\n' : '\n')).join('');
        writeFileSync(file, args[0] === '--hex' ? Buffer.from(text.replace(/\s/g, ''), 'hex') : text);
        return [];
      }
      case 'grow':
        truncateSync(join(this.#folder, args[0] ?? ''), Number(args[1]));
        return [];
      case 'hook': {
        const file = join(this.#root, '.git', 'hooks', args[0] ?? '');
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, ['#!/bin/sh', ...input, ''].join('\n'));
        chmodSync(file, 0o755);
        return [];
      }
      case 'cat':
        return linesOf(this.#textOf(args[0] ?? '').replaceAll('\r', '␍'));
      case 'ls':
        return readdirSync(this.#root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(this.#root.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter((path) => !path.startsWith('.git/'))
          .sort();
      case 'cd':
        this.#folder = join(this.#folder, args[0] ?? '');
        return [];
      default:
        throw new Error(`a transcript knows no command ${program}`);
    }
  }

  #textOf(path: string): string {
    const file = join(this.#folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '(there is no such file)';
  }

  #start(program: string, args: readonly string[], input: readonly string[] = []): string[] {
    const { stdout, stderr, status, error } = spawnSync(program, args, {
      cwd: this.#folder,
      env: this.#environment,
      encoding: 'utf8',
      input: input.map((line) => `${line}\n`).join(''),
    });
    if (error) throw error;
    return [
      ...linesOf(this.#repeatable(stdout)),
      ...linesOf(this.#repeatable(stderr)).map((line) => `! ${line}`.trimEnd()),
      ...(status === 0 ? [] : [`=> ${status}`]),
    ];
  }

  /** Without what differs from run to run: where the temporary folder is, and what a commit is called. */
  #repeatable(output: string): string {
    return output
      .replaceAll('\r\n', '\n')
      .replaceAll(this.#root, '<project>')
      .replaceAll(this.#root.replaceAll('\\', '/'), '<project>')
      .replace(/^[0-9a-f]{7,40}(?= )/gm, '<commit>');
  }
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The words of a command line: split at spaces, with double quotes around words that hold some. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, plain]) => plain ?? (quoted ?? '').replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
  );
}
