import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDecision } from '../../../src/decisions/reader.ts';
import { statuses } from '../../../src/decisions/record.ts';
import { statusEdits } from '../../../src/decisions/statusEdit.ts';
import { HumanError } from '../../../src/humanError.ts';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { bodyBlock, documentWithFrontMatter, fileShape, shaped } from '../markdown/generated.ts';

type Known = (typeof statuses)[number];

const today = '2024-05-06';

/** The text with another status. What is outside of the edits stays, the record says the status, and undoing restores it. */
function change(text: string, status: Known): string {
  const edits = statusEdits(text, status, today);
  const after = applyEdits(text, edits);
  assert.equal(readDecision('docs/adr/0001-x.md', after).status, status);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text);
  return after;
}

const rest = '\n\n## Context\n\nStatus: this is prose.\n\n```\n## Status\n\nRejected\n```\n';

describe('Changing a status', function () {
  this.timeout(20_000);

  for (const [place, before, status, after] of [
    [
      'in front matter',
      '---\nstatus: proposed # by Ana\ndate: 2024-01-02\n---\n# T',
      'accepted',
      '---\nstatus: accepted # by Ana\ndate: 2024-01-02\n---\n# T',
    ],
    ['in front matter with quotes', '---\nstatus: "Proposed"\n---\n# T', 'accepted', '---\nstatus: Accepted\n---\n# T'],
    ['in an empty entry of front matter', '---\nstatus:\n---\n# T', 'accepted', '---\nstatus: accepted\n---\n# T'],
    [
      'in front matter that has none',
      '---\ndate: 2024-01-02\n---\n# T',
      'accepted',
      '---\ndate: 2024-01-02\nstatus: accepted\n---\n# T',
    ],
    ['in a section', '# T\n\n## Status\n\nProposed', 'accepted', '# T\n\n## Status\n\nAccepted'],
    ['in a section of emphasis', '# T\n\n## Status\n\n**Proposed**', 'accepted', '# T\n\n## Status\n\n**Accepted**'],
    ['in a section of italics', '# T\n\n## Status\n\n_proposed_', 'rejected', '# T\n\n## Status\n\n_rejected_'],
    ['in a section of capitals', '# T\n\n## Status\n\nPROPOSED', 'accepted', '# T\n\n## Status\n\nACCEPTED'],
    ['in a section with a list', '# T\n\n## Status\n\n* Proposed', 'accepted', '# T\n\n## Status\n\n* Accepted'],
    ['in a section with a full stop', '# T\n\n## Status\n\nProposed.', 'accepted', '# T\n\n## Status\n\nAccepted.'],
    [
      'with an amendment below it',
      '# T\n\n## Status\n\nAccepted\n\nAmended by [2](0002-b.md)',
      'deprecated',
      '# T\n\n## Status\n\nDeprecated\n\nAmended by [2](0002-b.md)',
    ],
    [
      'in a section with a comment',
      '# T\n\n## Status\n\n<!-- Proposed, Accepted -->\n\nProposed',
      'accepted',
      '# T\n\n## Status\n\n<!-- Proposed, Accepted -->\n\nAccepted',
    ],
    [
      'before a comment',
      '# T\n\n## Status\n\nDraft <!-- draft | accepted -->',
      'accepted',
      '# T\n\n## Status\n\nAccepted <!-- draft | accepted -->',
    ],
    [
      'before a comment over lines',
      '# T\n\nStatus: Draft <!-- one of\ndraft, accepted -->\n\nText',
      'accepted',
      '# T\n\nStatus: Accepted <!-- one of\ndraft, accepted -->\n\nText',
    ],
    [
      'in an underlined section',
      'T\n=\n\nStatus\n------\n\nProposed',
      'accepted',
      'T\n=\n\nStatus\n------\n\nAccepted',
    ],
    ['in an empty section', '# T\n\n## Status', 'accepted', '# T\n\n## Status\n\nAccepted'],
    ['in an empty section of another language', '# T\n\n## Statut', 'accepted', '# T\n\n## Statut\n\nAccepté'],
    [
      'in a choice that nobody has made',
      '# T\n\n## Status\n\nProposed | Accepted | Rejected',
      'accepted',
      '# T\n\n## Status\n\nAccepted',
    ],
    ['that we do not know', '# T\n\n## Status\n\nexperimental', 'accepted', '# T\n\n## Status\n\naccepted'],
    [
      'with a remark',
      '# T\n\n## Status\n\nAccepted (lazy consensus) & implemented',
      'deprecated',
      '# T\n\n## Status\n\nDeprecated',
    ],
    ['with an emoji', '# T\n\n## Status\n\n✅ Accepted', 'rejected', '# T\n\n## Status\n\nRejected'],
    [
      'with its day',
      '# T\n\n## Status\n\nProposed on 2024-01-02',
      'accepted',
      '# T\n\n## Status\n\nAccepted on 2024-05-06',
    ],
    [
      'behind its day',
      '# T\n\n## Status\n\n2024-01-02 proposed',
      'accepted',
      '# T\n\n## Status\n\n2024-05-06 accepted',
    ],
    [
      'in a history',
      '# T\n\n## Status\n\n- 2023-01-01 proposed\n- 2023-02-02 accepted',
      'deprecated',
      '# T\n\n## Status\n\n- 2023-01-01 proposed\n- 2023-02-02 accepted\n- 2024-05-06 deprecated',
    ],
    ['in a line', '# T\n\nStatus: Proposed\nDate: 2024-01-02', 'accepted', '# T\n\nStatus: Accepted\nDate: 2024-01-02'],
    [
      'in a line with a hard break',
      '# T\n\nStatus: Proposed  \nDate: 2024-01-02',
      'accepted',
      '# T\n\nStatus: Accepted  \nDate: 2024-01-02',
    ],
    [
      'in a bullet',
      '# T\n\n* Status: proposed\n* Date: 2024-01-02',
      'accepted',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02',
    ],
    [
      'in an empty bullet',
      '# T\n\n* Status:\n* Date: 2024-01-02',
      'accepted',
      '# T\n\n* Status: accepted\n* Date: 2024-01-02',
    ],
    [
      'in an empty bullet with a bold label',
      '# T\n\n- **Status:** \n- **Date:** 2024-01-02',
      'accepted',
      '# T\n\n- **Status:** accepted\n- **Date:** 2024-01-02',
    ],
    ['in a bold bullet', '# T\n\n- **Status**: Proposed', 'accepted', '# T\n\n- **Status**: Accepted'],
    ['in a line that is bold altogether', '# T\n\n**Status: Proposed**', 'accepted', '# T\n\n**Status: Accepted**'],
    ['in a quotation', '# T\n\n> Status: Proposed', 'accepted', '# T\n\n> Status: Accepted'],
    [
      'in one field of several',
      '# T\n\n**Status:** Proposed | **Date:** 2024-01-02 | **Owner:** Ana',
      'accepted',
      '# T\n\n**Status:** Accepted | **Date:** 2024-01-02 | **Owner:** Ana',
    ],
    [
      'before a field of another kind',
      '# T\n\n**Status:** Proposed | **Owner:** Ana',
      'accepted',
      '# T\n\n**Status:** Accepted | **Owner:** Ana',
    ],
    ['below its label', '# T\n\nStatus:\nProposed', 'accepted', '# T\n\nStatus:\nAccepted'],
    ['in a heading', '# T\n\n## Status: Proposed', 'accepted', '# T\n\n## Status: Accepted'],
    [
      'in a row',
      '# T\n\n|  |  |\n|--|--|\n| Status | Proposed |\n| Date   | x |',
      'accepted',
      '# T\n\n|  |  |\n|--|--|\n| Status | Accepted |\n| Date   | x |',
    ],
    [
      'in an empty cell',
      '# T\n\n|  |  |\n|--|--|\n| Status |  |\n| Date   | x |',
      'accepted',
      '# T\n\n|  |  |\n|--|--|\n| Status | accepted |\n| Date   | x |',
    ],
    [
      'in a column beside others that are not ours',
      '# T\n\n| Status | Owner |\n|--|--|\n| Draft | Ana |',
      'accepted',
      '# T\n\n| Status | Owner |\n|--|--|\n| Accepted | Ana |',
    ],
    [
      'in a second column',
      '# T\n\n| Owner | Status |\n|--|--|\n| Ana | Draft |',
      'accepted',
      '# T\n\n| Owner | Status |\n|--|--|\n| Ana | Accepted |',
    ],
    [
      'in the first row of a table of labels',
      '# T\n\n| Status | Accepted |\n|--|--|\n| Accepted on | 2024-01-02 |\n| Owner | Ana |',
      'rejected',
      '# T\n\n| Status | Rejected |\n|--|--|\n| Accepted on | 2024-01-02 |\n| Owner | Ana |',
    ],
    [
      'in a column',
      '# T\n\n| Status | Date |\n|--|--|\n| Proposed | x |',
      'accepted',
      '# T\n\n| Status | Date |\n|--|--|\n| Accepted | x |',
    ],
    [
      'in a table without outer bars',
      '# T\n\nStatus | Date\n--|--\nProposed | x',
      'accepted',
      '# T\n\nStatus | Date\n--|--\nAccepted | x',
    ],
    [
      'in a supersession',
      '# T\n\n## Status\n\nSuperceded by [2. B](0002-b.md)',
      'accepted',
      '# T\n\n## Status\n\nAccepted',
    ],
    ['in French', '# T\n\n## Statut\n\nProposée', 'accepted', '# T\n\n## Statut\n\nAccepté'],
    ['in German', '# T\n\nStatus: angenommen', 'rejected', '# T\n\nStatus: abgelehnt'],
    ['in Japanese', '# T\n\n## ステータス\n\n提案', 'accepted', '# T\n\n## ステータス\n\n承認'],
  ] as const) {
    it(`${place} writes ${JSON.stringify(after.split(/(?<=\n)\n|\n/).find((line) => !before.includes(line)) ?? '')}`, () => {
      assert.equal(change(before + rest, status), after + rest);
    });
  }

  it('in a record that states none adds a section before the first one', () => {
    assert.equal(
      change('# T\n\nText.\n\n## Context\n\nMore.\n', 'accepted'),
      '# T\n\nText.\n\n## Status\n\nAccepted\n\n## Context\n\nMore.\n',
    );
  });

  for (const [what, before, after] of [
    ['nothing', '', '\n## Status\n\nAccepted\n'],
    ['a title', '# T\n', '# T\n\n## Status\n\nAccepted\n'],
    ['a title without a final line ending', '# T', '# T\n\n## Status\n\nAccepted\n'],
    ['a title and text', '# T\n\nText.', '# T\n\nText.\n\n## Status\n\nAccepted\n'],
  ] as const) {
    it(`in a record of ${what} adds a section at its end`, () => {
      assert.equal(change(before, 'accepted'), after);
    });
  }

  it('keeps CRLF and a byte order mark', () => {
    const before = '\uFEFF# T\r\n\r\n## Context\r\n\r\nText.\r\n';
    assert.equal(
      change(before, 'accepted'),
      before.replace('## Context', '## Status\r\n\r\nAccepted\r\n\r\n## Context'),
    );
  });

  it('keeps the line ending of a history', () => {
    const before = '# T\r\n\r\n## Status\r\n\r\n2023-01-01 proposed\r\n2023-02-02 accepted\r\n';
    assert.equal(change(before, 'rejected'), `${before}2024-05-06 rejected\r\n`);
  });

  it('changes nothing where the record has that status', () => {
    assert.deepEqual(statusEdits('# T\n\n## Status\n\n✅ Approved by all\n', 'accepted', today), []);
  });

  for (const [what, text, sentence] of [
    [
      'another line supersedes the record',
      '# T\n\nStatus: Accepted\nSuperseded by: [2](0002-b.md)\n',
      'Line 4 says "Superseded by 2", which makes the record superseded. Change that line by hand first.',
    ],
    [
      'the record states two statuses',
      '# T\n\n## Status\n\nProposed\n\nSuperseded\n',
      'This record also states its status on line 5: "Proposed". Change that line by hand first.',
    ],
    [
      'the front matter has it in a map',
      '---\nstatus:\n  value: proposed\n---\n# T\n',
      'The front matter entry "status" is not plain YAML. Write the status there by hand.',
    ],
    [
      'a history ends with a remark',
      '# T\n\n## Status\n\n- 2023-01-01 proposed\n- 2023-02-02 accepted by the whole guild\n',
      'The status section keeps a history whose last line has a remark. Add a line to it by hand.',
    ],
  ] as const) {
    it(`is refused where ${what}, and says why`, () => {
      assert.throws(
        () =>
          statusEdits(text, 'accepted' === readDecision('a/1-x.md', text).status ? 'deprecated' : 'accepted', today),
        (error) => error instanceof HumanError && error.message === sentence,
      );
    });
  }

  it('changes its span and nothing else in any document with front matter', () => {
    fc.assert(
      fc.property(documentWithFrontMatter, fc.constantFrom(...statuses), (text, status) => {
        onlyItsSpan(text, status);
      }),
      { numRuns: 200 },
    );
  });

  it('changes its span and nothing else in any document, wherever it states its status', () => {
    const head = fc.constantFrom(
      'Status: proposed\nDate: 2024-01-02',
      '- Status: proposed  \n- Date: 2024-01-02',
      '* **Status:** Accepted\n* x',
      '## Status\n\nAccepted',
      '## Status\n\n**Proposed** on 2023-01-01\n\nAmended by [2](0002-b.md)',
      '## Statut\n\nProposé',
      '| Status | Date |\n|---|---|\n| Rejected | x |',
      'Text.',
      'Status:',
      '',
    );
    fc.assert(
      fc.property(
        head,
        fc.array(bodyBlock, { maxLength: 5 }),
        fileShape,
        fc.constantFrom(...statuses),
        (start, body, shape, status) => {
          onlyItsSpan(shaped(['# Title', start, '## Context', ...body].join('\n\n'), shape), status);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function onlyItsSpan(text: string, status: Known): void {
  const edits = statusEdits(text, status, today);
  const after = change(text, status);
  if (!edits.length) {
    assert.equal(after, text);
    return;
  }
  const [start, end] = [Math.min(...edits.map((edit) => edit.start)), Math.max(...edits.map((edit) => edit.end))];
  assert.equal(after.slice(0, start), text.slice(0, start));
  assert.equal(after.slice(after.length - (text.length - end)), text.slice(end));
  assert.ok(end - start <= 40, `the span is ${JSON.stringify(text.slice(start, end))}`);
  // A day that stands with the status may change; every other statement stays.
  const [before, read] = [readDecision('a/1-x.md', text), readDecision('a/1-x.md', after)];
  assert.deepEqual(
    { ...read, status: '', statusText: '', date: '', format: '' },
    { ...before, status: '', statusText: '', date: '', format: '' },
  );
}
