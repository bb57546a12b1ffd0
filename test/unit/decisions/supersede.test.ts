import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';
import { supersededSpelling, supersedeEdits } from '../../../src/decisions/supersede.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';

const by = readDecision('docs/adr/0005-new-way.md', '# 5. New [way]\n');
const link = '[5. New \\[way\\]](0005-new-way.md)';

function supersede(text: string, next = by, spelling?: string): string {
  const path = 'docs/adr/0003-old.md';
  const after = applyEdits(text, supersedeEdits(readDecision(path, text), text, next, '2024-05-06', spelling));
  assert.equal(readDecision(path, after).status, 'superseded');
  return after;
}

describe('A superseded record', () => {
  for (const [where, before, after] of [
    [
      'adr-tools’ section',
      '# 3. T\n\n## Status\n\nAccepted\n\n## Context\n',
      `# 3. T\n\n## Status\n\nSuperceded by ${link}\n\n## Context\n`,
    ],
    [
      'a section in Welsh',
      '# T\n\n## Statws\n\nDerbyniwyd\n\n## Penderfyniad\n',
      `# T\n\n## Statws\n\nDisodlwyd gan ${link}\n\n## Penderfyniad\n`,
    ],
    [
      'a section in Japanese',
      '# T\n\n## ステータス\n\n承認\n\n## 決定\n',
      `# T\n\n## ステータス\n\n置き換え先 ${link}\n\n## 決定\n`,
    ],
    [
      'a section with an amendment',
      '# T\n\n## Status\n\nAccepted\n\nAmended by [4](0004-x.md)\n',
      `# T\n\n## Status\n\nSuperceded by ${link}\n\nAmended by [4](0004-x.md)\n`,
    ],
    [
      'a bullet',
      '# T\n\n- Status: accepted\n- Date: 2024-01-02\n',
      `# T\n\n- Status: superseded by ${link}\n- Date: 2024-01-02\n`,
    ],
    ['a bold bullet', '# T\n\n* **Status:** Accepted\n', `# T\n\n* **Status:** superseded by ${link}\n`],
    [
      'front matter',
      '---\nstatus: accepted # by all\n---\n# T\n',
      `---\nstatus: superseded by ${link} # by all\n---\n# T\n`,
    ],
    [
      'a key of front matter',
      '---\nstatus: accepted\nsuperseded_by:\n---\n# T\n',
      '---\nstatus: superseded\nsuperseded_by: 0005-new-way.md\n---\n# T\n',
    ],
    [
      'a key in one word',
      '---\nstatus: accepted\nsupersededBy: ""\n---\n# T\n',
      '---\nstatus: superseded\nsupersededBy: 0005-new-way.md\n---\n# T\n',
    ],
    [
      'a list of front matter',
      '---\nstatus: accepted\nsuperseded-by: []\n---\n# T\n',
      '---\nstatus: superseded\nsuperseded-by: [0005-new-way.md]\n---\n# T\n',
    ],
    [
      'a list that names another',
      '---\nstatus: accepted\nsuperseded-by: [0004-x.md]\n---\n# T\n',
      '---\nstatus: superseded\nsuperseded-by: [0004-x.md, 0005-new-way.md]\n---\n# T\n',
    ],
    [
      'front matter with ids',
      '---\nid: "0003"\nstatus: accepted\nsuperseded_by:\n---\n# T\n',
      '---\nid: "0003"\nstatus: superseded\nsuperseded_by: "0005"\n---\n# T\n',
    ],
    [
      'front matter without a status',
      '---\nsuperseded_by:\n---\n# T\n',
      '---\nsuperseded_by: 0005-new-way.md\nstatus: superseded\n---\n# T\n',
    ],
    [
      'a row',
      '# T\n\n| | |\n|-|-|\n| Status | Accepted |\n',
      `# T\n\n| | |\n|-|-|\n| Status | superseded by ${link} |\n`,
    ],
    ['nowhere', '# T\n\n## Context\n', `# T\n\n## Status\n\nsuperseded by ${link}\n\n## Context\n`],
  ] as const) {
    it(`says so in ${where}`, () => {
      assert.equal(supersede(before), after);
      assert.ok(readDecision('docs/adr/0003-old.md', after).supersededBy.length > 0);
    });
  }

  it('keeps its table when the new title has a bar', () => {
    const next = readDecision('docs/adr/0006-a-b.md', '# 6. A | B\n');
    assert.equal(
      supersede('# T\n\n| Status | Date |\n|-|-|\n| Accepted | 2024-01-02 |\n', next),
      '# T\n\n| Status | Date |\n|-|-|\n| superseded by [6. A \\| B](0006-a-b.md) | 2024-01-02 |\n',
    );
  });

  it('names a record in another folder by the way to it', () => {
    const next = readDecision('packages/api/docs/adr/0001-x y.md', '# X\n');
    assert.match(
      supersede('# T\n\nStatus: accepted\n', next),
      /\]\(\.\.\/\.\.\/packages\/api\/docs\/adr\/0001-x%20y\.md\)/,
    );
  });

  it('follows the spelling of its folder', () => {
    const records = [
      'Superseded by [2](0002-b.md)',
      'Superseded by [3](0003-c.md)',
      'Superceded by [4](0004-d.md)',
      'Accepted',
    ].map((status, index) => readDecision(`docs/adr/000${index}-x.md`, `# T\n\n## Status\n\n${status}\n`));
    const spelling = supersededSpelling(records);
    assert.equal(spelling, 'Superseded by');
    assert.match(supersede('# T\n\n## Status\n\nAccepted\n', by, spelling), /^Superseded by \[5/m);
    assert.equal(supersededSpelling(records.slice(3)), undefined);
  });

  it('keeps CRLF', () => {
    const before = '# T\r\n\r\n## Status\r\n\r\nAccepted\r\n';
    assert.equal(supersede(before), before.replace('Accepted', `Superceded by ${link}`));
  });
});
