import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Diagnosis, diagnose } from '../../../../src/decisions/checks/diagnose.ts';
import { logOnDisk } from '../../../../src/decisions/checks/logOnDisk.ts';
import { defaultSettings } from '../../../../src/decisions/checks/settings.ts';
import { DecisionLog } from '../../../../src/decisions/log.ts';
import { walk } from '../../../../src/records/files.ts';

/** Files by their paths, relative to a repository's root. */
export type Files = Readonly<Record<string, string>>;

export const today = '2026-11-20';
/** The record that is asked about, where a test says only its text. */
export const own = 'docs/decisions/0001-retry.md';

/** A repository in a folder of its own, checked as the command line does. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'checks-'));
  readonly log = new DecisionLog(this.root, { listFiles: () => walk(this.root) });

  static async with(files: Files): Promise<Repository> {
    const repository = new Repository();
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    await repository.log.load();
    return repository;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    this.log.refresh(path);
  }

  text(path: string): string {
    const text = logOnDisk(this.log, undefined).textOf(path);
    assert.ok(text !== undefined, `${path} is missing`);
    return text;
  }

  async check(path: string, settings = defaultSettings): Promise<Diagnosis[]> {
    return diagnose(path, this.text(path), logOnDisk(this.log, await walk(this.root)), settings, today);
  }

  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What is found with a code in a record, as the words that are underlined. */
async function underlined(files: Files, path: string, code: string): Promise<string[]> {
  const repository = await Repository.with(files);
  try {
    const found = (await repository.check(path)).filter((each) => each.code === code);
    return found.map(({ start, end }) => repository.text(path).slice(start, end));
  } finally {
    repository.delete();
  }
}

/** Tests that a check underlines exactly these words, in a file with LF and in one with CRLF. */
export function finds(code: string, title: string, record: string | Files, ...words: string[]): void {
  const files = typeof record === 'string' ? { [own]: record } : record;
  const path = Object.keys(files)[0] ?? own;
  for (const [name, eol] of [
    ['', '\n'],
    [', with CRLF', '\r\n'],
  ] as const) {
    it(`${words.length ? 'underlines' : 'says nothing of'} ${title}${name}`, async () => {
      const written = Object.entries(files).map(([each, text]) => [each, text.replaceAll('\n', eol)]);
      assert.deepEqual(await underlined(Object.fromEntries(written), path, code), words);
    });
  }
}

/** Tests that a check says nothing of a record. */
export function silent(code: string, title: string, record: string | Files): void {
  finds(code, title, record);
}

/** A record of ours with these sections instead of its own. */
export function lead(sections: Readonly<Record<string, string>> = {}, front = ''): string {
  const all = {
    Context: 'Charges fail when the partner is slow.',
    Options: '### Backoff with jitter\n\nWaits.\n\n### A queue\n\nWaits elsewhere.',
    Recommendation: 'Backoff, because it needs no queue.',
    Risks: 'A slow partner gets slower.',
    ...sections,
  };
  const body = Object.entries(all).map(([title, text]) => `## ${title}\n${text ? `\n${text}\n` : ''}`);
  const head = front.includes('status:') ? front : `status: accepted\n${front}`;
  return `---\n${head}${/^date:/m.test(head) ? '' : 'date: 2026-11-02\n'}---\n\n# Retry with backoff\n\n${body.join('\n')}`;
}
