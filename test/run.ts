// npm test: every check of the project, and one line with what they came to. `npm test -- unit golden` runs only those.
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { results, root } from './host/folders.ts';
import { npmRun } from './host/npm.ts';

interface Suite {
  readonly name: string;
  readonly script: string;
  /** Whether it is a mocha run, which leaves its counts in a file (see host/reporter.ts). Others are one check each. */
  readonly counted: boolean;
  /** Whether it drives a browser: on a busy machine a click can come too early, so a failed run is run once more, anew. */
  readonly twice?: boolean;
}

const suites: readonly Suite[] = [
  { name: 'lint', script: 'lint', counted: false },
  { name: 'types', script: 'types', counted: false },
  { name: 'unused', script: 'unused', counted: false },
  { name: 'unit', script: 'test:unit', counted: true },
  { name: 'golden', script: 'test:golden', counted: true },
  { name: 'editor', script: 'test:editor', counted: true },
  { name: 'e2e', script: 'test:e2e', counted: true, twice: true },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const limit = 25 * 60_000;

async function run({ name, script, counted }: Suite): Promise<Counts> {
  const file = join(results, `${name}.json`);
  await rm(file, { force: true });
  const code = await npmRun(script, root, { LEAD_HABITS_TEST_COUNTS: file }, limit);
  if (!counted) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed }: Counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0 };
  // A run that died, that ran nothing, or that failed without saying where has not passed.
  const silent = failed === 0 && (code !== 0 || passed === 0);
  if (silent)
    console.error(
      `The ${name} suite ended with exit code ${code} and ${passed} tests passed: this counts as a failure.`,
    );
  return { passed, failed: silent ? 1 : failed };
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. There are ${suites.map((suite) => suite.name).join(', ')}.`);
  process.exit(2);
}

const lines: string[] = [];
let passed = 0;
let failed = 0;
for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  console.log(`\n=== ${suite.name}`);
  const start = performance.now();
  let counts = await run(suite);
  if (counts.failed > 0 && suite.twice) {
    console.log(`\n=== ${suite.name}, once more in fresh windows: ${counts.failed} failed`);
    counts = await run(suite);
  }
  passed += counts.passed;
  failed += counts.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(
    `${suite.name.padEnd(8)}${String(counts.passed).padStart(6)} passed${String(counts.failed).padStart(5)} failed${seconds.padStart(8)} s`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
