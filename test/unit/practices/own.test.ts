import assert from 'node:assert/strict';
import { draftDocument } from '../../../src/practices/document.ts';
import { readOwnPractices } from '../../../src/practices/own.ts';
import { templatesIn } from '../../../src/records/templates.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

const head = '---\nid: pairing\ncue: a story is new to both of us\ncadence: weekly\nstore: draft\n';

describe("a team's own practices", () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());

  const read = async (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) folder.write(`.lead/practices/${name}`, text);
    const templates = await templatesIn(folder.path('.lead/practices'));
    const { practices, problems } = await readOwnPractices(templates);
    return { practices, problems: problems.map(({ message }) => message.replaceAll(folder.root, '')) };
  };

  it('are templates with front matter, which is their row of the catalogue', async () => {
    const text = `${head}title: Pair on it\naction: sit down together\nquestion: On what?\n---\n\n# {{title}}\n\n## What we tried\n`;
    const { practices, problems } = await read({ 'pairing.hbs': text, 'notes.txt': 'not a template' });
    assert.deepEqual(problems, []);
    const [own] = practices;
    assert.ok(own);
    const { id, title, cue, action, cadence, store, question, folder: place } = own.practice;
    assert.deepEqual(
      { id, title, cue, action, cadence, store, question, place },
      {
        id: 'pairing',
        title: 'Pair on it',
        cue: 'a story is new to both of us',
        action: 'sit down together',
        cadence: 'weekly',
        store: 'draft',
        question: 'On what?',
        place: 'docs/pairing',
      },
    );
    const draft = await draftDocument(own.template, { heading: 'The ledger', date: '2026-11-20' });
    assert.equal(draft.text, '# The ledger\n\n## What we tried\n');
  });

  it('may begin their documents with front matter too', async () => {
    const { practices } = await read({ 'x.hbs': `${head}---\n---\ndate: {{date}}\n---\n\n# {{title}}\n` });
    const draft = practices[0] && (await draftDocument(practices[0].template, { heading: 'X', date: '2026-11-20' }));
    assert.equal(draft?.text, '---\ndate: 2026-11-20\n---\n\n# X\n');
  });

  it('that are broken are named with file and line, and the others work', async () => {
    const { practices, problems } = await read({
      'a-bare.hbs': '# {{title}}\n',
      'b-cadence.hbs': head.replace('weekly', 'now and then') + '---\n# {{title}}\n',
      'c-id.hbs': head.replace('pairing', '../pairing') + '---\n# {{title}}\n',
      'd-open.hbs': `${head}---\n# {{title}}\n\n{{#if context}}\nnever closed\n`,
      'e-cue.hbs': '---\nid: x\ncadence: weekly\nstore: team\n---\n# {{title}}\n',
      'f-store.hbs': head.replace('draft', 'cloud') + '---\n',
      'g-works.hbs': `${head}---\n# {{title}}\n`,
    });
    assert.deepEqual(
      practices.map(({ practice }) => practice.id),
      ['pairing'],
    );
    const at = '/.lead/practices/';
    assert.deepEqual(
      problems.map((problem) => problem.replace(/: .*/s, '')),
      [
        `${at}a-bare.hbs, line 1`,
        `${at}b-cadence.hbs, line 4`,
        `${at}c-id.hbs, line 2`,
        `${at}d-open.hbs, line 9`,
      ].concat(`${at}e-cue.hbs, line 1`, `${at}f-store.hbs, line 5`),
    );
    assert.match(problems[1] ?? '', /now and then is not one of once, weekly, .* Choose one of them\.$/);
    assert.match(problems[4] ?? '', /it has no cue\. Add it to the front matter\.$/);
  });

  it('are none where the folder is not there', async () => {
    assert.deepEqual(await templatesIn(folder.path('nowhere')), []);
  });
});
