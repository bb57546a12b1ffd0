// npm run test:editor and npm run test:desktop: the suites of test/editor inside VS Code's extension host, in a fresh
// sample repository. `-- --grep TEXT` runs the tests whose names contain the text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { runExtensionTests } from './extensionTests.ts';
import { results, root, temporaryFolder } from './folders.ts';
import { provision } from './provision.ts';
import { reported } from './report.ts';
import { makeSample } from './sample.ts';
import { buildExtension } from './vsix.ts';

const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, grep: { type: 'string' } } });

/** Each suite becomes a module of its own; what comes from npm is loaded from node_modules. */
async function buildSuites(folder: string): Promise<void> {
  const source = join(root, 'test', 'editor');
  const suites = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(spec|test)\.ts$/.test(name))
    .map((name) => join(source, name));
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/editor/index.ts', ...suites],
    outbase: 'test/editor',
    outdir: relative(root, folder),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Prints what is added to a file, until it is stopped. */
function readAloud(file: string): () => void {
  let read = 0;
  const print = () => {
    const text = readFileSync(file);
    process.stdout.write(text.subarray(read));
    read = text.length;
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
}

async function main(): Promise<number> {
  const tests = join(root, 'out', 'test');
  await Promise.all([buildExtension(), buildSuites(tests)]);
  const folder = temporaryFolder();
  const sample = join(folder, 'billing');
  try {
    await makeSample(sample);
    return values.desktop
      ? await runOnDesktop(tests, sample)
      : await runInBrowser(tests, sample, join(folder, 'output'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const chosen = { LEAD_HABITS_TEST_GREP: values.grep ?? '' };

async function runInBrowser(tests: string, sample: string, output: string): Promise<number> {
  const host = await provision();
  const log = join(results, 'editor.log');
  await rm(log, { force: true });
  await writeFile(output, '');
  const stop = readAloud(output);
  try {
    const environment = { ...chosen, LEAD_HABITS_TEST_OUTPUT: output };
    const run = { extension: root, tests: join(tests, 'index.js'), folder: sample, log, environment };
    const code = await runExtensionTests(host, run);
    if (code !== 0) console.error(`The workbench's log is ${relative(root, log)}`);
    return code;
  } finally {
    stop();
  }
}

/** Desktop VS Code, downloaded by @vscode/test-electron: the oldest supported version with LEAD_HABITS_VSCODE=1.100.3. */
async function runOnDesktop(tests: string, sample: string): Promise<number> {
  const { runTests } = await import('@vscode/test-electron');
  await mkdir(results, { recursive: true });
  return runTests({
    ...(process.env.LEAD_HABITS_VSCODE && { version: process.env.LEAD_HABITS_VSCODE }),
    ...(existsSync(process.env.LEAD_HABITS_VSCODE_PATH ?? '') && {
      vscodeExecutablePath: process.env.LEAD_HABITS_VSCODE_PATH ?? '',
    }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(tests, 'index.js'),
    extensionTestsEnv: chosen,
    // Not in the checkout, whose path may be too long for the sockets that VS Code makes there.
    launchArgs: [sample, '--disable-extensions', `--user-data-dir=${join(sample, '..', 'user')}`],
  });
}

await reported(main);
