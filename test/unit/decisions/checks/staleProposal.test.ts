import assert from 'node:assert/strict';
import { finds, lead, own, Repository, silent } from './checked.ts';

const code = 'stale-proposal';
const dated = (date: string, status = 'proposed') => lead({}, `status: ${status}\ndate: ${date}\n`);

describe('A stale proposal', () => {
  finds(code, 'a proposal of 31 days ago', dated('2026-10-20'), 'proposed');
  finds(
    code,
    'a dated status line in French',
    '# Réessayer\n\n## Statut\n\n2026-01-05 proposé\n\n## Contexte\n\nX\n',
    '2026-01-05 proposé',
  );

  silent(code, 'a proposal of 30 days ago', dated('2026-10-21'));
  silent(code, 'an old decision', dated('2020-01-01', 'accepted'));
  silent(code, 'a proposal without a date', '# Retry\n\n## Status\n\nProposed\n');
  silent(
    code,
    'an old proposal that was changed lately',
    `${dated('2020-01-01').replace('---\n\n#', 'updated: 2026-11-19\n---\n\n#')}`,
  );
  silent(code, 'a proposal that was put aside', dated('2020-01-01', 'on hold'));

  it('says for how long it has waited', async () => {
    const repository = await Repository.with({ [own]: dated('2026-10-10') });
    const [found] = await repository.check(own);
    assert.deepEqual(found?.message.args, ['41']);
    repository.delete();
  });

  it('waits as many days as the setting says', async () => {
    const repository = await Repository.with({ [own]: dated('2026-10-10') });
    const codes = async (staleAfterDays: number) =>
      (await repository.check(own, { staleAfterDays, severity: {} })).map((each) => each.code);
    assert.deepEqual(await codes(41), []);
    assert.deepEqual(await codes(40), [code]);
    repository.delete();
  });
});
