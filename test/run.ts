// npm test: every check of the project, and one line with what they came to. `npm test -- unit golden` runs only those.
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { results, root } from './host/folders.ts';
import { npmRun } from './host/npm.ts';
import type { Counts } from './host/reporter.ts';

interface Suite {
  readonly name: string;
  readonly script: string;
  /** Whether it is a mocha run, which leaves its counts in a file (see host/reporter.ts). Others are one check each. */
  readonly counted: boolean;
  /** What is run once more, anew, where a suite drives a window and something failed: on a busy machine a click can come too early. */
  readonly again?: 'whole' | 'failed';
}

const suites: readonly Suite[] = [
  { name: 'lint', script: 'lint', counted: false },
  { name: 'types', script: 'types', counted: false },
  { name: 'unused', script: 'unused', counted: false },
  { name: 'unit', script: 'test:unit', counted: true },
  { name: 'golden', script: 'test:golden', counted: true },
  { name: 'editor', script: 'test:editor', counted: true, again: 'whole' },
  { name: 'e2e', script: 'test:e2e', counted: true, again: 'failed' },
];

/** Milliseconds for one suite. Several times what it takes, since a machine may be busy; what hangs ends all the same. */
const limit = 40 * 60_000;

/** Runs a suite, or with titles only those of its outermost describes. Without counts it died, or it is not counted. */
async function run({ name, script, counted }: Suite, titles: readonly string[] = []): Promise<Counts> {
  const file = join(results, `${name}.json`);
  await rm(file, { force: true });
  const only = titles.length > 0 ? ['--grep', `^(${titles.map(literally).join('|')}) `] : [];
  const code = await npmRun(script, root, { LEAD_HABITS_TEST_COUNTS: file }, limit, only);
  if (!counted) return { [name]: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 } };
  const counts: Counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { passed, failed } = sum(counts);
  if (failed > 0 || (code === 0 && passed > 0)) return counts;
  // A run that died, that ran nothing, or that failed without saying where has not passed.
  console.error(`The ${name} suite ended with exit code ${code} and ${passed} tests passed: this counts as a failure.`);
  return { ...counts, [unfinished]: { passed: 0, failed: 1 } };
}

const unfinished = '(the run itself)';

function sum(counts: Counts): { passed: number; failed: number } {
  const all = Object.values(counts);
  return {
    passed: all.reduce((sum, each) => sum + each.passed, 0),
    failed: all.reduce((sum, each) => sum + each.failed, 0),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
  const failing = Object.keys(counts).filter((title) => counts[title]?.failed);
  if (failing.length > 0 && suite.again) {
    console.log(`\n=== ${suite.name}, once more in a fresh window: ${failing.join(', ')}`);
    // What stopped the whole run, or a hook of all, is no describe's fault: then everything is run again.
    const whole = suite.again === 'whole' || failing.some((title) => title === unfinished || title === '');
    counts = whole ? await run(suite) : { ...counts, ...(await run(suite, failing)) };
  }
  const { passed: passedHere, failed: failedHere } = sum(counts);
  passed += passedHere;
  failed += failedHere;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(
    `${suite.name.padEnd(8)}${String(passedHere).padStart(6)} passed${String(failedHere).padStart(5)} failed${seconds.padStart(8)} s`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
