import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';
import { type RelationKeys, type RelationSide, relationEdits, relationKeys } from '../../../src/decisions/relation.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';

const path = 'docs/adr/0012-retry.md';
const other = readDecision('docs/adr/0014-budget.md', '# 14. Budget\n\n## Status\n\nAccepted\n');

/** The text of a record that says what it is to the other. */
function related(side: RelationSide, text: string, keys: RelationKeys = {}, to = other): string {
  return applyEdits(text, relationEdits(side, readDecision(path, text), text, to, keys));
}

describe('An amendment is written', () => {
  for (const [place, side, before, after] of [
    [
      "in adr-tools' way below the status",
      'amendedBy',
      '# 12. T\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nW\n',
      '# 12. T\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\nAmended by [14. Budget](0014-budget.md)\n\n## Context\n\nW\n',
    ],
    [
      'after what supersedes it',
      'amends',
      '# 12. T\n\n## Status\n\nAccepted\n\nSupercedes [9. U](0009-u.md)\n\n## Context\n\nW\n',
      '# 12. T\n\n## Status\n\nAccepted\n\nSupercedes [9. U](0009-u.md)\n\nAmends [14. Budget](0014-budget.md)\n\n## Context\n\nW\n',
    ],
    [
      'in French',
      'amendedBy',
      '# 12. T\n\n## Statut\n\nAccepté\n\n## Contexte\n\nW\n\n## Décision\n\nW\n',
      '# 12. T\n\n## Statut\n\nAccepté\n\nAmendé par [14. Budget](0014-budget.md)\n\n## Contexte\n\nW\n\n## Décision\n\nW\n',
    ],
    [
      'in Japanese',
      'amends',
      '# T\n\n## ステータス\n\n承認\n\n## 決定\n\nW\n',
      '# T\n\n## ステータス\n\n承認\n\n改訂対象 [14. Budget](0014-budget.md)\n\n## 決定\n\nW\n',
    ],
    [
      'among the links of MADR 2, with its bullets',
      'amendedBy',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02\n\n## Considered Options\n\n* a\n\n## Links\n\n* [x](x.md)\n',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02\n\n## Considered Options\n\n* a\n\n## Links\n\n* [x](x.md)\n* Amended by [14. Budget](0014-budget.md)\n',
    ],
    [
      'in a section of links that log4brains would have',
      'amendedBy',
      '# T\n\n- Status: accepted\n- Date: 2024-01-02\n\n## Decision Outcome\n\nW',
      '# T\n\n- Status: accepted\n- Date: 2024-01-02\n\n## Decision Outcome\n\nW\n\n## Links\n\n- Amended by [14. Budget](0014-budget.md)',
    ],
    [
      'in the further information of MADR 4',
      'amends',
      '---\nstatus: accepted\ndecision-makers: [Ana]\n---\n# T\n\n## Decision Outcome\n\nW\n\n## More Information\n\nNone.\n',
      '---\nstatus: accepted\ndecision-makers: [Ana]\n---\n# T\n\n## Decision Outcome\n\nW\n\n## More Information\n\nNone.\n\nAmends [14. Budget](0014-budget.md)\n',
    ],
    [
      'as a line of the head in our own format',
      'amendedBy',
      '---\nstatus: accepted\n---\n\n# T\n\nSupersedes: [3](0003-x.md)\n\n## Recommendation\n\nW\n\n## Risks\n\nW\n',
      '---\nstatus: accepted\n---\n\n# T\n\nSupersedes: [3](0003-x.md)\n\nAmended by: [14. Budget](0014-budget.md)\n\n## Recommendation\n\nW\n\n## Risks\n\nW\n',
    ],
    [
      "in the record's own front matter, beside what is there",
      'amendedBy',
      '---\nstatus: accepted\namended_by:\n  - 0013-y.md\n---\n# T\n',
      '---\nstatus: accepted\namended_by: [0013-y.md, 0014-budget.md]\n---\n# T\n',
    ],
  ] as const) {
    it(`${place}, and the record stays accepted`, () => {
      assert.equal(related(side, before), after);
      assert.equal(readDecision(path, after).status, readDecision(path, before).status);
    });
  }

  it('with the front matter keys that the folder uses', () => {
    const keys = relationKeys(['# no front matter', '---\namends: [0001-a.md]\namended-by: []\n---\n# T\n']);
    assert.deepEqual(keys, { amends: 'amends', amendedBy: 'amended-by', supersedes: undefined });
    assert.equal(
      related('amendedBy', '---\nstatus: accepted\n---\n# T\n', keys),
      '---\nstatus: accepted\namended-by: [0014-budget.md]\n---\n# T\n',
    );
  });

  it('with a relative link to a record of another package', () => {
    const elsewhere = readDecision('packages/pay/docs/adr/0001-cards.md', '# 1. Cards\n');
    assert.match(
      related('amends', '# T\n\n## Status\n\nAccepted\n', {}, elsewhere),
      /^Amends \[1\. Cards\]\(\.\.\/\.\.\/packages\/pay\/docs\/adr\/0001-cards\.md\)$/m,
    );
  });

  it('once', () => {
    const text = related('amendedBy', '# T\n\n## Status\n\nAccepted\n');
    assert.equal(related('amendedBy', text), text);
  });

  it('not where a fence that nobody closed would swallow it', () => {
    const text = '# T\n\n- Status: accepted\n\n## Decision\n\n```\ncode\n';
    assert.throws(() => related('amendedBy', text), /cannot be changed without a risk/);
  });
});

describe('An amendment is read', () => {
  const amendedBy = (text: string) => readDecision(path, text).amendedBy.map(({ target, text }) => target ?? text);
  const amends = (text: string) => readDecision(path, text).amends.map(({ target, text }) => target ?? text);

  it('from the status section, the links, a line and front matter', () => {
    assert.deepEqual(amendedBy('# T\n\n## Status\n\nAccepted\n\nAmended by [2](0002-b.md)\n'), ['0002-b.md']);
    assert.deepEqual(amends('# T\n\n## Status\n\nAccepted\n\nAmends [2](0002-b.md)\n'), ['0002-b.md']);
    assert.deepEqual(amends('# T\n\n## Links\n\n- Amends [2](0002-b.md)\n- [3](0003-c.md)\n'), ['0002-b.md']);
    assert.deepEqual(amends('# T\n\nAmends: ADR-2\n\n## Context\n'), ['ADR-2']);
    assert.deepEqual(amendedBy('---\namended_by: [0002-b.md, 0003-c.md]\n---\n# T\n'), ['0002-b.md', '0003-c.md']);
  });

  it('from a supersession that is only partial, which is none', () => {
    for (const line of [
      'Partially superseded by [2](0002-b.md)',
      'Superseded in part by [2](0002-b.md)',
      'amended-in-part by [2](0002-b.md)',
      'Accepted, partly superseded by [2](0002-b.md)',
    ]) {
      const record = readDecision(path, `# T\n\n## Status\n\n${line}\n`);
      assert.deepEqual(
        record.amendedBy.map(({ target }) => target),
        ['0002-b.md'],
        line,
      );
      assert.deepEqual(record.supersededBy, [], line);
    }
    assert.deepEqual(amends('# T\n\n## Status\n\nAccepted\n\nPartially supersedes [2](0002-b.md)\n'), ['0002-b.md']);
  });

  it('not from what supersedes the whole, nor the other way round where one phrase begins with the other', () => {
    const german = readDecision(
      path,
      '# T\n\n## Status\n\nErsetzt durch [2](0002-b.md)\n\nErgänzt durch [3](0003-c.md)\n',
    );
    assert.deepEqual(german.supersedes, []);
    assert.deepEqual(german.amends, []);
    assert.deepEqual(
      [german.supersededBy, german.amendedBy].map(([first]) => first?.target),
      ['0002-b.md', '0003-c.md'],
    );
    assert.deepEqual(amendedBy('# T\n\n## Status\n\nSuperseded by [2](0002-b.md)\n'), []);
  });
});
