import assert from 'node:assert/strict';
import { draftOutcome } from '../../../src/decisions/outcomeDraft.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';

const path = 'docs/adr/0012-retry.md';

function add(text: string, day = '2027-02-20'): string {
  const { at, draft } = draftOutcome(path, text, day);
  return applyEdits(text, [{ start: at, end: at, text: draft.text }]);
}

const entry = (day: string) =>
  `### ${day}\n\n**Expected:** {one paragraph is enough}\n\n**What happened:** {one paragraph is enough}\n\n**Risks that happened:** {one paragraph is enough}`;

describe('An outcome is written', () => {
  it("to a section of its own at the record's end", () => {
    const before = '---\nstatus: accepted\n---\n# T\n\n## Context\n\nW\n\n## Risks\n\nW\n';
    assert.equal(add(before), `${before}\n## Outcome\n\n${entry('2027-02-20')}\n`);
  });

  it('before the links that a record ends with', () => {
    assert.equal(
      add('# T\n\n- Status: accepted\n\n## Decision Outcome\n\nW\n\n## Links\n\n- [x](x.md)\n'),
      `# T\n\n- Status: accepted\n\n## Decision Outcome\n\nW\n\n## Outcome\n\n${entry('2027-02-20')}\n\n## Links\n\n- [x](x.md)\n`,
    );
  });

  it('below the earlier ones, of which nothing changes', () => {
    const first = add('# T\n\n## Status\n\nAccepted\n\n## Context\n\nW').replace(
      '{one paragraph is enough}',
      'Less noise.',
    );
    assert.equal(add(first, '2027-08-20'), `${first}\n\n${entry('2027-08-20')}`);
    assert.equal(readDecision(path, add(first, '2027-08-20')).outcome, '2027-08-20');
  });

  it('with tab stops, and without a final line ending where there was none', () => {
    const { draft } = draftOutcome(path, '# T\n\n## Context\n\nW', '2027-02-20');
    assert.equal(draft.snippet.match(/\$\{\d:/g)?.length, 3);
    assert.ok(!draft.text.endsWith('\n'));
  });

  it("in the record's language", () => {
    const text = add('# T\n\n## Statut\n\nAccepté\n\n## Contexte\n\nW\n\n## Décision\n\nW\n');
    assert.match(text, /\n## Bilan\n\n### 2027-02-20\n\n\*\*Attendu:\*\* \{un paragraphe suffit\}/);
    assert.equal(readDecision(path, text).outcome, '2027-02-20');
  });

  it('not into a fence that nobody closed', () => {
    assert.throws(() => add('# T\n\n## Context\n\n```\ncode\n'), /cannot be changed without a risk/);
  });
});

describe('An outcome is read', () => {
  it('with the last of its days, and not from the section of the decision itself', () => {
    const outcome = (text: string) => readDecision(path, text).outcome;
    assert.equal(outcome('# T\n\n## Outcome\n\n### 2027-02-20\n\nW\n\n### 2026-02-20\n\nW\n'), '2027-02-20');
    assert.equal(outcome('# T\n\n## Outcome (2027-02-20)\n\nW\n'), '2027-02-20');
    assert.equal(outcome('# T\n\n## Outcome\n\nWe chose a queue.\n'), null);
    assert.equal(outcome('# T\n\n## Decision Outcome\n\n### 2027-02-20\n\nW\n'), null);
    assert.equal(outcome('# T\n\n```\n## Outcome\n\n### 2027-02-20\n```\n'), null);
  });
});
