import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DecisionLog } from '../../../src/decisions/log.ts';
import { draftDecision, type NewDecision } from '../../../src/decisions/newDecision.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { Team } from '../../../src/decisions/team.ts';
import { walk } from '../../../src/records/files.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

const templates = { builtIn: join(import.meta.dirname, '..', '..', '..', 'templates') };

describe('A new record follows its folder', () => {
  let scratch: ScratchFolder;
  beforeEach(() => {
    scratch = new ScratchFolder();
  });
  afterEach(() => scratch.remove());

  /** The next record of docs/adr. */
  async function next(request: Partial<NewDecision> = {}) {
    const log = new DecisionLog(scratch.root, { listFiles: () => walk(scratch.root) });
    await log.load();
    const asked = { title: 'Une file', date: '2027-02-20', deciders: ['Ana Ruiz'], folder: 'docs/adr', ...request };
    return draftDecision(log, asked, templates);
  }

  const french = (number: number, more = '') =>
    `# ${number}. Titre ${number}\n\nDate : 2024-01-0${number}\n\n## Statut\n\nAccepté\n\n## Contexte\n\nMots.\n\n## Décision\n\nMots.\n\n${more}## Conséquences\n\n- Mots.\n`;

  it("in its language: headings, labels, status and bullets are the last record's", async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1));
    scratch.write('docs/adr/0002-titre-2.md', french(2, '### Une affaire à part\n\nMots.\n\n'));
    const { path, text, snippet } = await next();
    assert.equal(path, 'docs/adr/0003-une-file.md');
    assert.equal(
      text,
      '# 3. Une file\n\nDate : 2027-02-20\n\n## Statut\n\nProposé\n\n## Contexte\n\n{un paragraphe suffit}\n\n## Décision\n\n{un paragraphe suffit}\n\n## Conséquences\n\n- {un paragraphe suffit}\n',
    );
    const { number, title, status, date, format } = readDecision(path, text);
    assert.deepEqual([number, title, status, date, format], [3, 'Une file', 'proposed', '2027-02-20', 'nygard']);
    assert.equal(snippet.match(/\$\{\d:/g)?.length, 3);
  });

  it('with CRLF where its records have it', async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1).replaceAll('\n', '\r\n'));
    const { text } = await next();
    assert.match(text, /^# 2\. Une file\r\n\r\nDate : 2027-02-20\r\n/);
    assert.doesNotMatch(text, /(?<!\r)\n|\r\r/);
  });

  it('with the context of a selection, the link to what it supersedes or amends, and code that it is about', async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1));
    const old = readDecision('docs/adr/0001-titre-1.md', french(1));
    const { text } = await next({ supersedes: old, context: 'Parce que.' });
    assert.match(
      text,
      /## Statut\n\nProposé\n\nRemplace \[1\. Titre 1\]\(0001-titre-1\.md\)\n\n## Contexte\n\nParce que\.\n\n\{/,
    );
    assert.deepEqual(readDecision('docs/adr/0002-x.md', text).supersedes, [
      { text: '1. Titre 1', target: '0001-titre-1.md' },
    ]);
    const amending = await next({ amends: old });
    assert.match(amending.text, /## Statut\n\nProposé\n\nAmende \[1\. Titre 1\]\(0001-titre-1\.md\)\n\n## Contexte/);
    assert.match(amending.snippet, /Amende \[1\. Titre 1\]/);
  });

  it('in its front matter: its keys in their order, and what is the same in all of them', async () => {
    const record = (number: number) =>
      `---\nlayout: decision # all\nid: "000${number}"\nnav_order: ${number}\nstatus: accepted\ndate: 2024-01-0${number}\ndeciders: Ana\ntags: [a]\n---\n# T${number}\n\n## Context\n\nW\n\n## Our Choice\n\nW\n`;
    for (const number of [1, 2]) scratch.write(`docs/adr/000${number}-t.md`, record(number));
    const { text } = await next({ title: 'A: queue', deciders: ['Ana', 'Raj'] });
    assert.equal(
      text,
      '---\nlayout: decision # all\nid: "0003"\nstatus: proposed\ndate: 2027-02-20\ndeciders: Ana, Raj\ntags: []\n---\n\n# A: queue\n\n## Context\n\n{one paragraph is enough}\n\n## Our Choice\n\n{one paragraph is enough}\n',
    );
  });

  it('in the dates, options and number of its headings', async () => {
    scratch.write(
      'docs/adr/ADR-007-a.md',
      '# ADR-007: A\n\n* **Status:** ACCEPTED\n* **Datum:** 03.02.2024\n* **Entscheider:** Ana\n\n## Kontext\n\nW\n\n## Betrachtete Optionen\n\n### Option 1: X\n\nW\n\n### Option 2: Y\n\nW\n\n## Entscheidung\n\nW\n',
    );
    const { path, text } = await next({ title: 'B' });
    assert.equal(path, 'docs/adr/ADR-008-b.md');
    assert.equal(
      text,
      '# ADR-008: B\n\n* **Status:** PROPOSED\n* **Datum:** 20.02.2027\n* **Entscheider:** Ana Ruiz\n\n## Kontext\n\n{ein Absatz genügt}\n\n## Betrachtete Optionen\n\n### Option 1: {option 1}\n\n{ein Absatz genügt}\n\n### Option 2: {option 2}\n\n{ein Absatz genügt}\n\n## Entscheidung\n\n{ein Absatz genügt}\n',
    );
  });

  it('by the built-in template where that has all of its headings, with hints that say more', async () => {
    scratch.write(
      'docs/adr/0001-a.md',
      '# 1. A\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nW\n\n## Decision\n\nW\n',
    );
    assert.match((await next()).text, /## Consequences\n\n\{What becomes easier/);
  });

  it("by its own repository's template rather than by its last record", async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1));
    scratch.write('templates/decision.hbs', '# {{title}}\n\nStatus: {{status}}\n');
    const log = new DecisionLog(scratch.root, { listFiles: () => walk(scratch.root) });
    await log.load();
    const { text } = await draftDecision(
      log,
      { title: 'X', date: '2027-02-20', deciders: [], folder: 'docs/adr' },
      { ...templates, repository: scratch.path('templates') },
    );
    assert.equal(text, '# X\n\nStatus: proposed\n');
  });

  it("where its last record has a status of the team's own", async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1).replace('Accepté', 'À l’essai'));
    const log = new DecisionLog(scratch.root, {
      listFiles: () => walk(scratch.root),
      team: new Team({ 'À l’essai': 'proposed' }),
    });
    await log.load();
    const asked = { title: 'Une file', date: '2027-02-20', deciders: [], folder: 'docs/adr' };
    assert.match((await draftDecision(log, asked, templates)).text, /## Statut\n\nProposé\n\n## Contexte/);
  });

  it('by the built-in template where nothing in it can be followed', async () => {
    scratch.write('docs/adr/0001-a.md', '# A\n\nNo status, no sections.\n');
    assert.match((await next()).text, /^---\nstatus: proposed\n/);
  });

  it('as a decision of the past: accepted in its words, and what is inferred is there to be confirmed', async () => {
    scratch.write('docs/adr/0001-titre-1.md', french(1).replace('## Statut', 'Décideurs: Zoé\n\n## Statut'));
    const note = '{Inferred from git.}';
    const { text, snippet } = await next({ date: '2024-06-24', status: 'accepted', context: `Code.\n\n${note}`, note });
    assert.match(
      text,
      /Date : 2024-06-24\n\nDécideurs: Ana Ruiz\n\n## Statut\n\nAccepté\n\n## Contexte\n\nCode\.\n\n\{Inferred/,
    );
    assert.match(snippet, /Décideurs: \$\{1:Ana Ruiz\}/);
    assert.match(snippet, /\$\{2:\{Inferred from git\.\\\}\}/);
  });
});
