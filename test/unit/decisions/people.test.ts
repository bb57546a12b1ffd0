import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';

const deciders = (text: string) => readDecision('docs/adr/0001-x.md', text).deciders;

describe('The deciders of a record', () => {
  for (const [shape, text, expected] of [
    ['a scalar of MADR 3', '---\ndeciders: Ana Ruiz, Raj Patel\n---\n# T\n', ['Ana Ruiz', 'Raj Patel']],
    ['a list of MADR 4', '---\ndecision-makers:\n  - Ana Ruiz\n  - Raj Patel\n---\n# T\n', ['Ana Ruiz', 'Raj Patel']],
    ['a list in brackets', '---\ndecision-makers: [Ana Ruiz, Raj Patel]\n---\n# T\n', ['Ana Ruiz', 'Raj Patel']],
    ['a bullet', '# T\n\n* Deciders: Ana Ruiz; Raj Patel\n', ['Ana Ruiz', 'Raj Patel']],
    ['a bold line', '# T\n\n**Decision makers:** Ana and Raj\n', ['Ana', 'Raj']],
    ['an ampersand', '# T\n\n- Deciders: Ana & Raj\n', ['Ana', 'Raj']],
    ['a section with a list', '# T\n\n## Deciders\n\n- Ana\n- Raj\n', ['Ana', 'Raj']],
    ['nested items', '# T\n\n- Deciders:\n  - Ana\n  - Raj\n\n## Context\n', ['Ana', 'Raj']],
    ['links', '# T\n\n- Deciders: [Ana](https://example.org/ana), [Raj](mailto:raj@example.org)\n', ['Ana', 'Raj']],
    ['mail addresses', '---\ndeciders: Ana <ana@example.org>, Raj (raj@example.org)\n---\n# T\n', ['Ana', 'Raj']],
    ['handles', '# T\n\n- Deciders: @ana, @raj-p\n', ['@ana', '@raj-p']],
    ['roles in brackets', '# T\n\n- Deciders: Ana (lead, billing), Raj\n', ['Ana (lead, billing)', 'Raj']],
    ['a row', '# T\n\n| | |\n|-|-|\n| Deciders | Ana, Raj |\n', ['Ana', 'Raj']],
    [
      'names with "and" in them',
      '# T\n\n- Deciders: Fernando Sandoval, Brandy Yates\n',
      ['Fernando Sandoval', 'Brandy Yates'],
    ],
    ['other scripts', '# T\n\n- 决策者：张伟、王芳\n', ['张伟', '王芳']],
  ] as const) {
    it(`are read from ${shape}`, () => {
      assert.deepEqual(deciders(text), expected);
    });
  }

  for (const placeholder of [
    '[list everyone involved in the decision]',
    '{list everyone involved in the decision}',
    '<names>',
    'TBD',
    'n/a',
    '-',
    '',
  ]) {
    it(`are nobody where a template says ${JSON.stringify(placeholder)}`, () => {
      assert.deepEqual(deciders(`# T\n\n- Status: accepted\n- Deciders: ${placeholder}\n- Date: 2024-01-02\n`), []);
    });
  }

  it('are not those who were only asked or told', () => {
    assert.deepEqual(deciders('---\nconsulted: Ana\ninformed: Raj\n---\n# T\n\n* Author: Eva\n'), []);
  });
});

describe('The tags of a record', () => {
  it('are read from a list or a line', () => {
    assert.deepEqual(readDecision('a/1-x.md', '---\ntags: [api, "data, big"]\n---\n').tags.length > 1, true);
    assert.deepEqual(readDecision('a/1-x.md', '# T\n\n- Tags: api, data\n').tags, ['api', 'data']);
    assert.deepEqual(readDecision('a/1-x.md', '# T\n\n- Tags: [space and/or comma separated list of tags]\n').tags, []);
  });
});

describe('What a record affects', () => {
  it('is a list of globs, a single one, or a list of patterns by type', () => {
    const affects = (entry: string) => readDecision('a/1-x.md', `---\n${entry}\n---\n# T\n`).affects;
    assert.deepEqual(affects('affects: [src/billing/**, "*.sql"]'), ['src/billing/**', '*.sql']);
    assert.deepEqual(affects('affects: src/billing/**'), ['src/billing/**']);
    assert.deepEqual(affects('affects:\n  - type: path\n    pattern: src/**\n  - type: tag'), ['src/**']);
    assert.deepEqual(affects('affects:'), []);
    assert.deepEqual(affects('status: x'), []);
  });
});
