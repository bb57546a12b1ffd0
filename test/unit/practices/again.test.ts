import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ownersOf } from '../../../src/actions/codeowners.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { catalogue } from '../../../src/practices/catalogue/all.ts';
import { draftDocument } from '../../../src/practices/document.ts';
import { evidenceLines } from '../../../src/practices/evidence.ts';
import { documentsOf, lastAbout, lastByPractice } from '../../../src/practices/journalDocuments.ts';
import type { Practice } from '../../../src/practices/practice.ts';
import { lookedAt, revisitDay, titleOf } from '../../../src/practices/revisit.ts';
import { practicesDue } from '../../../src/practices/suggest.ts';
import { tallyEdits, tallyOf } from '../../../src/practices/tally.ts';
import { findTemplate } from '../../../src/records/templates.ts';

const builtIn = join(import.meta.dirname, '../../../templates/practices');
const draft = async (id: string, more: Partial<Parameters<typeof draftDocument>[1]> = {}) =>
  (await draftDocument(await findTemplate(id, { builtIn }), { heading: id, date: '2026-11-20', ...more })).text;

function practice(id: string): Practice {
  const found = catalogue.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

describe('the documents of a practice in the journal', () => {
  const paths = [
    'practices/mentoring/2026-11-20-sam.md',
    'practices/mentoring/2026-11-13-sam.md',
    'practices/mentoring/2026-11-20-sam-2.md',
    'practices/mentoring/2026-11-21-samuel.md',
    'practices/mentoring/notes.md',
    'practices/mentoring-log/2026-11-22-sam.md',
    'evidence/2026-10.md',
    'status/2026-W47.md',
  ];

  it('are known by their names, the oldest first, and by whom they are about', () => {
    assert.deepEqual(
      documentsOf({ id: 'mentoring' }, paths).map(({ date, slug }) => `${date} ${slug}`),
      ['2026-11-13 sam', '2026-11-20 sam', '2026-11-20 sam-2', '2026-11-21 samuel'],
    );
    assert.equal(lastAbout(practice('mentoring'), 'Sam', paths.slice(0, 2))?.date, '2026-11-20');
    assert.equal(lastAbout(practice('mentoring'), 'Samuel', paths)?.date, '2026-11-21');
    assert.equal(lastAbout(practice('mentoring'), 'Raj', paths), undefined);
  });

  it('tell when a practice was done last: a month by its end', () => {
    assert.deepEqual(Object.fromEntries(lastByPractice(paths, 1)), {
      mentoring: '2026-11-21',
      'mentoring-log': '2026-11-22',
      evidence: '2026-10-31',
      'weekly-status': '2026-11-16',
    });
  });
});

describe('a practice that comes round', () => {
  const due = (last: Readonly<Record<string, string>>, today: string) =>
    practicesDue(catalogue, new Map(Object.entries(last)), today).map(({ practice: { id } }) => id);

  it('is due when its week, month or quarter has gone by, and not a day before', () => {
    assert.deepEqual(due({ idea: '2026-11-20' }, '2026-11-26'), []);
    assert.deepEqual(due({ idea: '2026-11-20' }, '2026-11-27'), ['idea']);
    assert.deepEqual(due({ 'red-flags': '2027-01-31' }, '2027-02-27'), []);
    assert.deepEqual(due({ 'red-flags': '2027-01-31' }, '2027-02-28'), ['red-flags']);
    assert.deepEqual(due({ 'fit-check': '2026-11-30' }, '2027-02-27'), []);
    assert.deepEqual(due({ 'fit-check': '2026-11-30' }, '2027-02-28'), ['fit-check']);
  });

  it('is one of three at most, and none that was never begun, is done once, or was left alone for half a year', () => {
    assert.deepEqual(due({}, '2026-11-20'), []);
    assert.deepEqual(due({ 'manager-map': '2026-01-01', runbook: '2026-01-01' }, '2026-11-20'), []);
    assert.deepEqual(due({ pitfalls: '2026-03-01' }, '2026-11-20'), []);
    const many = { 'ten-areas': '2026-07-01', 'signs-check': '2026-09-01', pitfalls: '2026-08-15', idea: '2026-11-01' };
    assert.deepEqual(due(many, '2026-11-20'), ['pitfalls', 'signs-check', 'ten-areas']);
  });
});

describe('a document that comes back', () => {
  it('states its day below a heading, and is done with once that was looked at', async () => {
    const text = (await draft('delegation')).replace(/\{The date on which[^}]*\}/, '2026-12-18');
    const { revisit = '' } = practice('delegation');
    assert.equal(revisitDay(text, revisit), '2026-12-18');
    assert.equal(revisitDay(await draft('delegation'), revisit), undefined);
    for (const eol of ['\n', '\r\n']) {
      const own = text.replaceAll('\n', eol);
      const edited = applyEdits(own, lookedAt(own, revisit, '2026-12-19') ?? []);
      assert.equal(edited, own.replace('2026-12-18', `2026-12-18${eol}${eol}Looked at on 2026-12-19.`));
      assert.equal(revisitDay(edited, revisit), undefined);
      assert.equal(revisitDay(`${edited}${eol}Again on 2027-01-18.${eol}`, revisit), '2027-01-18');
    }
    assert.equal(lookedAt('# Mine\n', revisit, '2026-12-19'), undefined);
    assert.equal(
      applyEdits('## Revisit', lookedAt('## Revisit', revisit, '2026-12-19') ?? []),
      '## Revisit\n\nLooked at on 2026-12-19.',
    );
    assert.equal(titleOf(text), 'delegation');
  });
});

describe('a document that knows what came before', () => {
  it('leaves the agreement where it is, and links it', async () => {
    assert.match(await draft('mentoring'), /## Agreement[\s\S]*## Goals[\s\S]*## Session/);
    const next = await draft('mentoring', { last: { date: '2026-11-13', file: '2026-11-13-sam.md' } });
    assert.match(next, /^2026-11-20\. Goes on from \[2026-11-13\]\(2026-11-13-sam\.md\)/m);
    assert.doesNotMatch(next, /## Agreement|\n\n\n/);
  });

  it('links the look before it, and the evidence that there is', async () => {
    const last = { date: '2026-10-20', file: '2026-10-20-signs-check.md' };
    const months = new Map([
      ['evidence/2026-10.md', '- 2026-10-02 Taught the ledger\n'],
      ['evidence/2026-11.md', '- 2026-11-19 Ended the storm\n  - Impact: calm nights\n- 2026-11-20 {What I did}\n'],
    ]);
    const evidence = evidenceLines(months);
    assert.deepEqual(evidence, [
      '[2026-11-19](../../evidence/2026-11.md) Ended the storm: calm nights',
      '[2026-10-02](../../evidence/2026-10.md) Taught the ledger',
    ]);
    const signs = await draft('signs-check', { last, evidence });
    assert.match(
      signs,
      /The look before this one: \[2026-10-20\]\(2026-10-20-signs-check\.md\)\.\n\n## The five signs/,
    );
    assert.equal(signs.match(/^- \[ \] .* Evidence: \{a link or a date\}$/gm)?.length, 5);
    assert.match(signs, /## From my evidence log, to link above\n\n- \[2026-11-19\]/);
    assert.match(
      await draft('pay-talk', { evidence }),
      /## My examples\n\n- \[2026-11-19\][^\n]*\n- \[2026-10-02\][^\n]*\n- \{another one/,
    );
    for (const { id, store } of catalogue.filter((each) => !each.command && each.store !== 'local')) {
      assert.doesNotMatch(await draft(id, { last, evidence, owners: ['@raj'] }), /\n\n\n|undefined|\[object/, id);
      if (store === 'draft') assert.doesNotMatch(await draft(id, { last, evidence }), /2026-10-20|calm nights/, id);
    }
  });

  it('names who owns the code by CODEOWNERS', async () => {
    const text = '* @sam\n/src/billing/ @raj @ana-ruiz # us\n*.sql db@x.example\ndocs/*\n[Section]\n^[Other] @x\n';
    assert.deepEqual(ownersOf(text, 'src/billing/any'), ['@raj', '@ana-ruiz']);
    assert.deepEqual(ownersOf(text, 'src/billing/deep/a.sql'), ['db@x.example']);
    assert.deepEqual(ownersOf(text, 'src/server.ts'), ['@sam']);
    assert.deepEqual(ownersOf(text, 'docs/a.md'), []);
    assert.deepEqual(ownersOf('', 'src/server.ts'), []);
    assert.match(
      await draft('ownership', { owners: ['@raj', '@ana-ruiz'] }),
      /CODEOWNERS names for it: @raj @ana-ruiz\n\n## Documentation/,
    );
  });
});

describe('the tally of mentors', () => {
  it('counts each name once an answer, the most often named first', () => {
    assert.deepEqual(
      tallyOf([
        'Raj named Sam and Ana',
        'Mia named sam.',
        'Ana named Sam, Sam',
        'Zoe named {one or two}',
        'a note',
        '',
      ]),
      [
        { name: 'Sam', count: 3 },
        { name: 'Ana', count: 1 },
      ],
    );
  });

  it('is written into its section alone, whatever the line endings', async () => {
    const { tally } = practice('mentor-choice');
    assert.ok(tally);
    const text = await draft('mentor-choice');
    assert.deepEqual(tallyEdits(text, tally), []);
    for (const eol of ['\n', '\r\n']) {
      const asked = text
        .replace('- {name} named {one or two}', '- Raj named Sam & Ana\n- Mia named Sam')
        .replaceAll('\n', eol);
      const counted = applyEdits(asked, tallyEdits(asked, tally));
      assert.equal(counted, asked.replace('- {name}: {how often}', `- Sam: 2${eol}- Ana: 1`));
      const more = counted.replace('- Mia named Sam', '- Mia named Ana');
      assert.equal(
        applyEdits(more, tallyEdits(more, tally)),
        more.replace(`- Sam: 2${eol}- Ana: 1`, `- Ana: 2${eol}- Sam: 1`),
      );
    }
    const bare = '## Asked\n\n- A named B\n\n## Tally\n\n## Next\n';
    assert.equal(
      applyEdits(bare, tallyEdits(bare, tally)),
      '## Asked\n\n- A named B\n\n## Tally\n\n- B: 1\n\n## Next\n',
    );
    assert.deepEqual(tallyEdits('## Asked\n\n- A named B\n', tally), []);
  });
});
