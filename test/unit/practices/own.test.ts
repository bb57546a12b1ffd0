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

  const read = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, text] of Object.entries(files)) folder.write(`.lead/practices/${name}`, text);
    const found = await templatesIn(folder.path('.lead/practices'));
    const { practices, problems } = await readOwnPractices(found?.templates ?? []);
    const all = [...(found?.problems ?? []), ...problems];
    return { practices, problems: all.map(({ message }) => message.replaceAll(`${folder.root}/.lead/practices/`, '')) };
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
      'b-cadence.hbs': `${head.replace('weekly', 'now and then')}---\n# {{title}}\n`,
      'c-id.hbs': `${head.replace('pairing', '../pairing')}---\n# {{title}}\n`,
      'd-open.hbs': `${head}---\n# {{title}}\n\n{{#if context}}\nnever closed\n`,
      'e-cue.hbs': '---\nid: x\ncadence: weekly\nstore: team\n---\n# {{title}}\n',
      'f-store.hbs': `${head.replace('draft', 'cloud')}---\n`,
      'g-works.hbs': `${head}---\n# {{title}}\n`,
    });
    assert.deepEqual(
      practices.map(({ practice }) => practice.id),
      ['pairing'],
    );
    assert.deepEqual(
      problems.map((problem) => problem.replace(/: .*/s, '')),
      [
        'a-bare.hbs, line 1',
        'b-cadence.hbs, line 4',
        'c-id.hbs, line 2',
        'd-open.hbs, line 9',
        'e-cue.hbs, line 1',
        'f-store.hbs, line 5',
      ],
    );
    assert.match(problems[1] ?? '', /now and then is not one of once, weekly, .* Choose one of them\.$/);
    assert.match(problems[4] ?? '', /it has no cue\. Add it to the front matter\.$/);
  });

  it('whose front matter is no YAML, or does not end, are named with its line', async () => {
    const { practices, problems } = await read({
      'a-yaml.hbs': `${head}title: [Pair on it\n---\n# {{title}}\n`,
      'b-colon.hbs': `${head.replace('a story', 'note: a story')}---\n# {{title}}\n`,
      'c-endless.hbs': head,
      'd-prose.hbs': '---\nWords.\n---\n# {{title}}\n',
      'e-works.hbs': `${head}---\n# {{title}}\n`,
    });
    assert.equal(practices.length, 1);
    assert.deepEqual(
      problems.map((problem) => problem.replace(/\. .*/s, '')),
      [
        'a-yaml.hbs, line 6: this is no YAML',
        'b-colon.hbs, line 3: this is no YAML',
        'c-endless.hbs, line 1: its front matter does not end, or states nothing',
        'd-prose.hbs, line 1: its front matter does not end, or states nothing',
      ],
    );
  });

  it('that have an id twice, a place outside of the repository, or words of no use, are named', async () => {
    const { practices, problems } = await read({
      'a.hbs': `${head}---\n# {{title}}\n`,
      'b-twice.hbs': `${head}---\n# {{title}}\n`,
      'c-folder.hbs': `${head.replace('pairing', 'c')}folder: ../elsewhere\n---\n# {{title}}\n`,
      'd-folder.hbs': `${head.replace('pairing', 'd')}folder: /etc\n---\n# {{title}}\n`,
      'e-who.hbs': `${head.replace('pairing', 'e')}who: boss\n---\n# {{title}}\n`,
      'f-heading.hbs': `${head.replace('pairing', 'f')}question: What?\nheading: Pairing\n---\n# {{title}}\n`,
      'g-continues.hbs': `${head.replace('pairing', 'g')}continues: perhaps\n---\n# {{title}}\n`,
    });
    assert.deepEqual(
      practices.map(({ template }) => template.file.slice(-5)),
      ['a.hbs'],
    );
    assert.deepEqual(problems, [
      'b-twice.hbs, line 2: a.hbs has the id pairing already. Give this one another.',
      'c-folder.hbs, line 6: the folder ../elsewhere is not below the root of the repository. Name one that is, such as docs/pairing.',
      'd-folder.hbs, line 6: the folder /etc is not below the root of the repository. Name one that is, such as docs/pairing.',
      'e-who.hbs, line 6: who: boss is not one of lead, manager. Choose one of them.',
      'f-heading.hbs, line 7: the heading has no {0} where the answer to the question goes. Write it there.',
      'g-continues.hbs, line 6: continues: perhaps is not one of true, false. Choose one of them.',
    ]);
  });

  it('that are no text, too large, or no file at all are named, and not read', async () => {
    folder.write('.lead/practices/a-folder.hbs/x.txt', '');
    const { practices, problems } = await read({
      'b-binary.hbs': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0xff, 0xfe]),
      'c-latin.hbs': Buffer.from(`${head}---\n# Größe\n`, 'latin1'),
      'd-huge.hbs': `${head}---\n${'x'.repeat(300_000)}`,
      'e-large.hbs': `${head}---\n${'x'.repeat(70_000)}`,
      'f-works.hbs': `\uFEFF${head}---\n# {{title}}\n`.replaceAll('\n', '\r\n'),
    });
    assert.equal(practices.length, 1);
    assert.deepEqual(
      problems.map((problem) => problem.replace(/\. .*/s, '')),
      [
        'a-folder.hbs, line 1: this is no file that can be read',
        'b-binary.hbs, line 1: this is no text in UTF-8',
        'c-latin.hbs, line 1: this is no text in UTF-8',
        'd-huge.hbs is larger than 64 KB',
        'e-large.hbs is larger than 64 KB',
      ],
    );
  });

  it('may replace one of ours, but not make public what is private', async () => {
    const { practices, problems } = await read({
      'debrief.hbs': `${head.replace('pairing', 'debrief')}---\n# {{title}}\n`,
      'feedback.hbs': `${head.replace('pairing', 'growth-feedback')}---\n# {{title}}\n`,
      'pay.hbs': `${head.replace('pairing', 'pay-talk').replace('draft', 'team')}---\n# {{title}}\n`,
      'runbook.hbs': `${head.replace('pairing', 'runbook').replace('draft', 'team')}---\n# {{title}}\n`,
    });
    assert.deepEqual(
      practices.map(({ practice }) => practice.id),
      ['runbook'],
    );
    assert.deepEqual(problems, [
      'debrief.hbs, line 5: the practice debrief is private, and stays so. Choose another id, or store: journal.',
      'feedback.hbs, line 5: the practice growth-feedback is private, and stays so. Choose another id, or store: journal.',
      'pay.hbs, line 5: the practice pay-talk is private, and stays so. Choose another id, or store: journal.',
    ]);
  });

  it('have what ours have: a heading, going on, a day to come back to, sections that stay private', async () => {
    const more =
      'question: With whom?\nheading: "Pairing: {0}"\ncontinues: true\nundated: true\nrevisit: Again\nkeeps: [Mine]\nwho: manager\n';
    const { practices } = await read({ 'a.hbs': `${head}${more}---\n# {{title}}\n` });
    const { heading, continues, undated, revisit, keeps, who } = practices[0]?.practice ?? {};
    assert.deepEqual(
      { heading, continues, undated, revisit, keeps, who },
      { heading: 'Pairing: {0}', continues: true, undated: true, revisit: 'Again', keeps: ['Mine'], who: ['manager'] },
    );
  });

  it('are none where the folder is not there', async () => {
    assert.equal(await templatesIn(folder.path('nowhere')), undefined);
  });
});
