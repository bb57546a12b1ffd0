import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../src/humanError.ts';
import type { Host } from './provision.ts';

/** Settings of VS Code's user settings file. */
export type Settings = Readonly<Record<string, unknown>>;

/** How the editor is set in every host: quiet, and without the network. */
export const quietSettings: Settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  // As on the desktop; a browser's default saves by itself.
  'files.autoSave': 'off',
  // The servers of other languages are not what is tried here, and one of them asks the network.
  'typescript.tsserver.useSyntaxServer': 'always',
  'typescript.disableAutomaticTypeAcquisition': true,
  'typescript.tsc.autoDetect': 'off',
  'npm.autoDetect': 'off',
  'git.autofetch': false,
  // Other programs of the machine open ports too.
  'remote.autoForwardPorts': false,
  'git.openRepositoryInParentFolders': 'never',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
};

export interface ServerOptions {
  /** Holds user settings, global storage and logs; made when absent. Keep its path short (see folders.ts). */
  readonly data: string;
  /** Where extensions are installed. */
  readonly extensions: string;
  /** A free port is chosen for 0. */
  readonly port?: number;
  /** Asked of whoever connects. */
  readonly token?: string;
  /** Every folder opens trusted, without asking. */
  readonly trusted?: boolean;
  /** Lets a page bring extensions in development and their tests. */
  readonly tests?: boolean;
  /** Added to this process's environment; extensions see it. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running server. It listens on 127.0.0.1 alone and ends with this process. */
export interface Server {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** The extension hosts started so far, oldest first, by process id. */
  readonly extensionHosts: readonly number[];
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** What the server has printed. */
  log(): string;
  stop(): Promise<void>;
}

/** @throws HumanError when the server ends before it listens. */
export async function startServer(host: Host, options: ServerOptions): Promise<Server> {
  await mkdir(options.data, { recursive: true });
  const child = spawn(
    host.node,
    [
      host.main,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', options.data, '--extensions-dir', options.extensions],
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
      ...(options.tests ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: { ...environment(), ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = () => child.kill();
  process.once('exit', end);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  let log = '';
  const extensionHosts: number[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    const read = (data: Buffer) => {
      log += data;
      for (const [, id] of String(data).matchAll(/<(\d+)> Launched Extension Host Process/g)) {
        extensionHosts.push(Number(id));
      }
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new HumanError('The editor host ended before it was ready (exit code {0}).', [String(code)], log));
    });
  });

  return {
    port,
    address: `http://127.0.0.1:${port}`,
    extensionHosts,
    ended: exited,
    log: () => log,
    stop: async () => {
      process.off('exit', end);
      await terminate(child, exited);
      // An extension host outlives its server when it hangs.
      for (const id of extensionHosts) killIfRunning(id);
    },
  };
}

/** Writes the user settings that a server reads from its data folder. */
export async function writeSettings(
  data: string,
  settings: Settings,
  how: 'replace' | 'keep' = 'replace',
): Promise<void> {
  const file = join(data, 'data', 'User', 'settings.json');
  if (how === 'keep' && existsSync(file)) return;
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`);
}

/** Installs a packaged extension as a user would, into the extensions folder. */
export async function installExtension(host: Host, vsix: string, options: ServerOptions): Promise<void> {
  const child = spawn(
    host.node,
    [
      host.main,
      ...['--install-extension', vsix, '--force', '--accept-server-license-terms'],
      ...['--server-data-dir', options.data, '--extensions-dir', options.extensions],
    ],
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      log += data;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 || !log.includes('was successfully installed')) {
    throw new HumanError('The extension could not be installed into the editor host.', [], log);
  }
}

/** This process's environment, without a marketplace: the host asks nobody on the network. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, EXTENSIONS_GALLERY: '{}' };
}

function killIfRunning(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended, as it should.
  }
}

async function terminate(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exited;
  clearTimeout(kill);
}
