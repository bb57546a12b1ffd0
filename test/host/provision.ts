import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../src/humanError.ts';
import { cache } from './folders.ts';
import { npm } from './npm.ts';

/** A VS Code server on this disk: a real workbench for a browser and a real extension host, from npm packages. */
export interface Host {
  /** The version of the npm package `code-server`; 4.139.1 is VS Code 1.139. */
  readonly version: string;
  /** The Node that this server runs on. */
  readonly node: string;
  /** The script that starts it. */
  readonly main: string;
}

/** The version in use, unless `LEAD_HABITS_HOST_VERSION` names another. 4.100.3 is the oldest VS Code supported. */
export function hostVersion(): string {
  return process.env.LEAD_HABITS_HOST_VERSION || '4.139.1';
}

/**
 * Installs the host into `.vscode-test/<version>/`, once: about 15 seconds and 620 MB. The marker `complete` is
 * written last, so that an interrupted installation is done again.
 *
 * @throws HumanError when the npm registry does not answer or does not have the version.
 */
export async function provision(
  version: string = hostVersion(),
  say: (line: string) => void = console.log,
): Promise<Host> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new HumanError('"{0}" is not a version of code-server. Give three numbers, such as 4.139.1.', [version]);
  }
  const folder = join(cache, version);
  const marker = join(folder, 'complete');
  if (!existsSync(marker)) {
    const start = performance.now();
    say(`Installing the editor host ${version} into ${folder} (once, about 620 MB)`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    try {
      await install(folder, version, say);
    } catch (error) {
      throw explained(error);
    }
    await writeFile(marker, '');
    say(`Installed in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  const main = join(server(folder), 'out', 'server-main.js');
  return { version, main, node: ownNode(folder) ?? process.execPath };
}

const quiet = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error'];

async function install(folder: string, version: string, say: (line: string) => void): Promise<void> {
  say('  1 of 3: the server');
  await npm([...quiet, '--no-package-lock', '--prefix', folder, `code-server@${version}`], folder);
  say('  2 of 3: what the workbench needs');
  await npm([...quiet, '--prefix', server(folder)], server(folder));
  say('  3 of 3: what its built-in extensions need');
  const extensions = join(server(folder), 'extensions');
  await npm([...quiet, '--prefix', extensions], extensions);
  const wanted = await wantedNode(folder);
  if (wanted !== undefined) {
    say(`  and Node ${wanted}, which this version runs on`);
    // In a folder of its own: beside the server, npm would remove what was installed inside the server.
    const own = nodeFolder(folder);
    await mkdir(own);
    await writeFile(join(own, 'package.json'), '{ "private": true }\n');
    await npm([...quiet, '--no-package-lock', '--prefix', own, `${nodePackage()}@${wanted}`], own);
  }
}

function server(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** The major version of Node that the server asks for, when it is not the one that runs this script. */
async function wantedNode(folder: string): Promise<string | undefined> {
  const { engines } = JSON.parse(await readFile(join(folder, 'node_modules', 'code-server', 'package.json'), 'utf8'));
  const wanted = String(engines.node);
  return wanted === process.versions.node.split('.')[0] ? undefined : wanted;
}

/** The npm package that holds the Node binary for this system. */
function nodePackage(): string {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function nodeFolder(folder: string): string {
  return join(folder, 'node');
}

function ownNode(folder: string): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(nodeFolder(folder), 'node_modules', nodePackage(), 'bin', name);
  return existsSync(path) ? path : undefined;
}

function explained(error: unknown): unknown {
  if (!(error instanceof HumanError)) return error;
  return new HumanError(
    'The editor host could not be installed. Check that "npm ping" answers, then run this again; ' +
      'where VS Code itself can be downloaded, "npm run test:desktop" needs no host.',
    [],
    `${error.message}\n${error.detail ?? ''}`.trim(),
  );
}
