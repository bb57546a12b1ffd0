import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { put, type TreeRow, Workbench } from './workbench.ts';

/** A day some days from today, as the extension host has it: YYYY-MM-DD. */
function day(days: number): string {
  const now = new Date();
  const that = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${that.getFullYear()}-${two(that.getMonth() + 1)}-${two(that.getDate())}`;
}

const earlier = `docs/meetings/${day(-14)}-retries.md`;
const later = `docs/meetings/${day(-7)}-retries.md`;
const head = '# Retries\r\n\r\nPresent: Ana Ruiz, Raj Patel, Sam Lee\r\n\r\n## Next steps\r\n\r\n';
const storm = `- [ ] Ana will measure the current retry storm 📅 ${day(-1)}`;
const files = {
  [earlier]: `# Retries\n\nPresent: Ana Ruiz\n\n## Next steps\n\n- [ ] Ana will measure the current retry storm\n`,
  [later]: `${head}${storm}\r\n- [ ] Ana Ruiz will write the billing runbook by ${day(0)}\r\n- [ ] Sam will call the partner by ${day(0)}\r\n- [ ] think about names\r\n`,
  'docs/decisions/0012-retry-with-backoff.md': `---\nstatus: accepted\nrevisit: ${day(-8)}\n---\n\n# Retry with backoff\n`,
};

describe('This Week', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.openNew(files, { settings: { 'leadHabits.week.startsOn': 'monday' } });
    await workbench.show('Lead');
  });
  after(() => workbench.close());

  const shown = async () =>
    (await workbench.rows('This Week')).map(({ label, description }) => `${label} | ${description}`);
  const rowOf = async (label: string): Promise<TreeRow | undefined> =>
    (await workbench.rows('This Week')).find((row) => row.label === label);

  it("shows a meeting's actions by their day, with their age, and what others and decisions wait for", async () => {
    assert.deepEqual(await shown(), [
      'Overdue | 1',
      'measure the current retry storm | yesterday, in 2 meetings',
      'This week | 1',
      'write the billing runbook | today',
      'Waiting on others | 1',
      'Follow-ups | 1',
      `12 Retry with backoff | ${(await rowOf('12 Retry with backoff'))?.description}`,
      'No date | 1',
    ]);
    const row = await rowOf('measure the current retry storm');
    assert.equal(row?.checked, false);
    assert.match(row?.spoken ?? '', /^measure the current retry storm, overdue, Ana, due .*, in 2 meetings$/);
    await workbench.page.locator('.activitybar .badge', { hasText: '2' }).waitFor();
  });

  it('is ticked by the space bar: the line that said it last changes in its own shape, and nothing else', async () => {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('w');
    const tree = (await workbench.pane('This Week')).locator('.monaco-list');
    await tree.and(workbench.page.locator(':focus')).waitFor();
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Space');
    await workbench.status(`Done, written to ${later}:7`);
    const ticked = files[later]?.replace(storm, `${storm.replace('[ ]', '[x]')} ✅ ${day(0)}`);
    assert.equal(await workbench.read(later), ticked);
    assert.equal(await workbench.git('status', '--porcelain'), ` M ${later}`);
    // It stays where it stood, and no editor was opened for it.
    await eventually(async () => assert.equal((await rowOf('measure the current retry storm'))?.checked, true));
    assert.deepEqual(await workbench.tabs(), []);
    await workbench.page.locator('.activitybar .badge', { hasText: '1' }).waitFor();
    await workbench.screenshot('this-week-ticked');
  });

  it('keeps its selection while files change', async () => {
    await put(join(workbench.folder, 'TODO.md'), '- [ ] Ana will water the plants\n');
    await eventually(async () => assert.equal((await rowOf('No date'))?.description, '2'));
    const selected = (await workbench.pane('This Week')).locator('.monaco-list-row.selected');
    assert.match((await selected.getAttribute('aria-label')) ?? '', /^measure the current retry storm, done/);
    await rm(join(workbench.folder, 'TODO.md'));
    await eventually(async () => assert.equal((await rowOf('No date'))?.description, '1'));
  });

  it('takes the tick back, byte for byte', async () => {
    await workbench.page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await workbench.read(later), files[later]));
    await eventually(async () => assert.equal((await rowOf('measure the current retry storm'))?.checked, false));
    assert.equal(await workbench.git('status', '--porcelain'), '');
  });

  it('gets another day from the keyboard, and goes where it belongs', async () => {
    // The row that was ticked is the selected one.
    await workbench.run('Lead: Postpone Action by a Week');
    await workbench.status(`written to ${later}:7`);
    assert.equal(await workbench.read(later), files[later]?.replace(`📅 ${day(-1)}`, `📅 ${day(7)}`));
    await eventually(async () => assert.equal(await rowOf('measure the current retry storm'), undefined));
  });

  it('is committed from its row: that file, and nothing else', async () => {
    await put(join(workbench.folder, 'src/retry.ts'), 'export {};\n');
    await workbench.tick('This Week', 'write the billing runbook');
    await eventually(async () => assert.equal((await rowOf('write the billing runbook'))?.checked, true));
    await workbench.press('This Week', 'write the billing runbook', 'Commit Record');
    await workbench.asked('Commit Record');
    assert.equal(await workbench.inputValue(), 'docs(actions): done, write the billing runbook');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('docs(actions): done, write the billing runbook');
    assert.equal(await workbench.git('show', '--name-only', '--format='), later);
    assert.equal(await workbench.git('status', '--porcelain'), '?? src/');
  });

  it('has new actions put on the list of the repository, mine unless somebody is named', async () => {
    await workbench.run('Lead: Add Action');
    await workbench.answer('measure the queue by today');
    await workbench.status('Added to docs/actions.md:3');
    assert.equal(
      await workbench.read('docs/actions.md'),
      `# Actions\n\n- [ ] Ana Ruiz will measure the queue by ${day(0)}\n`,
    );
    await eventually(async () => assert.equal((await rowOf('measure the queue'))?.description, 'today'));
    await workbench.run('Lead: Commit Records');
    await workbench.asked('Commit Record');
    assert.equal(await workbench.inputValue(), 'docs(actions): Actions');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('docs(actions): Actions');
    assert.equal(await workbench.git('show', '--name-only', '--format='), 'docs/actions.md');
  });
});
