import assert from 'node:assert/strict';
import { join } from 'node:path';
import { actingTooLong, readPayTalk } from '../../../src/practices/careerClock.ts';
import { draftDocument } from '../../../src/practices/document.ts';
import { findTemplate } from '../../../src/records/templates.ts';

const builtIn = join(import.meta.dirname, '../../../templates/practices');
const draft = async (id: string) =>
  (await draftDocument(await findTemplate(id, { builtIn }), { heading: id, date: '2026-11-20' })).text;

describe('the career talk', () => {
  it('counts the talks that have a day, and knows the deadline', async () => {
    const text = await draft('pay-talk');
    assert.deepEqual(readPayTalk(text), { talks: 0, deadline: undefined });
    const later = text
      .replace('1. {date}', '1. 2026-11-27')
      .replace('2. {date}', '2. 2027-01-15')
      .replace(/\{The date after which[^}]*\}/, '2027-03-01: I look around.');
    assert.deepEqual(readPayTalk(later.replaceAll('\n', '\r\n')), { talks: 2, deadline: '2027-03-01' });
    assert.deepEqual(readPayTalk('# Something\n'), { talks: 0, deadline: undefined });
  });

  it('says when "acting" has lasted for over six months, and not before', async () => {
    const text = await draft('red-flags');
    assert.equal(actingTooLong([text], '2026-11-20'), undefined);
    const acting = text.replace('since {date}', 'since 2026-05-01');
    assert.equal(actingTooLong([acting], '2026-11-01'), undefined);
    assert.equal(actingTooLong([acting], '2026-11-02'), '2026-05-01');
    // August has a 31st, February has not.
    const late = acting.replace('2026-05-01', '2026-08-31');
    assert.deepEqual(
      [actingTooLong([late], '2027-02-28'), actingTooLong([late], '2027-03-01')],
      [undefined, '2026-08-31'],
    );
    assert.equal(actingTooLong([acting.replace('2026-05-01', '2026-02-30')], '2026-11-20'), undefined);
    // The next sheet is not filled in yet; the one after it says nothing of acting any more.
    assert.equal(actingTooLong([acting, text], '2026-11-20'), '2026-05-01');
    assert.equal(actingTooLong([acting, text, text.replace(/^.*acting.*$/m, '')], '2026-11-20'), undefined);
  });
});
