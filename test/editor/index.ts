// Runs inside the extension host: VS Code imports this module and calls run().
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

/** Runs every suite beside this module. Rejects when a test failed, which makes VS Code exit with 1. */
export async function run(): Promise<void> {
  teeConsole();
  // Imported late: mocha takes console.log as it is at that moment.
  const { default: Mocha } = await import('mocha');
  const { default: CountingReporter } = await import('../host/reporter.ts');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, reporter: CountingReporter });
  if (process.env.LEAD_HABITS_TEST_GREP) mocha.grep(process.env.LEAD_HABITS_TEST_GREP);
  const suites = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(spec|test)\.js$/.test(name))
    .sort();
  if (suites.length === 0) throw new Error(`No suite was built into ${import.meta.dirname}`);
  for (const name of suites) mocha.addFile(pathToFileURL(join(import.meta.dirname, name)).href);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    console.log('A suite could not be loaded:', error);
    throw error;
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** What is logged also goes to the file that the runner reads aloud, when it names one. */
function teeConsole(): void {
  const file = process.env.LEAD_HABITS_TEST_OUTPUT;
  if (!file) return;
  const original = console.log.bind(console);
  const value = (...args: unknown[]) => {
    original(...args);
    appendFileSync(file, `${format(...args)}\n`);
  };
  // Not an assignment: VS Code's own setter would take the new function for the one that writes to its terminal.
  Object.defineProperty(console, 'log', { value, configurable: true, writable: true });
}
