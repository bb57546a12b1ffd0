import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../../src/practices/catalogue/all.ts';
import { draftDocument, templateData } from '../../../src/practices/document.ts';
import { findTemplate } from '../../../src/records/templates.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const builtIn = join(root, 'templates', 'practices');
/** What documents use that are filled from elsewhere. */
const more = { areas: [], open: [] };

/** The practices of the whole growth path, by what they are for. */
const rows = `
  fit-check signs-check ten-areas role-card
  decision-record trade-off retro-record system-map runbook incident debrief fix-and-teach decision-outcome
  ownership teaching-review meeting-summary weekly-status project-why requirement-brief technical-discussion one-pager
  idea risk-note
  manager-map pitch pre-meeting signal-filter relationships red-flags
  delegation growth-feedback mentoring commitments credit
  plan-90 weekly-habit evidence career-case pay-talk
  observe-project ambition-talk mentor-choice growth-steps guiding-questions expansion-review pitfalls`
  .trim()
  .split(/\s+/);

describe('the catalogue of practices', () => {
  it('has every practice of the growth path, once', () => {
    assert.deepEqual(catalogue.map(({ id }) => id).sort(), [...rows].sort());
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
  it('has a row for every practice', () => {
    const page = readFileSync(join(root, 'docs', 'practices.md'), 'utf8');
    for (const { id, title } of catalogue) assert.ok(page.includes(`| ${title} (\`${id}\`) |`), id);
  });
});
