import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../host/folders.ts';
import { day, lastMeeting, makeSixMonths } from './sixMonths.ts';
import { Workbench } from './workbench.ts';

/** From a meeting to private evidence, after half a year of a team's work; the mouse is never touched. */
describe('one loop from a meeting to evidence, by the keyboard alone', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let journal: string;
  const action = 'Measure the retry storm';

  before(async () => {
    const folder = join(temporaryFolder(), 'billing');
    await makeSixMonths(folder);
    workbench = await Workbench.open(folder);
    workbench.deleteAtEnd.push(dirname(folder));
    journal = join(workbench.dataFolder, 'User/globalStorage/lead-habits.lead-habits/journal');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  /** One of the extension's chords. */
  async function chord(letter: string): Promise<void> {
    await press('Shift+Alt+L');
    await press(letter);
  }
  /** Chooses the row of a quick pick that the words leave first. */
  async function choose(title: string, words: string): Promise<void> {
    await workbench.asked(title);
    await workbench.choices();
    await workbench.type(words);
    await eventually(async () => assert.ok((await workbench.choices())[0]?.includes(words)));
    await press('Enter');
  }

  it('shows the action of six meetings once, among what has no day, and no other that is done', async () => {
    await chord('w');
    await (await workbench.row('This Week', 'No date')).waitFor();
    await (await workbench.pane('This Week')).locator('.monaco-list:focus').waitFor();
    await press('Home');
    await press('ArrowRight');
    await eventually(async () => {
      const rows = await workbench.rows('This Week');
      assert.deepEqual(
        rows.filter(({ level }) => level === 2).map(({ label, description }) => `${label} | ${description}`),
        [`${action} | in 6 meetings`],
      );
    });
  });

  it("ticks it in the meeting that said it last, in the words of that document's table, and nowhere else", async () => {
    const before = await workbench.read(lastMeeting);
    await press('ArrowDown');
    await press('Space');
    await workbench.status(`Done, written to ${lastMeeting}`);
    assert.equal(
      await workbench.read(lastMeeting),
      before.replace(`| ${action} | Ana | open |`, `| ${action} | Ana | closed |`),
    );
    assert.equal(await workbench.git('status', '--porcelain'), ` M ${lastMeeting}`);
  });

  it('commits that file alone', async () => {
    await press('Enter');
    await workbench.tab('weekly.md');
    await chord('c');
    await workbench.asked('Commit Record');
    await press('Enter');
    await workbench.status('docs(meetings): Weekly');
    assert.equal(await workbench.git('show', '--name-only', '--format='), lastMeeting);
    assert.equal(await workbench.git('status', '--porcelain'), '');
  });

  it('tells of it in the weekly status', async () => {
    await press('F1');
    await workbench.type('Lead: Draft Weekly Status');
    await press('Enter');
    await workbench.asked('Your journal');
    await press('Enter');
    await workbench.page.locator('.tab.active', { hasText: /-W\d\d\.md/ }).waitFor();
    await eventually(async () => assert.match(await workbench.editorText(), new RegExp(`## Done\n\n- ${action}\n`)));
  });

  it('logs evidence of it, with where it was said, in a journal that leaves no trace in the repository', async () => {
    await chord('e');
    await choose('Log Evidence', action);
    await choose('Log Evidence', 'Ownership');
    await workbench.page.locator('.tab.active', { hasText: `${day(0).slice(0, 7)}.md` }).waitFor();
    await workbench.firstGap();
    await workbench.type('no pages at night');
    const entry = `- ${day(0)} ${action}\n  - Impact: no pages at night\n  - Area: Ownership\n  - Link: billing ${lastMeeting}:`;
    await eventually(async () => {
      const [month = ''] = await readdir(join(journal, 'evidence'));
      assert.ok((await readFile(join(journal, 'evidence', month), 'utf8')).includes(entry));
    });
    assert.equal(await workbench.git('status', '--porcelain'), '');
    assert.deepEqual(await workbench.everNotified(), []);
  });
});
