import assert from 'node:assert/strict';
import { authorPerson } from '../../../src/actions/person.ts';
import { attendeesAsPeople, ownerWritten } from '../../../src/meetings/whoIs.ts';
import { minutesOf } from './read.ts';

const minutes = minutesOf(
  'Present: Ana Ruiz (AR), Raj Patel @rajp, Raj Singh\n\n## Actions\n\n- AR: measure it\n- Raj to write it\n- @rajp to ask\n- Everyone to read it\n- Marta to pay\n- Eva to go\n',
);
const authors = [authorPerson('Eva Möller', 'eva@example.org'), authorPerson('Ana Lima', 'ana@example.org')];

describe('Owners', () => {
  it('are the people of the roster, then of the repository; others stay as written', () => {
    const found = minutes.actions.map(({ owners: [written = ''] }) => {
      const owner = ownerWritten(written, attendeesAsPeople(minutes.attendees), authors);
      if (owner.kind === 'person') return `${written} is ${owner.person.name}`;
      return owner.kind === 'several'
        ? `${written} is ${owner.among.map(({ name }) => name).join(' or ')}`
        : `${written} is ${owner.kind}`;
    });
    assert.deepEqual(found, [
      'AR is Ana Ruiz',
      'Raj is Raj Patel or Raj Singh',
      'rajp is Raj Patel',
      'Everyone is group',
      'Marta is unresolved',
      'Eva is Eva Möller',
    ]);
  });

  it('are nobody where two are called so, nor a person where a group is meant', () => {
    assert.equal(ownerWritten('the team', authors).kind, 'group');
    assert.equal(ownerWritten('Ana', attendeesAsPeople(minutes.attendees), authors).kind, 'person');
    assert.equal(ownerWritten('Ana', [...authors, authorPerson('Ana Ruiz', 'x@example.org')]).kind, 'several');
  });
});
