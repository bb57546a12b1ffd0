import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDate } from '../../src/editor/today.ts';
import { eventually } from '../eventually.ts';
import { put, type Theme, Workbench } from './workbench.ts';

/** How the record is committed in each theme, so that every way is walked. */
const ways: readonly { theme: Theme; way: string; commit: (workbench: Workbench) => Promise<void> }[] = [
  {
    theme: 'light',
    way: "the editor title's button",
    commit: (workbench) => workbench.pressEditorTitle('Commit Record'),
  },
  { theme: 'dark', way: 'the palette', commit: (workbench) => workbench.run('Lead: Commit Record') },
  {
    theme: 'high-contrast',
    way: "the row's button",
    commit: (workbench) => workbench.press('Decisions', '6 Cap retries per tenant', 'Commit Record'),
  },
];

const path = 'docs/decisions/0006-cap-retries-per-tenant.md';
const words = [
  'Retries of one tenant starve the others.',
  'A budget per tenant',
  'Each tenant has its own; a table more.',
  'One queue per tenant',
  'Fair by itself; many idle queues.',
  'A budget, because it is the smaller change.',
  'A budget too small fails good charges: count them.',
];

function recordOf(...[context, first, firstText, second, secondText, recommendation, risks]: string[]): string {
  return `---
status: proposed
date: ${localDate()}
decision-makers: [Ana Ruiz]
---

# Cap retries per tenant

## Context

${context}

## Options

### ${first}

${firstText}

### ${second}

${secondText}

## Recommendation

${recommendation}

## Risks

${risks}
`;
}

/** What git knows of the work beside the record, byte for byte. */
async function unfinishedWork(workbench: Workbench) {
  return {
    status: await workbench.git('status', '--porcelain=v2'),
    diff: await workbench.git('diff', '--full-index'),
    staged: await workbench.git('diff', '--cached', '--full-index'),
    index: await workbench.git('ls-files', '--stage', 'src', 'README.md', 'notes'),
    untracked: await workbench.read('notes/todo.txt'),
    modified: await workbench.read('README.md'),
    added: await workbench.read('src/server.ts'),
  };
}

for (const { theme, way, commit } of ways) {
  describe(`a decision, written and committed through ${way} (${theme})`, function () {
    this.timeout(120_000);

    let workbench: Workbench;
    let earlier: Awaited<ReturnType<typeof unfinishedWork>>;

    before(async () => {
      workbench = await Workbench.openSample({ theme });
      await appendFile(join(workbench.folder, 'src/server.ts'), '// staged\n');
      await workbench.git('add', 'src/server.ts');
      await appendFile(join(workbench.folder, 'README.md'), 'Modified, not staged.\n');
      await put(join(workbench.folder, 'notes/todo.txt'), 'untracked\n');
      earlier = await unfinishedWork(workbench);
    });
    after(() => workbench.close());

    it('starts with one question that shows which file it makes', async () => {
      await workbench.show('Lead');
      await workbench.rows('Decisions');
      await workbench.screenshot(`${theme}-1-view`);
      await workbench.run('Lead: New Decision Record');
      await workbench.asked('New Decision Record');
      await workbench.fill('Cap retries per tenant');
      await eventually(async () => {
        const question = await workbench.question();
        assert.match(question, /What is being decided\?/);
        assert.match(question, /docs\/decisions\/0006-cap-retries-per-tenant\.md/);
      });
      await workbench.screenshot(`${theme}-2-question`);
      await workbench.page.keyboard.press('Enter');
      await workbench.tab('0006-cap-retries-per-tenant.md');
    });

    it('puts what is typed through all tab stops on disk, without saving', async () => {
      await workbench.firstGap();
      for (const [index, text] of words.entries()) {
        if (index > 0) await workbench.page.keyboard.press('Tab');
        if (theme === 'light') await workbench.type(text);
        else await workbench.page.keyboard.insertText(text);
      }
      await eventually(async () => assert.equal(await workbench.read(path), recordOf(...words)), 5000);
      await workbench.screenshot(`${theme}-3-written`);
    });

    it('lists the record before it is committed', async () => {
      await eventually(async () => {
        const labels = (await workbench.rows('Decisions')).map(({ label }) => label);
        const proposed = labels.indexOf('Proposed');
        assert.deepEqual(labels.slice(proposed, proposed + 3), [
          'Proposed',
          '6 Cap retries per tenant',
          '5 Move to Postgres 17',
        ]);
      });
    });

    it(`commits it through ${way}, and nothing else`, async () => {
      await commit(workbench);
      await workbench.asked('Commit Record');
      await workbench.screenshot(`${theme}-4-message`);
      assert.equal(await workbench.inputValue(), 'docs(decisions): 6 Cap retries per tenant');
      await workbench.page.keyboard.press('Enter');
      const hash = await eventually(async () => {
        assert.equal(await workbench.git('log', '-1', '--format=%s'), 'docs(decisions): 6 Cap retries per tenant');
        return workbench.git('rev-parse', '--short', 'HEAD');
      });
      assert.match(await workbench.status(hash), /docs\(decisions\): 6 Cap retries per tenant/);
      assert.match(
        await workbench.git('show', '--stat', '--format=', 'HEAD'),
        /^ docs\/decisions\/0006-cap-retries-per-tenant\.md \| 29 \++\n 1 file changed, 29 insertions\(\+\)$/,
      );
      assert.equal(await workbench.git('show', `HEAD:${path}`), recordOf(...words).trimEnd());
      await workbench.screenshot(`${theme}-5-committed`);
    });

    it('leaves what was staged, modified and untracked byte for byte and entry for entry as it was', async () => {
      assert.deepEqual(await unfinishedWork(workbench), earlier);
    });

    it('takes the button away once there is nothing to commit', async () => {
      await workbench.editorTitle('Commit Record').waitFor({ state: 'detached' });
    });

    it('has shown no message at any time', async () => {
      assert.deepEqual(await workbench.everNotified(), []);
    });
  });
}
