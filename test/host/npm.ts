import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HumanError } from '../../src/humanError.ts';

/**
 * Runs the npm client that started this script, as it is configured, without a shell.
 *
 * @returns what npm printed.
 * @throws HumanError when npm cannot be found, or fails; its own words are the detail.
 */
export function npm(args: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(...command(args), { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', () => reject(new HumanError('npm was not found. Start this script with "npm run".')));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new HumanError('npm {0} failed (exit code {1}).', [args.join(' '), String(code)], output.trim()));
    });
  });
}

/**
 * Runs a script of package.json, with arguments added to its own. What it prints goes where this process prints. It is
 * ended after the given time.
 *
 * @returns its exit code; 1 when it was ended.
 */
export function npmRun(
  script: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  milliseconds: number,
  args: readonly string[] = [],
): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(...command(['run', '--silent', script, '--', ...args]), {
      cwd: folder,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => {
      console.error(`"npm run ${script}" did not end within ${milliseconds / 60_000} minutes.`);
      child.kill();
    }, milliseconds);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

function command(args: readonly string[]): [command: string, args: string[]] {
  const client = npmClient();
  return client ? [process.execPath, [client, ...args]] : ['npm', [...args]];
}

/** The client's script: `npm.cmd` cannot be started without a shell on Windows. */
function npmClient(): string | undefined {
  const node = dirname(process.execPath);
  return [
    process.env.npm_execpath ?? '',
    join(node, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}
