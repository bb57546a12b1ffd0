import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';
import { revisitEdits } from '../../../src/decisions/revisit.ts';
import { isRevisitDue } from '../../../src/decisions/revisitDue.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';

const path = 'docs/adr/0012-retry.md';
const set = (text: string, day = '2027-02-20') => applyEdits(text, revisitEdits(path, text, day));

describe('The day to revisit a decision is written', () => {
  for (const [place, before, after] of [
    ['to front matter', '---\nstatus: accepted\n---\n# T\n', '---\nstatus: accepted\nrevisit: 2027-02-20\n---\n# T\n'],
    [
      'in front matter that has another, with its comment',
      '---\nrevisit: 2026-01-01 # a year\n---\n# T\n',
      '---\nrevisit: 2027-02-20 # a year\n---\n# T\n',
    ],
    [
      "to the entry that adrkit's records have",
      '---\nreviewBy: 2026-01-01\n---\n# T\n',
      '---\nreviewBy: 2027-02-20\n---\n# T\n',
    ],
    [
      'as a paragraph after a date that is one',
      '# 1. T\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n',
      '# 1. T\n\nDate: 2024-01-02\n\nRevisit: 2027-02-20\n\n## Status\n\nAccepted\n',
    ],
    [
      'as a bullet after bullets',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02\n\nText.\n',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02\n* Revisit: 2027-02-20\n\nText.\n',
    ],
    [
      'as a bold bullet in lower case, as the others are',
      '# T\n\n- **status:** accepted\n\n## Context\n',
      '# T\n\n- **status:** accepted\n- **revisit:** 2027-02-20\n\n## Context\n',
    ],
    [
      'as a line after lines, each with a hard break',
      '# T\n\nStatus: accepted  \nDate: 2024-01-02\n\n## Context\n',
      '# T\n\nStatus: accepted  \nDate: 2024-01-02  \nRevisit: 2027-02-20\n\n## Context\n',
    ],
    [
      'as a row of a table',
      '# T\n\n| Key | Value |\n|---|---|\n| **Status** | Accepted |\n\n## Context\n',
      '# T\n\n| Key | Value |\n|---|---|\n| **Status** | Accepted |\n| **Revisit** | 2027-02-20 |\n\n## Context\n',
    ],
    ['below a title that is all there is', '# T', '# T\n\nRevisit: 2027-02-20'],
    ['below a title with text right below it', '# T\nText\n', '# T\n\nRevisit: 2027-02-20\n\nText\n'],
    ['at the beginning of a text without a title', 'Text', 'Revisit: 2027-02-20\n\nText'],
    [
      'behind the day alone where a date has no colon to go by',
      '# T\n\nDate 09/04/2018\n\n## Status\n\nAccepted\n',
      '# T\n\nRevisit: 2027-02-20\n\nDate 09/04/2018\n\n## Status\n\nAccepted\n',
    ],
    [
      'in German',
      '# T\n\nDatum: 2024-01-02\n\n## Status\n\nAngenommen\n\n## Entscheidung\n',
      '# T\n\nDatum: 2024-01-02\n\nWiedervorlage: 2027-02-20\n\n## Status\n\nAngenommen\n\n## Entscheidung\n',
    ],
    [
      'with CRLF where the record has it',
      '\uFEFF# T\r\n\r\nDate: 2024-01-02\r\n',
      '\uFEFF# T\r\n\r\nDate: 2024-01-02\r\n\r\nRevisit: 2027-02-20\r\n',
    ],
  ] as const) {
    it(`${place}, and replaced there`, () => {
      assert.equal(set(before), after);
      assert.equal(set(after, '2028-01-01'), after.replace('2027-02-20', '2028-01-01'));
      assert.equal(readDecision(path, after).revisit, '2027-02-20');
    });
  }

  it('not to front matter that is no plain YAML there', () => {
    assert.throws(() => set('---\nrevisit: &a 2026-01-01\nagain: *a\n---\n# T\n'), /front matter entry "revisit"/);
  });
});

describe('A decision is to be revisited', () => {
  const due = (text: string, today: string) => isRevisitDue(readDecision(path, text), today);
  const record = (outcome = '') =>
    `---\nstatus: accepted\nrevisit: 2026-11-12\n---\n# T\n\n## Context\n\nW\n${outcome}`;

  it('from its day on', () => {
    assert.equal(due(record(), '2026-11-11'), false);
    assert.equal(due(record(), '2026-11-12'), true);
    assert.equal(due('---\nstatus: accepted\n---\n# T\n', '2026-11-12'), false);
  });

  it('until an outcome is recorded, which may be a little early', () => {
    const outcome = (day: string) => record(`\n## Outcome\n\n### ${day}\n\nGood.\n`);
    assert.equal(due(outcome('2026-12-01'), '2026-12-02'), false);
    assert.equal(due(outcome('2026-11-01'), '2026-12-02'), false);
    assert.equal(due(outcome('2025-11-01'), '2026-12-02'), true);
  });

  it('unless it is no longer in force', () => {
    for (const status of ['rejected', 'deprecated', 'superseded']) {
      assert.equal(due(record().replace('accepted', status), '2026-12-02'), false);
    }
  });
});
