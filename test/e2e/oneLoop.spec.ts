import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { day, lastMeeting, makeSixMonths } from './sixMonths.ts';
import { eventually, Workbench } from './workbench.ts';

/** From a meeting to private evidence, after half a year of a team's work. */
describe('one loop from a meeting to evidence', function () {
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

  it('shows the action of six meetings once, among what has no day, and no other that is done', async () => {
    await workbench.show('Lead');
    await (await workbench.row('This Week', 'No date')).click();
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
    await (await workbench.row('This Week', action)).click();
    await workbench.tab('weekly.md');
    // From the keyboard: the row has the focus, the space bar ticks.
    await (await workbench.pane('This Week')).locator('.monaco-list').focus();
    await workbench.page.keyboard.press('Space');
    await workbench.status(`Done, written to ${lastMeeting}`);
    assert.equal(
      await workbench.read(lastMeeting),
      before.replace(`| ${action} | Ana | open |`, `| ${action} | Ana | closed |`),
    );
    assert.equal(await workbench.git('status', '--porcelain'), ` M ${lastMeeting}`);
  });

  it('commits that file alone', async () => {
    await workbench.press('This Week', action, 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.status(`docs(actions): done, ${action}`);
    assert.equal(await workbench.git('show', '--name-only', '--format='), lastMeeting);
    assert.equal(await workbench.git('status', '--porcelain'), '');
  });

  it('tells of it in the weekly status', async () => {
    await workbench.run('Lead: Draft Weekly Status');
    await workbench.asked('Your journal');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: /-W\d\d\.md/ }).waitFor();
    await eventually(async () => assert.match(await workbench.editorText(), new RegExp(`## Done\n\n- ${action}\n`)));
  });

  it('logs evidence from its row, with where it was said', async () => {
    await workbench.menu(await workbench.row('This Week', action), 'Log Evidence');
    await workbench.asked('Log Evidence');
    await workbench.pick('Ownership');
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
