import assert from 'node:assert/strict';
import { codeowners } from '../../../src/actions/codeowners.ts';
import { authorPerson, joinedPeople, peopleNamed, personCalled } from '../../../src/actions/person.ts';

const people = joinedPeople(
  [personCalled('Ana Ruiz', { handles: ['ana-r'] }), personCalled('Raj Patel'), personCalled('Ana Lima')],
  [authorPerson('Raj Patel', '12+rajp@users.noreply.github.com'), authorPerson('Eva Möller', 'Eva@Example.org')],
  codeowners('# owners\n* @rajp @example/core\n/docs eva@example.org @sam # and @nobody\n'),
);
const named = (written: string) => peopleNamed(written, people).map(({ name }) => name);

describe('People', () => {
  it('are one person in a roster, in commits and in CODEOWNERS', () => {
    assert.deepEqual(
      people.map(({ name, handles, emails }) => [name, handles, emails]),
      [
        ['Ana Ruiz', ['ana-r'], []],
        ['Raj Patel', ['rajp'], ['12+rajp@users.noreply.github.com']],
        ['Ana Lima', [], []],
        ['Eva Möller', [], ['eva@example.org']],
        ['sam', ['sam'], []],
      ],
    );
  });

  for (const [written, expected] of [
    ['Raj Patel', ['Raj Patel']],
    ['raj', ['Raj Patel']],
    ['@rajp', ['Raj Patel']],
    ['RP', ['Raj Patel']],
    ['Patel', ['Raj Patel']],
    ['Ana L.', ['Ana Lima']],
    ['ana-r', ['Ana Ruiz']],
    ['eva@example.org', ['Eva Möller']],
    ['Ana', ['Ana Ruiz', 'Ana Lima']],
    ['core', []],
    ['Marta', []],
    ['', []],
  ] as const) {
    it(`"${written}" is ${expected.join(' or ') || 'nobody who is known'}`, () =>
      assert.deepEqual(named(written), expected));
  }
});
