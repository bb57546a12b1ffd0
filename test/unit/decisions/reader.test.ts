import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDecision } from '../../../src/decisions/reader.ts';
import { statuses } from '../../../src/decisions/record.ts';
import { statusEdits } from '../../../src/decisions/statusEdit.ts';
import { HumanError } from '../../../src/humanError.ts';
import { bodyBlock, documentWithFrontMatter, fileShape, shaped } from '../markdown/generated.ts';

describe('Reading any record', function () {
  this.timeout(20_000);

  it('makes a record of any text, and refuses an edit only with a sentence', () => {
    const sign = fc.constantFrom(
      ...'ab7 \n\r\t#-*_[](){}|:<>!`~\'"\\/&=+.,',
      '\r\n',
      '---\n',
      '## Status\n\n',
      'Status: ',
      '| ',
      'é',
      '🦊',
      '\uFEFF',
      '\0',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.constantFrom('.md', '.rst', '.adoc'), (signs, extension) => {
        const text = signs.join('');
        const record = readDecision(`docs/adr/0007-x${extension}`, text);
        assert.equal(record.number, 7);
        assert.ok(record.title);
        for (const status of statuses) {
          try {
            statusEdits(text, status, '2024-05-06');
          } catch (error) {
            assert.ok(error instanceof HumanError, String(error));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same whatever the line endings are, with and without a byte order mark', () => {
    const plain = fc
      .array(bodyBlock, { maxLength: 6 })
      .map((blocks) => ['# 7. Use a queue', 'Status: accepted', ...blocks].join('\n\n'));
    fc.assert(
      fc.property(plain, fileShape, (text, shape) => {
        assert.deepEqual(
          readDecision('docs/adr/0007-x.md', shaped(text, shape)),
          readDecision('docs/adr/0007-x.md', text),
        );
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(documentWithFrontMatter, (text) => {
        const { status } = readDecision('docs/adr/0007-x.md', text);
        assert.ok(status === 'proposed' || status === 'unknown', status);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Reading a record', () => {
  // Each of these once took seconds: the limit on a test's time is what fails it.
  for (const [what, line] of [
    ['spaces before its last word', `Status: a${' '.repeat(50_000)}x`],
    ['open brackets', '['.repeat(50_000)],
    ['open links', `Superseded by ${'[a]('.repeat(20_000)}`],
    ['angle brackets', `Status: ${'<'.repeat(50_000)}`],
    ['asterisks', `Status: ${'*'.repeat(50_000)}a`],
    ['names', `Deciders: ${'a ('.repeat(20_000)}`],
    ['cells', `| Status | ${'<'.repeat(50_000)} |`],
  ] as const) {
    it(`is not held up by a line of tens of thousands of ${what}`, () => {
      assert.equal(
        readDecision('a/0001-x.md', `# A\n\n${line}\n\n## Status\n\nAccepted\n\n${line}\n`).status,
        'accepted',
      );
    });
  }
});
