#!/usr/bin/env node
// Takes the arguments of VS Code's own executable for extension tests, so that @vscode/test-electron's
// runTests({ vscodeExecutablePath }) can drive the editor host as it drives desktop VS Code.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runExtensionTests } from './extensionTests.ts';
import { results } from './folders.ts';
import { provision } from './provision.ts';
import { reported } from './report.ts';

const { values, positionals } = parseArgs({
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});

await reported(async () => {
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const [folder] = positionals;
  if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined) {
    console.error('code.ts FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH');
    return 2;
  }
  return runExtensionTests(await provision(), {
    extension: resolve(extension),
    tests: resolve(tests),
    folder: resolve(folder),
    log: join(results, 'editor.log'),
    environment: {},
  });
});
