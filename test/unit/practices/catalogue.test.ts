import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../src/practices/catalogue/all.ts';
import { draftDocument, templateData } from '../../../src/practices/document.ts';
import { findTemplate } from '../../../src/records/templates.ts';
import { growthPath, practiceTables } from './growthPath.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const builtIn = join(root, 'templates', 'practices');
/** What documents use that are filled from elsewhere. */
const more = { areas: [], open: [], resume: [], progress: [], decisions: [], reviews: [], closed: [], slipping: [] };
const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);

describe('the catalogue of practices', () => {
  it('has every practice of the growth path, once, for whom and where it was asked for', () => {
    const asked = growthPath.map(({ shownBy: _, ...row }) => row);
    assert.deepEqual(
      catalogue.map(({ id, who, cadence, store }) => ({ id, who, cadence, store })).sort(byId),
      [...asked].sort(byId),
    );
  });

  it('uses in its templates only what every document is begun with', () => {
    const known = new Set(Object.keys(templateData({ heading: 'x', date: '2026-11-20', more })));
    for (const name of readdirSync(builtIn)) {
      const source = readFileSync(join(builtIn, name), 'utf8');
      for (const [, words = ''] of source.matchAll(/\{\{#?(?:if |each |yaml )?([a-z][\w.]*)\}\}/g)) {
        const [first = ''] = words.split('.');
        assert.ok(known.has(first) || ['else', 'this'].includes(first), `${name}: ${words}`);
      }
    }
  });

  it('has a note and a next action for each of the ten areas', async () => {
    const areas = catalogue.find(({ id }) => id === 'ten-areas')?.essentials ?? [];
    assert.equal(areas.length, 10);
    const { text } = await draftDocument(await findTemplate('ten-areas', { builtIn }), {
      heading: 'x',
      date: '2026-11-20',
    });
    for (const area of areas)
      assert.ok(text.includes(`## ${area}\n\n{What I noticed}\n\n- Next: {one action}\n`), area);
    assert.doesNotMatch(text, /\d ?(?:of|\/) ?\d|score|points|%/i);
  });

  it('asks the manager what a project leaves unanswered', async () => {
    const { text } = await draftDocument(await findTemplate('project-why', { builtIn }), {
      heading: 'x',
      date: '2026-11-20',
    });
    const [answers = '', questions = ''] = text.split('## Questions for the manager');
    const headings = [...answers.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replace(/^(?:why|the) /, ''),
    );
    assert.equal(headings.length, 4);
    for (const heading of headings) assert.ok(questions.toLowerCase().includes(`${heading}:`), heading);
    assert.equal(questions.match(/\?$/gm)?.length, 4);
  });

  it('gives each a template, unless a command does it, and has no template of nothing', () => {
    const files = readdirSync(builtIn).map((name) => name.replace(/\.hbs$/, ''));
    assert.deepEqual(
      files.sort(),
      catalogue
        .filter(({ id }) => !['decision-record', 'retro-record', 'decision-outcome'].includes(id))
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('names only commands that the manifest has', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    for (const { command } of catalogue) if (command) assert.ok(manifest.includes(`"command": "${command}"`), command);
  });

  for (const practice of catalogue) {
    it(`renders ${practice.id} with all of its essentials, as one Markdown document`, async () => {
      const template =
        practice.id === 'decision-record'
          ? await findTemplate('decision', { builtIn: join(root, 'templates') })
          : practice.essentials.length || !practice.command
            ? await findTemplate(practice.id, { builtIn })
            : undefined;
      if (!template) return;
      const draft = await draftDocument(template, { heading: practice.title, date: '2026-11-20', author: 'Ana', more });
      for (const words of practice.essentials) {
        assert.ok(draft.text.toLowerCase().includes(words.toLowerCase()), `${practice.id} lacks "${words}"`);
      }
      if (practice.store === 'local' || practice.id === 'decision-record') return;
      assert.equal(draft.text.match(/^# .+$/gm)?.length, 1);
      assert.doesNotMatch(draft.text, /\n\n\n|undefined|\[object|\{\{/);
    });
  }

  it('reads as "When ..., I will ...": small letters, no full stop', () => {
    for (const { id, cue, action } of catalogue) {
      assert.match(cue, /^(?:[a-z]|I\b).*[^.]$/, id);
      assert.match(action, /^$|^[a-z].*[^.]$/, id);
    }
  });

  it('asks for a title wherever a heading needs one, and gives every document for the team a folder', () => {
    for (const practice of catalogue) {
      if (practice.heading) assert.ok(practice.question && practice.heading.includes('{0}'), practice.id);
      if (['team', 'draft', 'either'].includes(practice.store) && !practice.command) {
        assert.match(practice.folder ?? '', /^docs\/[a-z]+$/, practice.id);
      }
    }
  });

  it('keeps the pay talk, and all about people, from being published', () => {
    const publishable = catalogue.filter(({ store }) => store === 'draft').map(({ id }) => id);
    assert.deepEqual(publishable.sort(), ['idea', 'incident', 'pitch', 'signal-filter', 'system-map', 'weekly-status']);
    assert.equal(catalogue.find(({ id }) => id === 'pay-talk')?.store, 'secret');
  });

  it('escapes a title that would be read as HTML or emphasis', () => {
    assert.equal(templateData({ heading: '<b> and *that*', date: '2026-11-20' }).title, '\\<b> and \\*that\\*');
  });
});

describe("the practices' page", () => {
  const page = join(root, 'docs', 'practices.md');
  const names = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
  const titleOf = (command: string) => `Lead: ${names[command.replace('leadHabits.', 'command.')]}`;

  it('has the tables of the catalogue, with the test that shows each row: UPDATE_DOCS=1 writes them anew', () => {
    const text = readFileSync(page, 'utf8');
    const [start, end] = [text.indexOf('## '), text.indexOf('## What is pointed out')];
    const expected = `${practiceTables(catalogue, titleOf)}\n\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(page, text.slice(0, start) + expected + text.slice(end));
    else assert.equal(text.slice(start, end), expected);
  });

  it('names tests that there are', () => {
    const source = (file: string) => readFileSync(join(root, 'test', file), 'utf8');
    assert.match(
      source('editor/practices.spec.ts'),
      /for \(const practice of catalogue\) \{\n {4}it\(`\$\{practice\.id\} /,
    );
    for (const { id, shownBy } of growthPath) {
      for (const [file, name] of shownBy) {
        const text = source(file);
        assert.ok(
          [`it('${name}'`, `it("${name}"`].some((each) => text.includes(each)),
          `${id}: ${file}: ${name}`,
        );
      }
    }
  });
});
