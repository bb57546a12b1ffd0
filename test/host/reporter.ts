import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

/** How many tests of one outermost `describe` passed and failed, by its title. A failed hook counts as a failed test. */
export type Counts = Readonly<Record<string, { passed: number; failed: number }>>;

/**
 * Mocha's own `spec` reporter, which also writes its {@link Counts} to the file that `LEAD_HABITS_TEST_COUNTS` names.
 * Written at the end of a run alone: a run that died leaves no counts.
 */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const counts: Record<string, { passed: number; failed: number }> = {};
    const of = (test: Mocha.Runnable) => {
      counts[test.titlePath()[0] ?? ''] ??= { passed: 0, failed: 0 };
      return counts[test.titlePath()[0] ?? ''] as { passed: number; failed: number };
    };
    runner.on('pass', (test) => of(test).passed++);
    runner.on('fail', (test) => of(test).failed++);
    runner.once('end', () => {
      const file = process.env.LEAD_HABITS_TEST_COUNTS;
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}
