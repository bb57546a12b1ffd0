// npm run pictures: takes the pictures of the walkthrough anew, in light and dark, from the extension as it is.
import { join } from 'node:path';
import { root } from '../host/folders.ts';
import { reported } from '../host/report.ts';
import { mochaGlobalSetup, mochaGlobalTeardown } from './fixture.ts';
import { type Theme, Workbench } from './workbench.ts';

const size = { width: 1000, height: 640 };
const settings = { 'editor.minimap.enabled': false, 'comments.openView': 'never' };
const folder = join(root, 'media', 'walkthrough');

/** One picture: what is done in a fresh window before it is taken. */
interface Picture {
  readonly name: string;
  prepare(workbench: Workbench): Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: 'decide',
    async prepare(workbench) {
      await workbench.show('Lead');
      await workbench.run('Lead: New Decision Record');
      await workbench.answer('Cache the exchange rates');
      await workbench.tab('cache-the-exchange-rates.md');
      await workbench.firstGap();
      await workbench.type('Every invoice asks the partner for the rate of the day again.');
    },
  },
  {
    name: 'teach',
    async prepare(workbench) {
      await workbench.openFile('src/billing/charge.ts');
      await workbench.goTo(3);
      await workbench.run('Lead: Comment on This Line');
      await workbench.page.locator('.review-widget .snippet-placeholder').first().waitFor();
      for (const words of ['issue', 'give up after a budget', 'a count says nothing about time']) {
        await workbench.type(words);
        await workbench.page.keyboard.press('Tab');
      }
      await workbench.type('a retry budget, as in the ledger');
    },
  },
  {
    name: 'close',
    async prepare(workbench) {
      await workbench.openFile('docs/meetings/2026-11-13-partner-outage.md');
      await workbench.show('Lead');
      await onlyThisWeek(workbench);
      await (await workbench.row('This Week', 'Waiting on others')).click();
    },
  },
  {
    name: 'habit',
    async prepare(workbench) {
      await workbench.show('Lead');
      await workbench.run('Lead: Choose a Habit');
      await workbench.asked('Habit of the Week');
      await workbench.choices();
    },
  },
  {
    name: 'plan',
    async prepare(workbench) {
      await workbench.show('Lead');
      await workbench.run('Lead: Start 90-Day Plan');
      await workbench.asked('Your journal');
      await workbench.page.keyboard.press('Enter');
      await workbench.asked('90-Day Plan');
      await workbench.answer('today');
      await workbench.page.locator('.pane-header[aria-expanded=true]', { hasText: 'Plan' }).waitFor();
      await workbench.run('Lead: Show 90-Day Plan');
      await workbench.page.locator('.tab.active', { hasText: '90-Day Plan' }).waitFor();
    },
  },
];

/** Folds the other views, so that this one has their room. */
async function onlyThisWeek(workbench: Workbench): Promise<void> {
  for (const view of ['Decisions', 'Reviews']) {
    await (await workbench.pane(view)).locator('.pane-header .title').click();
  }
}

async function take(theme: Theme): Promise<void> {
  for (const { name, prepare } of pictures) {
    const workbench = await Workbench.openSample({ theme, size, settings });
    try {
      await prepare(workbench);
      // What fades in has faded in by then.
      await workbench.page.waitForTimeout(1500);
      await workbench.page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    } finally {
      await workbench.close();
    }
  }
}

await reported(async () => {
  await mochaGlobalSetup();
  try {
    for (const theme of ['light', 'dark'] as const) await take(theme);
  } finally {
    await mochaGlobalTeardown();
  }
  return 0;
});
