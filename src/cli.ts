#!/usr/bin/env node
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from './cli/run.ts';

const { output, messages, status } = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  // A fixed date makes output repeatable, as adr-tools' ADR_DATE does.
  today: process.env.LEAD_HABITS_DATE ?? localDate(new Date()),
  language: Intl.DateTimeFormat().resolvedOptions().locale,
  builtInTemplates: join(fileURLToPath(import.meta.url), '..', '..', 'templates'),
  installation: join(fileURLToPath(import.meta.url), '..', '..'),
  readInput: () => text(process.stdin),
});
for (const message of messages ?? []) process.stderr.write(`${message}\n`);
if (output) process.stdout.write(`${output}\n`);
process.exitCode = status;

/** YYYY-MM-DD where the user is. */
function localDate(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
