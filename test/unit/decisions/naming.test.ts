import assert from 'node:assert/strict';
import { learnNaming, nextNumber, readName, recordFileName } from '../../../src/decisions/naming.ts';
import { slugOf, titleOfSlug } from '../../../src/records/slug.ts';

describe('A record file name', () => {
  for (const [name, prefix, number, date, slug] of [
    ['0001-x.md', '', 1, null, 'x'],
    ['7-use-x.md', '', 7, null, 'use-x'],
    ['007. Use x.md', '', 7, null, 'Use x'],
    ['0012_use_x.md', '', 12, null, 'use_x'],
    ['12.md', '', 12, null, ''],
    ['ADR-063-x.md', 'ADR-', 63, null, 'x'],
    ['adr_0001_x.md', 'adr_', 1, null, 'x'],
    ['ADR0012.md', 'ADR', 12, null, ''],
    ['adr7.md', 'adr', 7, null, ''],
    ['rfc-12-y.md', 'rfc-', 12, null, 'y'],
    ['ccc-jb-009-durée-d-utilisation.md', 'ccc-jb-', 9, null, 'durée-d-utilisation'],
    ['QUEUE-ROUTING-0027-x.md', 'QUEUE-ROUTING-', 27, null, 'x'],
    ['20210212-use-x.md', '', null, '2021-02-12', 'use-x'],
    ['20210212093000-use-x.md', '', null, '2021-02-12', 'use-x'],
    ['2023-06-26-use-x.md', '', null, '2023-06-26', 'use-x'],
    ['2023_06_26_use_x.md', '', null, '2023-06-26', 'use_x'],
    ['2021-06-18_008-use-x.md', '', 8, '2021-06-18', 'use-x'],
    ['2021-06-18-2-factor-login.md', '', null, '2021-06-18', '2-factor-login'],
    ['20211332-x.md', '', 20211332, null, 'x'],
    ['use-oauth-2.md', '', null, null, 'use-oauth-2'],
    ['http-2-everywhere.md', '', null, null, 'http-2-everywhere'],
    ['use-postgres.md', '', null, null, 'use-postgres'],
    ['3d-rendering.md', '', null, null, '3d-rendering'],
    ['1234567890123-x.md', '', null, null, 'x'],
  ] as const) {
    it(`${name} has ${number === null ? 'no number' : `number ${number}`}${date ? `, date ${date}` : ''}`, () => {
      const read = readName(`docs/adr/${name}`);
      assert.deepEqual(
        [read.prefix, read.number, read.date, read.slug, read.extension],
        [prefix, number, date, slug, '.md'],
      );
    });
  }

  it('may have no extension, or begin with a dot', () => {
    assert.equal(readName('docs/0001-x').extension, '');
    assert.equal(readName('.adr-dir').extension, '');
  });

  it('gives a title where the record has none', () => {
    assert.equal(titleOfSlug('use-a_queue'), 'Use a queue');
    assert.equal(titleOfSlug('élan-vital'), 'Élan vital');
  });
});

describe('The slug of a title', () => {
  for (const [title, slug] of [
    ['Retry with backoff', 'retry-with-backoff'],
    ["Don't retry (yet)", 'dont-retry-yet'],
    ['Don’t retry', 'dont-retry'],
    ['Use C# / .NET 8', 'use-c-net-8'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Décider à l’été', 'décider-à-lété'],
    ['数据库 选型', '数据库-选型'],
    ['שלום עולם', 'שלום-עולם'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['Ship 🚀 it', 'ship-it'],
    ['Ship ❤️ it', 'ship-it'],
    ['I ❤️', 'i'],
    ['ﬁne', 'fine'],
    ['!?…', ''],
    ['❤️', ''],
    ['\u0301', ''],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(title)} is ${JSON.stringify(slug)}`, () => {
      assert.equal(slugOf(title), slug);
    });
  }

  it('is cut between words, so that it fits a file system', () => {
    const long = slugOf('a word '.repeat(60));
    assert.ok(long.length <= 80, long);
    assert.match(long, /^(?:a-word-)+a(?:-word)?$/);
    assert.ok(Buffer.byteLength(slugOf('数据库'.repeat(100))) < 200);
    assert.ok(Buffer.byteLength(slugOf('𝒳'.repeat(300))) < 200);
  });
});

describe('A new record', () => {
  const next = (paths: readonly string[], title = 'Retry with Backoff') =>
    recordFileName(learnNaming(paths), title, nextNumber(paths), '2024-05-06');

  for (const [where, paths, name] of [
    ['an empty folder', [], '0001-retry-with-backoff.md'],
    ['a folder of four digits', ['a/0001-x.md', 'a/0009-y.md'], '0010-retry-with-backoff.md'],
    ['a folder of three digits', ['a/001-x.md', 'a/002-y.md'], '003-retry-with-backoff.md'],
    ['a folder without padding', ['a/9-x.md', 'a/10-y.md'], '11-retry-with-backoff.md'],
    ['a folder that padded to two digits and grew', ['a/01-x.md', 'a/99-y.md'], '100-retry-with-backoff.md'],
    ['a folder with a gap', ['a/0001-x.md', 'a/0007-y.md'], '0008-retry-with-backoff.md'],
    ['a folder with a number twice', ['a/0002-x.md', 'a/0002-y.md'], '0003-retry-with-backoff.md'],
    ['a folder with a prefix', ['a/ADR-001-x.md', 'a/ADR-002-y.md'], 'ADR-003-retry-with-backoff.md'],
    ['a folder with underscores', ['a/adr_0001_use_x.md', 'a/adr_0002_use_y.md'], 'adr_0003_retry_with_backoff.md'],
    ['a folder with spaces', ['a/1. Use x.md', 'a/2. Use y.md'], '3. Retry with Backoff.md'],
    ['a folder with capitals', ['a/001-Use-X.md', 'a/002-Use-Y.md'], '003-Retry-with-Backoff.md'],
    ['a folder with compact dates', ['a/20210102-x.md', 'a/20210203-y.md'], '20240506-retry-with-backoff.md'],
    ['a folder with dates', ['a/2021-01-02-x.md', 'a/2021-02-03-y.md'], '2024-05-06-retry-with-backoff.md'],
    ['a folder with dates and underscores', ['a/2021-01-02_use_x.md'], '2024-05-06_retry_with_backoff.md'],
    ['a folder with dotted dates', ['a/2021.01.02-x.md', 'a/2021.01.03-y.md'], '2024.05.06-retry-with-backoff.md'],
    ['a folder of dates and numbers', ['a/2021-06-18_008-use-x.md'], '2024-05-06_009-retry-with-backoff.md'],
    ['a folder of plain names', ['a/use-x.md', 'a/use-y.md'], 'retry-with-backoff.md'],
    ['a folder of another extension', ['a/0001-x.markdown'], '0002-retry-with-backoff.markdown'],
    ['a folder of reStructuredText', ['a/0004-x.rst'], '0005-retry-with-backoff.md'],
    ['a folder that changed its mind', ['a/1-x.md', 'a/0002-y.md', 'a/0003-z.md'], '0004-retry-with-backoff.md'],
  ] as const) {
    it(`in ${where} is named as its neighbours are`, () => {
      assert.equal(next(paths), name);
    });
  }

  it('reads back with the number that it was given', () => {
    for (const paths of [['a/ADR-001-x.md'], ['a/9-x.md'], ['a/adr_0001_x.md'], ['a/1. Use x.md']]) {
      assert.equal(readName(next(paths, '2 factor login')).number, nextNumber(paths));
    }
  });
});
