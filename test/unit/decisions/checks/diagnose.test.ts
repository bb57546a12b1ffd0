import assert from 'node:assert/strict';
import { checks } from '../../../../src/decisions/checks/all.ts';
import { diagnose } from '../../../../src/decisions/checks/diagnose.ts';
import { logOnDisk } from '../../../../src/decisions/checks/logOnDisk.ts';
import { defaultSettings, readSettings } from '../../../../src/decisions/checks/settings.ts';
import { lead, own, Repository, today } from './checked.ts';

describe('Checking a record', () => {
  let repository: Repository;
  before(async () => {
    repository = await Repository.with({ [own]: lead({ Risks: '', Context: '[a](gone.md)' }) });
  });
  after(() => repository.delete());

  const asked = async (staleAfterDays: unknown, severity: unknown) =>
    (await repository.check(own, readSettings(staleAfterDays, severity))).map((each) => [each.code, each.severity]);

  it('gives findings in the order of the text, with the severity of their checks', async () => {
    assert.deepEqual(await asked(undefined, undefined), [
      ['broken-link', 'warning'],
      ['missing-risks', 'information'],
    ]);
  });

  it('takes severities from the settings, and leaves out what is off', async () => {
    assert.deepEqual(await asked(30, { 'broken-link': 'off', 'missing-risks': 'error' }), [['missing-risks', 'error']]);
  });

  it('ignores settings of another kind', async () => {
    assert.deepEqual(
      await asked('soon', { 'broken-link': 'loud', 'missing-risks': 3 }),
      await asked(undefined, undefined),
    );
    assert.deepEqual(await asked(-1, ['off']), await asked(undefined, undefined));
    assert.equal(readSettings(-1, null).staleAfterDays, defaultSettings.staleAfterDays);
  });

  it('is done with a hostile text of a megabyte before anybody waits', function () {
    // Each of them took quadratic time once; a hang would be the runner's timeout.
    this.timeout(20_000);
    const around = logOnDisk(repository.log, []);
    const filled = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
    const ticks = Array.from({ length: 1400 }, (_, length) => '`'.repeat(length)).join(' ');
    for (const text of [
      ticks,
      filled('- {a}\n'),
      filled('[justification. e.g. '),
      filled('<!-- '),
      filled('[a]('),
      filled('{a b '),
    ]) {
      const record = `# Retry\n\nStatus: accepted\n\n## Context\n\n${text}\n`;
      assert.ok(diagnose(own, record, around, defaultSettings, today).length <= 500);
    }
  });

  it('finds something to say of any text without stumbling', () => {
    const around = logOnDisk(repository.log, []);
    for (const text of [
      '',
      '\uFEFF',
      '---\n---\n',
      '#',
      '# \r## Status\r\r',
      '{'.repeat(5000),
      '['.repeat(5000),
      '[a]('.repeat(2000),
      '`'.repeat(5001),
      '---\ndate: [\n---\n# x',
    ]) {
      for (const { start, end } of diagnose(own, text, around, defaultSettings, today)) {
        assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify(text.slice(0, 20)));
      }
    }
  });
});

describe('Every check', () => {
  it('has a code of its own in kebab-case and one line of documentation', () => {
    assert.equal(new Set(checks.map(({ code }) => code)).size, checks.length);
    for (const { code, documentation } of checks) {
      assert.match(code, /^[a-z]+(?:-[a-z]+)+$/);
      assert.match(documentation, /^[^\n]{30,200}$/);
    }
  });
});
