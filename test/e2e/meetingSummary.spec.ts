import assert from 'node:assert/strict';
import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { Workbench } from './workbench.ts';

const notes = `# Billing retries

Present: Ana Ruiz, Raj Patel

We chose backoff with jitter because it needs no new infrastructure.

ACTION: Raj Patel to measure the retry storm by next Friday
ACTION: write the billing runbook
ACTION: pat to tell the partner by 2026-12-01

Q: how long may a customer wait?
`;

describe('a meeting summary', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.openNew({
      'README.md': '# Billing\n',
      'docs/decisions/0001-use-cents.md': '# Use cents\n\n- Status: accepted\n\n## Context\n\nFloats round.\n',
      'docs/meetings/2026-11-06-outage.md': '---\ndate: 2026-11-06\n---\n\n# Outage\n\n- [ ] write it down\n',
    });
  });
  after(() => workbench.close());

  const copy = (text: string) => workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  /** The summary's file; there is one but the outage's. */
  async function summary(): Promise<string> {
    const names = await readdir(join(workbench.folder, 'docs/meetings'));
    const name = names.find((each) => each.endsWith('-billing-retries.md'));
    assert.ok(name, names.join());
    return `docs/meetings/${name}`;
  }
  async function begin(): Promise<void> {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('m');
    await workbench.asked('New Meeting Summary');
  }
  /** Waits until the menu of fixes shows one, and gives what it shows. */
  async function fixes(first: string): Promise<string[]> {
    const list = workbench.page.locator('.action-widget .monaco-list-row .title');
    await list.filter({ hasText: first }).first().waitFor({ timeout: 3000 });
    return list.allInnerTexts();
  }

  it('comes from notes on the clipboard, beside which nothing but the day is asked', async () => {
    await copy(notes);
    await begin();
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('-billing-retries.md');
    await workbench.firstGap();
    await workbench.status('Decisions: 1, next steps: 3, left open: 4');
    const text = await workbench.read(await summary());
    assert.match(
      text,
      /^---\ndate: \d{4}-\d\d-\d\d\nattendees: \[Ana Ruiz, Raj Patel\]\n---\n\n# Billing retries\n\nTo confirm: we chose \*\*backoff with jitter\*\* because/,
    );
    assert.match(text, /\n- \[ \] write the billing runbook\n/);
    assert.ok(text.endsWith('> Q: how long may a customer wait?\n'), text);
  });

  it('is filled from the keyboard, with fewer than ten keys a gap', async () => {
    let keys = 0;
    const press = async (key: string) => {
      keys += key.split('+').length;
      await workbench.page.keyboard.press(key);
    };
    /** Opens the menu of fixes; a window that is still busy does not hear its keys. */
    const offer = (first: string) =>
      eventually(async () => {
        const before = keys;
        await press('Control+.');
        return fixes(first).catch((error) => {
          keys = before;
          throw error;
        });
      }, 20_000);
    const open = workbench.page.locator('.squiggly-info');
    const filled = async (line: RegExp, left: number) => {
      await eventually(async () => {
        assert.match(await workbench.editorText(), line);
        assert.equal(await open.count(), left);
      });
      assert.ok(keys < 10, `${keys} keys`);
      keys = 0;
    };
    // The cursor goes on from the day, which may stay, to the first gap.
    await press('Tab');
    await open.first().waitFor();
    const day = '\\d{4}-\\d\\d-\\d\\d';
    const readings = new RegExp(`^"by next Friday" is ${day}\n"by next Friday" is ${day}\n[^]*Another Day`);
    assert.match((await offer('"by next Friday" is')).join('\n'), readings);
    await workbench.screenshot('meeting-due');
    await press('Enter');
    await filled(/Raj Patel will measure the retry storm by \d{4}-\d\d-\d\d$/m, 3);

    await press('ArrowDown');
    await press('Home');
    await offer('Owner: Ana Ruiz');
    await press('ArrowDown');
    await press('Enter');
    await filled(/^- \[ \] Raj Patel will write the billing runbook$/m, 2);

    await offer('Due in two weeks');
    await press('ArrowDown');
    await press('Enter');
    await filled(/^- \[ \] Raj Patel will write the billing runbook by \d{4}-\d\d-\d\d$/m, 1);

    await press('ArrowDown');
    await offer('Add pat to the Attendees');
    await press('Enter');
    await filled(/^attendees: \[Ana Ruiz, Raj Patel, pat\]$/m, 0);
  });

  it('gives a decision record, linked both ways and committed together', async () => {
    const path = await summary();
    const lines = (await workbench.editorText()).split('\n');
    await workbench.goTo(lines.findIndex((line) => line.startsWith('- We chose')) + 1);
    await workbench.page.keyboard.press('Control+.');
    await fixes('New Decision Record from This Line');
    await workbench.page.keyboard.press('Enter');
    await workbench.asked('New Decision Record');
    assert.equal(await workbench.inputValue(), 'Backoff with jitter');
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('0002-backoff-with-jitter.md');
    const record = await workbench.read('docs/decisions/0002-backoff-with-jitter.md');
    const context = `\n\nWe chose backoff with jitter because it needs no new infrastructure.\n\nFrom [Billing retries](../meetings/${path.slice(path.lastIndexOf('/') + 1)}).\n`;
    assert.ok(record.includes(context), record);
    assert.match(
      await workbench.read(path),
      /^- We chose .+ infrastructure \(\[decision 2\]\(\.\.\/decisions\/0002-backoff-with-jitter\.md\)\)\.$/m,
    );
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('c');
    await workbench.asked('Commit Records');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('2 Backoff with jitter');
    const committed = await workbench.git('show', '--name-only', '--format=%s%n%b', 'HEAD');
    assert.deepEqual(committed.split('\n').filter(Boolean), [
      'docs(decisions): 2 Backoff with jitter',
      'Decided in "Billing retries".',
      'docs/decisions/0002-backoff-with-jitter.md',
      path,
    ]);
  });

  it('is shown again, as the user has it, for the same notes', async () => {
    const path = await summary();
    const before = await workbench.read(path);
    await begin();
    await workbench.pick('The Clipboard');
    await workbench.tab('-billing-retries.md');
    await workbench.status('was made of these notes already. Nothing changed.');
    assert.equal(await workbench.read(path), before);
    assert.deepEqual(await readdir(join(workbench.folder, 'docs/meetings')), ['2026-11-06-outage.md', path.slice(14)]);
  });

  it('gains what the notes say by now, and keeps what the user made of it', async () => {
    const path = await summary();
    const before = await workbench.read(path);
    await copy(`${notes}\nACTION: Ana to pay the partner by 2026-12-04\n`);
    await begin();
    await workbench.pick('The Clipboard');
    await workbench.status('has what the notes say by now. Nothing else changed.');
    const after = await workbench.read(path);
    const added = after.split('\n').filter((line) => !before.includes(line));
    assert.deepEqual(added, [
      '- [ ] Ana will pay the partner by 2026-12-04',
      '> ACTION: Ana to pay the partner by 2026-12-04',
    ]);
    assert.deepEqual(
      before.split('\n').filter((line) => !after.includes(line)),
      [],
    );
  });

  it('is not made of what is no notes: one sentence says why', async () => {
    const file = (name: string) => join(workbench.folder, name);
    await writeFile(file('binary.vtt'), 'WEBVTT\n\0\n');
    await writeFile(file('latin.txt'), Buffer.from([0x47, 0xfc, 0x6e]));
    await writeFile(file('empty.md'), '\n');
    const huge = await open(file('huge.txt'), 'w');
    await huge.truncate(100 * 1024 * 1024);
    await huge.close();
    for (const [name, sentence] of [
      ['binary.vtt', 'binary.vtt is not text. Save the notes as Markdown, plain text, HTML or a transcript.'],
      ['latin.txt', 'latin.txt is not UTF-8 text. Save it as UTF-8, then try again.'],
      ['empty.md', 'empty.md is empty. Write some notes first.'],
      ['huge.txt', 'huge.txt is larger than 16 MB, which no notes are. Name the notes of one meeting.'],
    ] as const) {
      await begin();
      await workbench.pick('A File...');
      await workbench.asked('The Notes of a Meeting');
      // The dialog begins with the folder of the open file.
      await eventually(async () => assert.match(await workbench.inputValue(), /\/meetings\/$/));
      await workbench.fill(file(name));
      // The dialog hears the key once it has looked at the path.
      const dialog = workbench.page.locator('.quick-input-widget');
      await eventually(async () => {
        if (await dialog.isVisible()) await workbench.page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'hidden', timeout: 1000 });
      });
      await workbench.notification(sentence);
    }
  });
});
