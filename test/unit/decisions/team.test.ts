import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';
import { statusEdits } from '../../../src/decisions/statusEdit.ts';
import { statusChoices } from '../../../src/decisions/statusWord.ts';
import { Team } from '../../../src/decisions/team.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';

const team = new Team(
  { Trial: 'proposed', Adopted: 'Accepted', 'On Trial Run': 'proposed', Odd: 'nonsense', '': 'accepted' },
  {
    ticket: 'Ticket',
    'cost-centre': '',
  },
);
const record = (status: string) =>
  `# 1. T\n\nDate: 2024-01-02\nTicket: BILL-7\n\n## Status\n\n${status}\n\n## Context\n`;
const read = (text: string) => readDecision('docs/adr/0001-t.md', text, team);

describe("A team's own words", () => {
  it('are understood as a status, also with more behind them, and only as words', () => {
    assert.equal(read(record('Trial')).status, 'proposed');
    assert.equal(read(record('**adopted** (2024-02-03)')).status, 'accepted');
    assert.equal(read(record('On Trial Run, see below')).status, 'proposed');
    assert.equal(read(record('Trials are over now we think')).status, 'unknown');
    assert.equal(read(record('Odd')).status, 'unknown');
    assert.equal(readDecision('0001-t.md', record('Trial')).status, 'unknown');
  });

  it('do not hide that a record is superseded, and leave the words of everybody as they are', () => {
    assert.equal(read(record('Adopted, superseded by [2](0002-b.md)')).status, 'superseded');
    assert.equal(read(record('Rejected')).status, 'rejected');
  });

  it('are offered after those of everybody, the one that the record has marked', () => {
    assert.deepEqual(
      statusChoices(record('Trial'), team).map(({ word, current }) => (current ? `[${word}]` : word)),
      ['Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded', '[Trial]', 'Adopted', 'On Trial Run'],
    );
  });

  it('are written in the place of a status, with its emphasis and its day', () => {
    const change = (text: string) =>
      applyEdits(text, statusEdits(text, 'accepted', '2027-02-20', undefined, { word: 'Adopted', team }));
    assert.equal(change(record('**Trial** 2024-01-02')), record('**Adopted** 2027-02-20'));
    assert.equal(change(record('Accepted')), record('Adopted'));
    assert.equal(change('---\nstatus: trial\n---\n# T\n'), '---\nstatus: Adopted\n---\n# T\n');
  });

  it('name extra values in lines, front matter and tables, which are part of the record', () => {
    assert.deepEqual(read(record('Trial')).teamFields, [{ name: 'Ticket', values: ['BILL-7'] }]);
    assert.deepEqual(read('---\nticket: [A-1, A-2]\ncost_centre: 12\n---\n# T\n').teamFields, [
      { name: 'Ticket', values: ['A-1', 'A-2'] },
      { name: 'cost-centre', values: ['12'] },
    ]);
    assert.deepEqual(read('# T\n\n| Ticket | A-1 |\n|---|---|\n| Cost Centre | 12 |\n').teamFields.length, 2);
    assert.deepEqual(readDecision('0001-t.md', record('Trial')).teamFields, []);
  });
});

describe('The statuses that a record may get', () => {
  const words = (text: string) => statusChoices(text).map(({ word, current }) => (current ? `[${word}]` : word));

  it('are in its own language and capitals', () => {
    assert.deepEqual(words(record('PROPOSED')), ['[PROPOSED]', 'ACCEPTED', 'REJECTED', 'DEPRECATED', 'SUPERSEDED']);
    assert.deepEqual(words('# T\n\n## Statut\n\nAccepté le 2 mars 2024\n\n## Décision\n'), [
      'Proposé',
      '[Accepté]',
      'Rejeté',
      'Obsolète',
      'Remplacé',
    ]);
    assert.deepEqual(words('# T\n\n## ステータス\n\n承認済み\n').slice(0, 2), ['提案', '[承認]']);
  });

  it('have none marked where the record states none, and are in its language all the same', () => {
    assert.deepEqual(words('# T\n\n## Kontext\n\nW\n\n## Entscheidung\n\nW\n\n## Konsequenzen\n').slice(0, 2), [
      'vorgeschlagen',
      'angenommen',
    ]);
  });
});
