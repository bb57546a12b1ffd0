import assert from 'node:assert/strict';
import { readDate } from '../../../src/decisions/date.ts';
import { readDecision } from '../../../src/decisions/reader.ts';

describe('A date', () => {
  for (const [text, date] of [
    ['2019-03-01', '2019-03-01'],
    ['2023-9-5', '2023-09-05'],
    ['2023/09/15', '2023-09-15'],
    ['2023.09.15', '2023-09-15'],
    ['20230915', '2023-09-15'],
    ['20230915093000', '2023-09-15'],
    ['2023-09-15T10:00:00Z', '2023-09-15'],
    ['{ 2024-05-06 }', '2024-05-06'],
    ['`2024-05-06`', '2024-05-06'],
    ['on 2024-05-06, at last', '2024-05-06'],
    ['15/09/2023', '2023-09-15'],
    ['09/15/2023', '2023-09-15'],
    ['5/9/23', '2023-09-05'],
    ['15.09.2023', '2023-09-15'],
    ['15 March 2023', '2023-03-15'],
    ['15th of March, 2023', '2023-03-15'],
    ['March 15th, 2023', '2023-03-15'],
    ['Mon, Mar 15 2023', '2023-03-15'],
    ['1er mars 2023', '2023-03-01'],
    ['15-Mar-2023', '2023-03-15'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2023-13-01', undefined],
    ['March 2023', undefined],
    ['2023-03', undefined],
    ['2023', undefined],
    ['YYYY-MM-DD', undefined],
    ['12345678', undefined],
    ['version 10.12.1', undefined],
    ['1.2.3', undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} is ${date ?? 'none'}`, () => {
      assert.equal(readDate(text), date);
    });
  }
});

describe('The date of a record', () => {
  const date = (text: string, path = 'docs/adr/0001-x.md') => readDecision(path, text).date;

  for (const [place, text] of [
    ['front matter', '---\ndate: 2023-09-05\n---\n# T\n'],
    ['front matter with quotes', "---\ndate: '2023-09-05'\n---\n# T\n"],
    ['front matter with a time', '---\ndate: 2023-09-05T10:00:00+02:00\n---\n# T\n'],
    ['a line', '# T\n\nDate: 2023-09-05\n\n## Context\n'],
    ['a line before the title', 'Date: 2023-09-05\n\n# T\n'],
    ['a line without a colon', '# T\n\nDate 05/09/2023\n\n## Context\n'],
    ['a bullet', '# T\n\n* Date: 2023-09-05\n'],
    ['a bold label', '# T\n\n**Date:** September 5, 2023\n'],
    ['a section', '# T\n\n## Date\n\n2023-09-05\n'],
    ['the row of a table', '# T\n\n| | |\n|-|-|\n| Date | 2023-09-05 |\n'],
    ['a dated status', '# T\n\n## Status\n\nAccepted on 2023-09-05\n'],
    ['the day of the last change', '# T\n\nLast Modified: 2023-09-05\n'],
    ['the day of the decision', '# T\n\nCreated: 2021-01-01\n\nDecided on: 2023-09-05\n'],
  ] as const) {
    it(`is read from ${place}`, () => {
      assert.equal(date(text), '2023-09-05');
    });
  }

  it('is that of the file name where the record states none', () => {
    assert.equal(date('# T\n', 'docs/adr/20230905-x.md'), '2023-09-05');
    assert.equal(date('# T\n\nDate: YYYY-MM-DD\n', 'docs/adr/2023-09-05-x.md'), '2023-09-05');
  });

  it('is that of the record before that of the file name', () => {
    assert.equal(date('# T\n\nDate: 2023-09-06\n', 'docs/adr/2023-09-05-x.md'), '2023-09-06');
  });

  it('is none where only a template, a fence, a link or a later section has one', () => {
    assert.equal(date('# T\n\nDate: {YYYY-MM-DD when the decision was last updated}\n'), null);
    assert.equal(date('# T\n\n```\nDate: 2023-09-05\n```\n'), null);
    assert.equal(date('# T\n\n## Status\n\nSuperseded by [2](2023-09-05-x.md)\n'), null);
    assert.equal(date('# T\n\n## Context\n\nDate: 2023-09-05\n'), null);
  });
});

describe('The day to revisit a record', () => {
  it('is read from front matter or a line', () => {
    assert.equal(readDecision('a/1-x.md', '---\nrevisit: 2024-05-06\n---\n# T\n').revisit, '2024-05-06');
    assert.equal(readDecision('a/1-x.md', '# T\n\n- Review by: 6 May 2024\n').revisit, '2024-05-06');
    assert.equal(readDecision('a/1-x.md', '# T\n').revisit, null);
  });
});
