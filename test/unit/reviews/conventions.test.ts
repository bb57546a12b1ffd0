import assert from 'node:assert/strict';
import { conventionOf, conventionPrefix, decorations, labels } from '../../../src/reviews/conventions.ts';

describe('A Conventional Comments prefix', () => {
  it('is read with its decorations and where its subject begins', () => {
    const text = 'Suggestion (non-blocking, test): use a map';
    const found = conventionOf(text);
    assert.equal(found?.label, 'suggestion');
    assert.deepEqual(found?.decorations, ['non-blocking', 'test']);
    assert.equal(text.slice(found?.subjectAt), 'use a map');
  });

  for (const text of [
    '**issue:** it leaks',
    '**issue** (blocking): it leaks',
    '### issue: it leaks',
    'issue:it leaks',
  ]) {
    it(`is read in "${text}"`, () => assert.equal(conventionOf(text)?.label, 'issue'));
  }

  it('is read by its short name', () => assert.equal(conventionOf('nit: a space')?.label, 'nitpick'));

  for (const text of ['Also: use a map', 'issue', 'the issue: it leaks', 'http://example.org', 'note that: x', '']) {
    it(`is none in "${text}"`, () => assert.equal(conventionOf(text), undefined));
  }

  it('is written as it is read, for every label with every decoration', () => {
    for (const { name } of labels) {
      for (const decorated of [[], ...decorations.map((each) => [each.name]), ['blocking', 'security']]) {
        const prefix = conventionPrefix(name, decorated);
        assert.deepEqual(conventionOf(`${prefix}it leaks`), {
          label: name,
          decorations: decorated,
          subjectAt: prefix.length,
        });
      }
    }
  });
});
