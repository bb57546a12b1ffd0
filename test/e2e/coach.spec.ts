import assert from 'node:assert/strict';
import { eventually } from '../eventually.ts';
import { CommentInput } from './commentInput.ts';
import { Workbench } from './workbench.ts';

const files = {
  'src/retry.ts': 'export function retry() {\n  for (let i = 0; i < 10; i++) {\n    attempt(i);\n  }\n}\n',
  'docs/lessons/retry-budgets.md': '# Give up after a budget\n\n**Why:** the partner needs time.\n',
  'docs/decisions/0004-retry-with-backoff.md': '# Retry with backoff\n\n## Status\n\nAccepted\n',
};

describe("A comment in another extension's input", function () {
  this.timeout(120_000);
  let workbench: Workbench;
  let input: CommentInput;
  before(async () => {
    workbench = await Workbench.openNew(files, { beside: ['commenting'] });
    input = new CommentInput(workbench);
    await workbench.openFile('src/retry.ts');
    await workbench.goTo(2);
    await workbench.page.keyboard.press('Shift+ArrowDown');
    await workbench.page.keyboard.press('Shift+ArrowDown');
    await workbench.run('Commenting: Comment on These Lines');
  });
  after(() => workbench.close());

  it('is asked, below its text, for what it leaves out, as long as it leaves it out', async () => {
    await input.write('Please rename this function');
    await input.noted('no reason, no pattern, no risk: what is wrong with it as it is?');
    await workbench.screenshot('coach');
    await workbench.type(' to `retryWithBudget`, because everybody reads it as one attempt');
    await input.noted('no risk named: what could go wrong?');
    await workbench.type('. It will fail with a timeout for large customers.');
    await input.noted();
  });

  it('is asked for nothing where it praises, and where the user has turned the coach off', async () => {
    await input.write('suggestion: rename this function');
    await eventually(async () => assert.equal((await input.notes()).length, 1));
    await input.write('praise: the names read like sentences');
    await input.noted();
    await input.write('Please rename this function');
    await eventually(async () => assert.equal((await input.notes()).length, 1));
    await workbench.run('Lead: Turn Review Coach On or Off');
    await input.noted();
    await workbench.run('Lead: Turn Review Coach On or Off');
    await eventually(async () => assert.equal((await input.notes()).length, 1));
  });

  it('is begun by a snippet', async () => {
    await input.write('wh');
    await input.suggest();
    await input.insert('why');
    await eventually(async () => assert.match(await input.text(), /^\*\*Why:\*\* ?$/));
  });

  it('gets labels, the selected lines, lessons and decisions after a slash', async () => {
    await input.write('/');
    const offered = await input.offered('suggestion block');
    for (const name of ['why', 'teach', 'tradeoff', 'suggestion', 'issue']) {
      assert.ok(offered.includes(name), `${name} is not among ${offered.join(', ')}`);
    }
    await workbench.screenshot('coach-offers');
    await input.insert('suggestion block');
    await eventually(async () =>
      assert.match(
        await input.text(),
        /```suggestion\n {2}for \(let i = 0; i < 10; i\+\+\) \{\n {4}attempt\(i\);\n```/,
      ),
    );
    await input.write('As in /budget');
    await input.insert('Give up after a budget');
    await workbench.type(' and /backoff');
    await input.insert('4. Retry with backoff');
    await eventually(async () =>
      assert.equal(
        (await input.text()).replaceAll('\n', ''),
        'As in [Give up after a budget](docs/lessons/retry-budgets.md) and [4. Retry with backoff](docs/decisions/0004-retry-with-backoff.md)',
      ),
    );
  });

  it('has a snippet of its own in code, as a comment of the language', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.goTo(1);
    await workbench.page.keyboard.press('Control+Enter');
    // The list comes by itself in code.
    await workbench.type('lead-ri');
    await input.insert('lead-risk');
    await eventually(async () => assert.match(await workbench.editorText(), /^export.*\n {2}\/\/ Risk: ?\n/));
  });
});
