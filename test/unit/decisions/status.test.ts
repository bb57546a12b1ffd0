import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';
import { readStatus } from '../../../src/decisions/status.ts';

function read(text: string) {
  const { status, statusText } = readDecision('docs/adr/0001-x.md', text);
  return [status, statusText];
}

const nygard = (...status: string[]) =>
  `# 1. Title\n\nDate: 2024-01-02\n\n## Status\n\n${status.join('\n')}\n\n## Context\n\nText.\n`;

describe('A status', () => {
  for (const [text, status] of [
    ['Accepted', 'accepted'],
    ['accepted.', 'accepted'],
    ['ACCEPTED', 'accepted'],
    ['**Accepted**', 'accepted'],
    ['_Accepted_ ', 'accepted'],
    ['`accepted`', 'accepted'],
    ['"accepted"', 'accepted'],
    ['✅ Accepted', 'accepted'],
    [':white_check_mark: Accepted', 'accepted'],
    ['Accepted ✔️', 'accepted'],
    ['Accepted (lazy consensus) & implemented', 'accepted'],
    ['Accepted, 2023-02-01', 'accepted'],
    ['Accepted on 1 March 2023 by the guild', 'accepted'],
    ['2020-03-25 accepted', 'accepted'],
    ['[2020-03-25] Accepted', 'accepted'],
    ['Accepted - implemented in v3', 'accepted'],
    ['Accepted <!-- draft | accepted -->', 'accepted'],
    ['approved', 'accepted'],
    ['Active', 'accepted'],
    ['Amended by [5](0005-x.md)', 'accepted'],
    ['Partially superseded by [5](0005-x.md)', 'accepted'],
    ['Superseded in part by [5](0005-x.md)', 'accepted'],
    ['Draft', 'proposed'],
    ['Draft <!-- draft | proposed | rejected -->', 'proposed'],
    ['Proposed [Proposed, Accepted, Rejected]', 'proposed'],
    ['not yet accepted', 'proposed'],
    ['In review', 'proposed'],
    ['WIP', 'proposed'],
    ['pre-proposal', 'proposed'],
    ['Rejected', 'rejected'],
    ['Not accepted', 'rejected'],
    ["Won't do", 'rejected'],
    ['Won’t do', 'rejected'],
    ['Deprecated', 'deprecated'],
    ['obsolete since 2021', 'deprecated'],
    ['no longer relevant', 'deprecated'],
    ['Superseded', 'superseded'],
    ['Superceded by [4. B](0004-b.md)', 'superseded'],
    ['superseded by [ADR-0004](0004-b.md)', 'superseded'],
    ['Accepted, superseded by ADR-0004', 'superseded'],
    ['Deprecated by [ADR 9](0009-x.md)', 'superseded'],
    ['Replaced by 12', 'superseded'],
    ['replaced', 'superseded'],
    ['', 'unknown'],
    ['experimental', 'unknown'],
    ['Proposed | Accepted | Rejected', 'unknown'],
    ['{proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)}', 'unknown'],
    ['[proposed, accepted, rejected]', 'unknown'],
    ['What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?', 'unknown'],
    ['Superseded tables are dropped every night by a job', 'unknown'],
    ['Accepted requests are stored for a week', 'unknown'],
    ['Openness is a value', 'unknown'],
    ['Draftsman', 'unknown'],
    ['TBD', 'unknown'],
    ['{status}', 'unknown'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${status}`, () => {
      assert.equal(readStatus(text), status);
    });
  }
});

describe('The status of a record', () => {
  for (const [place, text, expected] of [
    ['front matter', '---\nstatus: accepted\n---\n\n# T\n', ['accepted', 'accepted']],
    ['front matter with a capital', '---\nStatus: Accepted # by all\n---\n\n# T\n', ['accepted', 'Accepted']],
    ['front matter, a list by accident', '---\nstatus: [accepted]\n---\n# T\n', ['accepted', 'accepted']],
    ['front matter, a map by accident', '---\nstatus:\n  accepted: yes\n---\n# T\n', ['unknown', 'yes']],
    [
      'front matter that YAML refuses',
      '---\nstatus: superseded by: [a](b.md)\n---\n# T\n',
      ['superseded', 'superseded by: [a](b.md)'],
    ],
    ['a section', nygard('Accepted'), ['accepted', 'Accepted']],
    ['a section with bold words', nygard('**Accepted**'), ['accepted', 'Accepted']],
    ['a section with a list', nygard('* Accepted'), ['accepted', 'Accepted']],
    ['a section with a comment before', nygard('<!-- Proposed -->', '', 'Accepted'), ['accepted', 'Accepted']],
    ['a section with a ticked box', nygard('- [x] Accepted'), ['accepted', 'Accepted']],
    ['a section of the second level with a number', '# T\n\n## 2. Status\n\nRejected\n', ['rejected', 'Rejected']],
    ['a section that is underlined', 'Title\n=====\n\nStatus\n------\n\nAccepted\n', ['accepted', 'Accepted']],
    ['a section with a table', '# T\n\n## Status\n\n| Accepted |\n|---|\n| 2024-01-02 |\n', ['accepted', 'Accepted']],
    ['a plain line', '# T\n\nStatus: Accepted\n\n## Context\n', ['accepted', 'Accepted']],
    ['a line with a space before the colon', '# T\n\nStatus : Accepted\n', ['accepted', 'Accepted']],
    ['a line with a hard break', '# T\n\nStatus: Accepted\\\nDate: 2024-01-02\n', ['accepted', 'Accepted']],
    ['a line in a quotation', '# T\n\n> Status: Accepted\n> Date: 2024-01-02\n', ['accepted', 'Accepted']],
    ['a bold label', '# T\n\n**Status**: Accepted\n', ['accepted', 'Accepted']],
    ['a bold label with its colon', '# T\n\n**Status:** Accepted\n', ['accepted', 'Accepted']],
    ['a line that is bold altogether', '# T\n\n**Status: Accepted**\n', ['accepted', 'Accepted']],
    ['a bullet', '# T\n\n- Status: accepted\n- Date: 2024-01-02\n', ['accepted', 'accepted']],
    ['a bold bullet', '# T\n\n* **Status:** Active\n', ['accepted', 'Active']],
    ['an item of a numbered list', '# T\n\n1. Status: accepted\n', ['accepted', 'accepted']],
    ['a label with its value below', '# T\n\n**Status**\n\nAccepted\n\n## Context\n', ['unknown', null]],
    ['a label with its value below the colon', '# T\n\nStatus:\nAccepted\n\n## Context\n', ['accepted', 'Accepted']],
    ['a label with its value as a nested item', '# T\n\n- Status:\n  - accepted\n', ['accepted', 'accepted']],
    [
      'one of several fields in a line',
      '# T\n\n**Date:** 2025-02-25 | **Status:** Accepted | **Owner:** Ana\n',
      ['accepted', 'Accepted'],
    ],
    [
      'the row of a table',
      '# T\n\n| | |\n|---|---|\n| Status | Accepted |\n| Date | 2024-01-02 |\n',
      ['accepted', 'Accepted'],
    ],
    [
      'the column of a table',
      '# T\n\n| Status | Date |\n|---|---|\n| Rejected | 2024-01-02 |\n',
      ['rejected', 'Rejected'],
    ],
    ['a heading with its value', '# T\n\n## Status: Accepted\n\nText.\n', ['accepted', 'Accepted']],
    ['the title', '# [Draft] Retries\n\nText.\n', ['proposed', 'Draft']],
    [
      'a badge',
      '# T\n\n## Status\n\n![Status](https://img.example.org/badge/ADR-approved-green.svg)\n',
      ['accepted', 'Status'],
    ],
    ['a choice in bold', nygard('Proposed | **Accepted** | Rejected'), ['accepted', 'Proposed | Accepted | Rejected']],
    ['a list of choices', nygard('Proposed | Accepted | Rejected'), ['unknown', 'Proposed | Accepted | Rejected']],
    ['a section that nobody has filled in', nygard('{proposed | accepted}'), ['unknown', '{proposed | accepted}']],
    ['a word that we do not know', nygard('experimental'), ['unknown', 'experimental']],
    ['nowhere', '# T\n\n## Context\n\nText.\n', ['unknown', null]],
  ] as const) {
    it(`is read from ${place}`, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  it('is the latest of a dated history, in whatever order it is kept', () => {
    assert.deepEqual(read(nygard('2020-01-01 proposed', '', '2020-02-02 accepted')), [
      'accepted',
      '2020-02-02 accepted',
    ]);
    assert.deepEqual(read(nygard('- 2020-02-02 accepted', '- 2020-01-01 proposed')), [
      'accepted',
      '2020-02-02 accepted',
    ]);
  });

  it('is superseded where that stands beside another status', () => {
    assert.equal(read(nygard('Accepted', '', 'Superceded by [2. B](0002-b.md)'))[0], 'superseded');
  });

  it('stays accepted where a later record amends this one, or supersedes a part of it', () => {
    assert.equal(read(nygard('Accepted', '', 'Amended by [2. B](0002-b.md)'))[0], 'accepted');
    assert.equal(read(nygard('Accepted', '', 'Partially superseded by [2. B](0002-b.md)'))[0], 'accepted');
    assert.equal(read(nygard('Accepted', '', 'Supercedes [2. B](0002-b.md)'))[0], 'accepted');
  });

  it('stands in front matter before the head, and in the head before a section', () => {
    assert.equal(read('---\nstatus: rejected\n---\n# T\n\nStatus: proposed\n\n## Status\n\nAccepted\n')[0], 'rejected');
    assert.equal(read('# T\n\nStatus: proposed\n\n## Status\n\nAccepted\n')[0], 'proposed');
  });

  for (const [what, text] of [
    ['a fence', '# T\n\n```\nStatus: accepted\n```\n\n## Context\n'],
    ['a fence of front matter', '# T\n\n```yaml\n---\nstatus: accepted\n---\n```\n'],
    ['a fence with a section', '# T\n\n```md\n## Status\n\nAccepted\n```\n'],
    ['a comment', '# T\n\n<!--\nStatus: accepted\n\n## Status\n\nAccepted\n-->\n\n## Context\n'],
    ['a comment that begins in a line of text', '# T\n\nText <!-- as in\nStatus: accepted\n-->\n\n## Context\n'],
    ['a paragraph of a later section', '# T\n\n## Context\n\nStatus: accepted\n'],
    ['a section about another status', '# T\n\n## Status codes\n\nAccepted requests answer 202.\n'],
  ] as const) {
    it(`is not read from ${what}`, () => {
      assert.deepEqual(read(text), ['unknown', null]);
    });
  }

  it('is read with a byte order mark and CRLF', () => {
    assert.deepEqual(read(`\uFEFF${nygard('Accepted').replaceAll('\n', '\r\n')}`), ['accepted', 'Accepted']);
  });

  it('is read from reStructuredText and AsciiDoc', () => {
    const rst = 'Title\n=====\n\n:Status: Accepted\n:Date: 2024-01-02\n\nContext\n-------\n';
    assert.equal(readDecision('docs/adr/0001-x.rst', rst).status, 'accepted');
    const underlined = 'Title\n=====\n\nStatus\n------\n\nRejected\n';
    assert.equal(readDecision('docs/adr/0001-x.rst', underlined).status, 'rejected');
    const adoc = '= Title\n\n== Status\n\nAccepted\n\n----\n== Status\n\nRejected\n----\n';
    assert.equal(readDecision('docs/adr/0001-x.adoc', adoc).status, 'accepted');
  });
});
