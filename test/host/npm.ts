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
    const client = npmClient();
    const [command, first] = client ? [process.execPath, [client]] : ['npm', []];
    const child = spawn(command, [...first, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** The client's script: `npm.cmd` cannot be started without a shell on Windows. */
function npmClient(): string | undefined {
  const node = dirname(process.execPath);
  return [
    process.env.npm_execpath ?? '',
    join(node, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}
