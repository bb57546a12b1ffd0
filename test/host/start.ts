// npm start: the extension in a real VS Code in the browser, with the sample repository or a folder of one's own.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HumanError } from '../../src/humanError.ts';
import { uriPath } from './extensionTests.ts';
import { cache, dataFolder } from './folders.ts';
import { hostVersion, provision } from './provision.ts';
import { reported } from './report.ts';
import { makeSample } from './sample.ts';
import { installExtension, startServer, writeSettings } from './server.ts';
import { packageExtension } from './vsix.ts';

const help = `npm start [-- options]

Opens the extension in a VS Code that runs in your browser, with a sample repository.

  --folder PATH   open this folder instead; the sample is not written anywhere near it
  --fresh         make the sample again; what you changed in it is lost
  --port N        listen on this port of 127.0.0.1
  --version V     the host's version: 4.139.1 is VS Code 1.139, 4.100.3 the oldest supported
  --no-open       do not open the browser`;

const options = {
  folder: { type: 'string' },
  fresh: { type: 'boolean' },
  port: { type: 'string' },
  version: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const own = values.folder === undefined ? undefined : ownFolder(values.folder);
  const port = values.port === undefined ? await freePort() : portNumber(values.port);

  const host = await provision(values.version ?? hostVersion());
  console.log('Building and packaging the extension');
  const vsix = await packageExtension();
  const data = dataFolder(own ? 'own' : 'sample');
  // A page that the user visits could reach a port of 127.0.0.1: only who has the address from the terminal gets in.
  const token = randomBytes(16).toString('hex');
  const server = { data, extensions: join(data, 'extensions'), port, token, trusted: own === undefined };
  await installExtension(host, vsix, server);
  await writeSettings(data, {}, 'keep');
  const folder = own ?? (await sample(values.fresh ?? false));

  const running = await startServer(host, server);
  const address = `${running.address}/?${new URLSearchParams({ tkn: token, folder: uriPath(folder) })}`;
  console.log(`
Lead Habits is ready.

  Address   ${address}
  Folder    ${folder}
  Stop      Ctrl+C
`);
  if (!values['no-open']) openInBrowser(address);

  let asked = false;
  const stop = () => {
    asked = true;
    running.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  await running.ended;
  if (asked) return 0;
  throw new HumanError('The editor host has ended by itself. Start it again with "npm start".', [], running.log());
}

function ownFolder(path: string): string {
  // npm moves to the project's root; the path is meant from where the user is.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new HumanError('There is no folder {0}.', [folder]);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new HumanError('"{0}" is not a port. Give a number from 1 to 65535.', [text]);
}

/** The same port each time where it is free, as the browser keeps what the window looked like by address. */
async function freePort(): Promise<number> {
  const usual = 8139;
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(usual, '127.0.0.1');
  });
  return free ? usual : 0;
}

/** The sample repository as the user left it. */
async function sample(fresh: boolean): Promise<string> {
  const folder = join(cache, 'sample', 'billing');
  if (fresh || !existsSync(join(folder, '.git'))) {
    console.log('Making the sample repository');
    await makeSample(folder);
  }
  return folder;
}

/** Opens the user's browser where there is a display. Best effort: the address is on the terminal. */
function openInBrowser(address: string): void {
  const { platform, env } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const [command, args] =
    platform === 'darwin'
      ? ['open', [address]]
      : platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

await reported(main);
