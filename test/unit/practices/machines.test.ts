import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from '../../../src/markdown/edit.ts';
import { draftDocument } from '../../../src/practices/document.ts';
import { evidenceEntry, readEvidence } from '../../../src/practices/evidence.ts';
import { readHabit, tickHabit } from '../../../src/practices/habit.ts';
import { Journal } from '../../../src/practices/journal.ts';
import { readPlan } from '../../../src/practices/plan.ts';
import { dateItem, pausePlan, tickItem } from '../../../src/practices/planEdit.ts';
import { Draft } from '../../../src/records/placesToFill.ts';
import { findTemplate } from '../../../src/records/templates.ts';
import { isolateGit, ScratchRepository } from '../git/scratchRepository.ts';

const builtIn = join(import.meta.dirname, '../../../templates/practices');

describe('a journal on two machines', function () {
  this.timeout(60_000);
  isolateGit();

  let folder: string;
  let first: Journal;
  let second: Journal;
  let there: ScratchRepository;
  let here: ScratchRepository;

  const open = async (place: string) => {
    const journal = await Journal.open({ folder: place, teamFolders: [] }, true);
    assert.ok(journal);
    return journal;
  };

  beforeEach(async () => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-machines-')));
    first = await open(join(folder, 'first'));
    there = new ScratchRepository(first.root);
    there.git('branch', '-M', 'main');
    const plan = await draftDocument(await findTemplate('plan-90', { builtIn }), {
      heading: 'Plan',
      date: '2026-10-15',
    });
    await first.begin('plan.md', plan.text);
    await first.begin('weeks/2026-W47.md', '# Week 47\n\n## Habit\n\n- [ ] When A, I will B\n\n## Notes\n');
    await first.settle();
    const remote = join(folder, 'remote.git');
    there.git('clone', '--quiet', '--bare', first.root, remote);
    there.git('remote', 'add', 'origin', remote);
    there.git('clone', '--quiet', remote, join(folder, 'second'));
    second = await open(join(folder, 'second'));
    here = new ScratchRepository(second.root);
  });
  afterEach(() => rmSync(folder, { recursive: true, maxRetries: 3 }));

  /** One machine writes and pushes, then the other, which has written meanwhile, pulls with git alone. */
  async function both(onFirst: (journal: Journal) => Promise<void>, onSecond: (journal: Journal) => Promise<void>) {
    await onFirst(first);
    await first.settle();
    there.git('push', '--quiet', 'origin', 'main');
    await onSecond(second);
    await second.settle();
    here.gitMayFail('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
  }

  const changing = (path: string, edits: (text: string) => readonly Edit[] | undefined) => (journal: Journal) =>
    journal.edit(path, (text) => {
      const made = edits(text);
      assert.ok(made);
      return made;
    });
  const items = (text: string) => readPlan(text).phases.flatMap((phase) => phase.items);
  const tick = (index: number) =>
    changing('plan.md', (text) => {
      const item = items(text)[index];
      assert.ok(item);
      return tickItem(text, item, true);
    });
  const ticked = (text: string | undefined) => items(text ?? '').flatMap((item, index) => (item.ticked ? [index] : []));

  async function merged(): Promise<void> {
    assert.deepEqual(await second.conflicts(), []);
    assert.equal(await second.settle(), undefined);
    assert.equal(here.git('status', '--porcelain'), '');
  }

  it('has both ticks of the plan, also of items below each other', async () => {
    await both(tick(0), tick(1));
    await merged();
    assert.deepEqual(ticked(await second.read('plan.md')), [0, 1]);
  });

  it('has a pause of one machine, and a tick and a day of the other', async () => {
    await both(
      changing('plan.md', (text) => pausePlan(text, '2026-12-21', '2027-01-03')),
      async (journal) => {
        await tick(0)(journal);
        await changing('plan.md', (text) => {
          const item = items(text)[1];
          return item && dateItem(text, item, '2026-12-01');
        })(journal);
      },
    );
    await merged();
    const text = (await second.read('plan.md')) ?? '';
    assert.deepEqual(readPlan(text).pauses, [{ from: '2026-12-21', to: '2027-01-03' }]);
    assert.deepEqual(ticked(text), [0]);
    assert.equal(items(text)[1]?.by, '2026-12-01');
  });

  it('has a habit ticked once that was ticked on both, and the notes of the other machine', async () => {
    const tickIt = changing('weeks/2026-W47.md', (text) => tickHabit(text, true));
    await both(tickIt, async (journal) => {
      await tickIt(journal);
      await changing('weeks/2026-W47.md', (text) => [{ start: text.length, end: text.length, text: '\nCalm.\n' }])(
        journal,
      );
    });
    await merged();
    const text = (await second.read('weeks/2026-W47.md')) ?? '';
    assert.equal(readHabit(text)?.done, true);
    assert.match(text, /## Notes\n\nCalm\.\n$/);
  });

  const entry = (what: string, area: string, impact: string) =>
    new Draft(evidenceEntry('2026-11-20', what, area, [])).text.replace('{what it changed, for whom}', impact);
  const evidence = 'evidence/2026-11.md';
  const log = (text: string) => async (journal: Journal) => {
    if ((await journal.read(evidence)) === undefined) await journal.begin(evidence, '# Evidence, November 2026\n');
    await journal.edit(evidence, (now) => [{ start: now.length, end: now.length, text: `\n${text}` }]);
  };

  it('has the evidence of both in a month that both began, each entry whole', async () => {
    await both(
      log(entry('Ended the storm', 'Ownership', 'calm nights')),
      log(entry('Taught Sam', 'Ownership', 'two releases')),
    );
    await merged();
    const text = (await second.read(evidence)) ?? '';
    assert.match(text, /^# Evidence, November 2026\n\n- /);
    assert.deepEqual(
      readEvidence(text)
        .map(({ what, impact, area }) => [what, impact, area])
        .sort(),
      [
        ['Ended the storm', 'calm nights', 'Ownership'],
        ['Taught Sam', 'two releases', 'Ownership'],
      ],
    );
  });

  it('has the evidence of both in a month that was there, each entry whole, whatever they have in common', async () => {
    await log(entry('Began', 'Vision', 'a page'))(first);
    await first.settle();
    there.git('push', '--quiet', 'origin', 'main');
    here.git('pull', '--quiet', 'origin', 'main');
    await both(
      async (journal) => {
        await log(entry('Ended the storm', 'Ownership', 'calm nights'))(journal);
        await log(entry('Wrote it down', 'Ownership', 'fewer questions'))(journal);
      },
      async (journal) => {
        await log(entry('Taught Sam', 'Ownership', 'calm nights'))(journal);
        await log(entry('Wrote it all down', 'Ownership', 'fewer questions'))(journal);
      },
    );
    await merged();
    assert.deepEqual(
      readEvidence((await second.read(evidence)) ?? '')
        .map(({ what, impact, area }) => [what, impact, area].join(', '))
        .sort(),
      [
        'Began, a page, Vision',
        'Ended the storm, calm nights, Ownership',
        'Taught Sam, calm nights, Ownership',
        'Wrote it all down, fewer questions, Ownership',
        'Wrote it down, fewer questions, Ownership',
      ],
    );
  });

  it('names what only its author can bring together, and has both: two drafts of a status, two habits of a week', async () => {
    await both(
      async (journal) => {
        await journal.begin('status/2026-W47.md', '# Week 47 of 2026\n\n## Progress\n\n- From the laptop\n');
        await changing('weeks/2026-W47.md', (text) => tickHabit(text, true))(journal);
      },
      async (journal) => {
        await journal.begin('status/2026-W47.md', '# Week 47 of 2026\n\n## Progress\n\n- From the desk\n');
        await journal.begin('practices/idea/2026-11-20-x.md', '# X\n');
      },
    );
    assert.deepEqual(await second.conflicts(), ['status/2026-W47.md']);
    const text = (await second.read('status/2026-W47.md')) ?? '';
    assert.match(text, /<<<<<<<[\s\S]*From the desk[\s\S]*=======[\s\S]*From the laptop[\s\S]*>>>>>>>/);
    // What did not conflict has come over, and what is settled by git alone is.
    assert.equal(readHabit((await second.read('weeks/2026-W47.md')) ?? '')?.done, true);
    assert.match((await second.settle())?.message ?? '', /changed on two machines\. Both versions are in it/);
    assert.equal(await second.read('status/2026-W47.md'), text);
    here.write('status/2026-W47.md', '# Week 47 of 2026\n\n## Progress\n\n- From both\n');
    here.git('add', 'status/2026-W47.md');
    here.git('commit', '--quiet', '--no-edit');
    await merged();
    assert.equal(await second.read('practices/idea/2026-11-20-x.md'), '# X\n');
  });

  it('names a plan whose lines were brought so close that both ticks touch, and has both', async () => {
    const close = '---\nstart: 2026-10-15\n---\n\n## Days 1-90: all\n\n- [ ] one\n- [ ] two\n';
    await changing('plan.md', (text) => [{ start: 0, end: text.length, text: close }])(first);
    await first.settle();
    there.git('push', '--quiet', 'origin', 'main');
    here.git('pull', '--quiet', 'origin', 'main');
    await both(tick(0), tick(1));
    assert.deepEqual(await second.conflicts(), ['plan.md']);
    const text = (await second.read('plan.md')) ?? '';
    for (const line of ['- [x] one', '- [x] two']) assert.ok(text.includes(line), line);
    // The plan is still read, first day and all.
    assert.equal(readPlan(text).start, '2026-10-15');
  });
});
