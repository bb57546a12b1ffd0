import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../host/folders.ts';
import { put, Workbench } from './workbench.ts';

const nygard = (number: number, title: string) =>
  `# ${number}. ${title}\n\nDate: 2024-01-0${number}\n\n## Status\n\nAccepted\n\n## Context\n\nWords.\n\n## Decision\n\nWords.\n\n## Consequences\n\nWords.\n`;

/** Runs the command and gives the title. */
async function begin(workbench: Workbench, title: string): Promise<void> {
  await workbench.run('Lead: New Decision Record');
  await workbench.asked('New Decision Record');
  await workbench.answer(title);
}

describe('a new decision record', function () {
  this.timeout(120_000);

  let workbench: Workbench;
  const made = async () => (await readdir(join(workbench.folder, 'docs/decisions'))).toSorted();

  before(async () => {
    workbench = await Workbench.openSample();
  });
  after(() => workbench.close());
  afterEach(async () => {
    await workbench.tidy();
    await workbench.git('reset', '--quiet', '--hard');
    await workbench.git('clean', '-qfdx');
  });

  it('starts from the code that is selected: a link to its lines, and the lines as they are', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the very text that must not become a variable of a snippet
    const code = 'func retry() {\n\tif failed {\n\t\tlog("${attempt} of `3`")\n\t}\n}\n';
    await put(join(workbench.folder, 'src/my retry.go'), `package billing\n\n${code}`);
    await workbench.openFile('src/my retry.go');
    await workbench.goTo(3);
    await workbench.page.keyboard.press('Shift+Control+End');
    await begin(workbench, 'Retry in Go');
    await workbench.tab('0006-retry-in-go.md');
    await workbench.firstGap();
    await workbench.type('More words.');
    await eventually(async () => {
      const text = await workbench.read('docs/decisions/0006-retry-in-go.md');
      const context = `## Context\n\n[src/my retry.go:3-7](../../src/my%20retry.go#L3-L7)\n\n\`\`\`go\n${code}\`\`\`\n\nMore words.\n`;
      assert.ok(text.includes(context), text);
    });
    await workbench.screenshot('new-from-selection');
  });

  it('is made and committed with two chords, without the mouse', async () => {
    await workbench.openFile('README.md');
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('d');
    await workbench.asked('New Decision Record');
    await workbench.answer('Keys only');
    await workbench.tab('0006-keys-only.md');
    await workbench.firstGap();
    await workbench.type('By keys.');
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('c');
    await workbench.asked('Commit Record');
    await workbench.answer('Use the keys');
    await workbench.status('Use the keys');
    assert.equal(await workbench.git('show', '--name-only', '--format=', 'HEAD'), 'docs/decisions/0006-keys-only.md');
    assert.match(await workbench.git('show', 'HEAD:docs/decisions/0006-keys-only.md'), /^By keys\.$/m);
    await workbench.git('reset', '--quiet', '--hard', 'HEAD~1');
  });

  it('stays a sane document when its making is undone', async () => {
    await begin(workbench, 'Undo me');
    await workbench.tab('0006-undo-me.md');
    await workbench.firstGap();
    const before = await workbench.editorText();
    for (let time = 0; time < 3; time++) await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await workbench.editorText(), before));
    const text = await workbench.read('docs/decisions/0006-undo-me.md');
    assert.equal(text.trimEnd(), before.trimEnd());
    await workbench.page.keyboard.press('Control+End');
    await workbench.type('After all. ');
    await eventually(async () => {
      assert.equal(await workbench.read('docs/decisions/0006-undo-me.md'), `${text}After all. `);
    });
  });

  it('is on disk while somebody goes on typing', async () => {
    await begin(workbench, 'Type on');
    await workbench.tab('0006-type-on.md');
    await workbench.firstGap();
    let typing = true;
    const typed = workbench.page.keyboard.type('word '.repeat(40), { delay: 40 }).then(() => {
      typing = false;
    });
    await eventually(async () => assert.match(await workbench.read('docs/decisions/0006-type-on.md'), /word word/));
    assert.equal(typing, true, 'nothing was written before the typing ended');
    await typed;
  });

  it('keeps what was typed right before the extension host dies', async () => {
    await begin(workbench, 'Kill the host');
    await workbench.tab('0006-kill-the-host.md');
    await workbench.firstGap();
    await workbench.type('The last words.');
    await workbench.killExtensionHost();
    await eventually(async () => {
      assert.match(await workbench.read('docs/decisions/0006-kill-the-host.md'), /The last words\./);
    }, 25_000);
    assert.match(await workbench.editorText(), /The last words\./);
  });

  it('says in one sentence what is wrong with a title, and keeps the title', async () => {
    const cases: [string, RegExp][] = [
      ['x'.repeat(300), /The title is 300 characters long\. Keep it to 160; details belong under Context\./],
      ['?! … —', /A title needs a letter or a digit, since it names the file\. Add a word to it\./],
      ['🎉🎉', /A title needs a letter or a digit, since it names the file\. Add a word to it\./],
      ['   ', /A record needs a title\. Say in a few words what is being decided\./],
    ];
    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    for (const [title, sentence] of cases) {
      await workbench.answer(title);
      await eventually(async () => assert.match(await workbench.question(), sentence));
      assert.equal(await workbench.inputValue(), title);
      if (title.length === 300) await workbench.screenshot('new-title-too-long');
    }
    await workbench.page.keyboard.press('Escape');
    await workbench.notAsked();
    assert.equal((await made()).length, 5);
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it('makes a safe file name and one line of heading of any title', async () => {
    const cases: [string, string, string][] = [
      ['../../etc/passwd or ~/.ssh', '0006-etc-passwd-or-ssh.md', '# ../../etc/passwd or ~/.ssh'],
      ['Retry 🎉 with backoff', '0007-retry-with-backoff.md', '# Retry 🎉 with backoff'],
      ['שלום \u202Eabc\u202C עולם', '0008-שלום-abc-עולם.md', '# שלום abc עולם'],
      ['Über naïve Größen', '0009-über-naïve-größen.md', '# Über naïve Größen'],
    ];
    for (const [title, file, heading] of cases) {
      await begin(workbench, title);
      await workbench.tab(file);
      const text = await workbench.read(`docs/decisions/${file}`);
      assert.ok(text.split('\n').includes(heading), text);
    }
    await workbench.page.evaluate('navigator.clipboard.writeText("Two\\nlines\\r\\npasted")');
    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    await workbench.page.keyboard.press('Control+V');
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => {
      const file = (await made()).find((name) => name.startsWith('0010'));
      assert.match(file ?? '', /^0010-two-?lines-?pasted\.md$/);
      assert.match(await workbench.read(`docs/decisions/${file}`), /^# Two ?lines ?pasted$/m);
    });
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it('asks again with the title where a file stands in place of the folder', async () => {
    await rm(join(workbench.folder, 'docs/decisions'), { recursive: true });
    await eventually(async () => {
      await workbench.show('Lead');
      assert.match(await workbench.welcome('Decisions'), /No decision records yet/);
    });
    await writeFile(join(workbench.folder, 'docs/decisions'), 'a file\n');
    await begin(workbench, 'Nowhere to go');
    await eventually(async () => {
      assert.match(await workbench.question(), /is a file, not a folder\. Choose another folder\./);
    });
    assert.equal(await workbench.inputValue(), 'Nowhere to go');
    await workbench.screenshot('new-file-for-folder');
    // What was in the way is gone: Enter is enough.
    await rm(join(workbench.folder, 'docs/decisions'));
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('nowhere-to-go.md');
    assert.equal((await made()).length, 1);
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it('does not follow a link out of the repository', async () => {
    const elsewhere = temporaryFolder();
    workbench.deleteAtEnd.push(elsewhere);
    await rm(join(workbench.folder, 'docs/decisions'), { recursive: true });
    await symlink(elsewhere, join(workbench.folder, 'docs/decisions'));
    await begin(workbench, 'Away from home');
    await eventually(async () => {
      assert.match(await workbench.question(), /is outside the repository\. Choose a folder inside it\./);
    });
    assert.equal(await workbench.inputValue(), 'Away from home');
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(await readdir(elsewhere), []);
    await rm(join(workbench.folder, 'docs/decisions'));
  });

  for (const [state, options, sentence] of [
    ['read-only', 'ro', /is on a read-only file system\. Choose another folder\./],
    ['full', 'size=16k', /The disk is full: .* was not written\. Free some space, then try again\./],
  ] as const) {
    it(`asks again with the title where the folder is ${state}`, async function () {
      const folder = join(workbench.folder, 'docs/decisions');
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
      } catch {
        // Only root may mount, and not everywhere.
        this.skip();
      }
      try {
        if (state === 'full') await writeFile(join(folder, 'filler'), Buffer.alloc(64 * 1024)).catch(() => undefined);
        await begin(workbench, 'No room left');
        await eventually(async () => assert.match(await workbench.question(), sentence));
        assert.equal(await workbench.inputValue(), 'No room left');
        assert.ok(!(await made()).some((name) => name.includes('no-room')));
        await workbench.page.keyboard.press('Escape');
      } finally {
        execFileSync('umount', [folder]);
      }
    });
  }

  it("names file, line and remedy where the repository's template is broken, and keeps the title", async () => {
    const template = join(workbench.folder, '.lead/templates/decision.hbs');
    await put(template, '# {{title}}\n\n{{#if context}}\nnever closed\n');
    await begin(workbench, 'Mind the template');
    const toast = await workbench.notification('decision.hbs');
    assert.match(
      (await workbench.notifications()).join(),
      /\.lead\/templates\/decision\.hbs, line 3: this block is not closed\. Write its closing tag, such as \{\{\/if\}\}/,
    );
    await workbench.screenshot('new-broken-template');
    await toast.getByRole('button', { name: 'Open Template' }).click();
    await workbench.tab('decision.hbs');
    assert.equal(existsSync(join(workbench.folder, 'docs/decisions/0006-mind-the-template.md')), false);
    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    assert.equal(await workbench.inputValue(), 'Mind the template');
    await workbench.page.keyboard.press('Enter');
    await (await workbench.notification('decision.hbs')).getByRole('button', { name: 'Use Built-in Template' }).click();
    await workbench.tab('0006-mind-the-template.md');
    assert.match(await workbench.read('docs/decisions/0006-mind-the-template.md'), /## Recommendation/);
  });
});

describe('the folder of a new decision record', function () {
  this.timeout(120_000);

  it('is asked for once where there are several, remembered, and changed with a button', async () => {
    const workbench = await Workbench.openNew({
      'packages/billing/docs/adr/0001-use-cents.md': nygard(1, 'Use cents'),
      'packages/ledger/docs/adr/0001-pair-entries.md': nygard(1, 'Pair entries'),
    });
    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    assert.deepEqual(await workbench.choices(), ['packages/billing/docs/adr', 'packages/ledger/docs/adr']);
    assert.match(await workbench.page.locator('.quick-input-list').innerText(), /\b1 record\b/);
    await workbench.screenshot('new-folder-choice');
    await workbench.pick('packages/ledger/docs/adr');
    await eventually(async () => assert.match(await workbench.question(), /What is being decided\?/));
    await workbench.answer('Balance daily');
    await workbench.tab('0002-balance-daily.md');
    assert.match(await workbench.read('packages/ledger/docs/adr/0002-balance-daily.md'), /^# 2\. Balance daily$/m);

    await workbench.run('Lead: New Decision Record');
    await eventually(async () => assert.match(await workbench.question(), /What is being decided\?/));
    await workbench.fill('Round half even');
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'Another Folder' }).click();
    await workbench.pick('packages/billing/docs/adr');
    await eventually(async () => assert.equal(await workbench.inputValue(), 'Round half even'));
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('0002-round-half-even.md');
    assert.ok(existsSync(join(workbench.folder, 'packages/billing/docs/adr/0002-round-half-even.md')));

    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    await workbench.answer('Remembered');
    await workbench.tab('0003-remembered.md');
    assert.ok(existsSync(join(workbench.folder, 'packages/billing/docs/adr/0003-remembered.md')));
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it("is the setting's in a repository without records, and the template the user's own", async () => {
    const templates = temporaryFolder();
    await put(
      join(templates, 'ours.hbs'),
      '# {{title}}\n\nStatus: {{status}}\n\n## Why\n\n{{stop "Because of what?"}}\n',
    );
    const settings = {
      'leadHabits.decisions.defaultFolder': 'docs/choices',
      'leadHabits.decisions.template': 'ours',
      // It belongs to the machine: among the user's settings, a remote window would not see it.
      'leadHabits.templates.folder': templates,
    };
    const workbench = await Workbench.openNew({ '.vscode/settings.json': JSON.stringify(settings) });
    workbench.deleteAtEnd.push(templates);
    await workbench.show('Lead');
    await begin(workbench, 'Use cents');
    await workbench.tab('0001-use-cents.md');
    assert.equal(
      await workbench.read('docs/choices/0001-use-cents.md'),
      '# Use cents\n\nStatus: proposed\n\n## Why\n\n{Because of what?}\n',
    );
    // Listed, although nothing in the folder's name tells of decisions.
    await (await workbench.row('Decisions', '1 Use cents')).waitFor();
    await workbench.run('Lead: Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('docs(decisions): 1 Use cents');
  });

  it("has its own naming and format, which the record follows, without a single commit or git's help", async () => {
    const workbench = await Workbench.openNew(
      { 'doc/adr/0001-record.md': nygard(1, 'Record'), 'doc/adr/0002-use-cents.md': nygard(2, 'Use cents') },
      { git: false },
    );
    await begin(workbench, 'Retry with backoff');
    await workbench.tab('0003-retry-with-backoff.md');
    const text = await readFile(join(workbench.folder, 'doc/adr/0003-retry-with-backoff.md'), 'utf8');
    assert.match(text, /^# 3\. Retry with backoff\n\nDate: \d{4}-\d\d-\d\d\n\n## Status\n\nProposed\n\n## Context\n/);
    await workbench.run('Lead: Commit Record');
    const toast = await workbench.notification('billing is not in a git repository. Records are kept in git.');
    await toast.getByRole('button', { name: 'Initialize Repository' }).click();
    await eventually(() => assert.ok(existsSync(join(workbench.folder, '.git'))));
  });
});
