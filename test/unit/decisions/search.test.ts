import assert from 'node:assert/strict';
import MiniSearch from 'minisearch';
import { readDecision } from '../../../src/decisions/reader.ts';
import { DecisionSearch, type Searched } from '../../../src/decisions/search.ts';
import { searchIn, searchOptions } from '../../../src/decisions/searchTerms.ts';

function searched(name: string, text: string): Searched {
  const path = `docs/adr/${name}.md`;
  return { key: name, record: readDecision(path, text), text };
}

const records = [
  searched(
    '0001-cents',
    '---\nstatus: accepted\ndecision-makers: [Zoë Lindström]\ntags: [money]\n---\n\n# Count money in cents\n\n## Context\n\nRounding bit us twice.\n',
  ),
  searched(
    '0002-queue',
    '# 2. Use a message queue\n\n## Status\n\nAccepted\n\n## Context\n\nPostgres is slow at this.\n',
  ),
  searched('0003-postgres', '# 3. Move to Postgres 17\n\n## Status\n\nProposed\n\n## Context\n\nThe queue stays.\n'),
  searched(
    '0012-kanji',
    '# 12. 決済の再試行\n\n## ステータス\n\n承認\n\n## 背景\n\n外部の支払いサービスが失敗する。\n',
  ),
];

describe('Searching decisions', () => {
  let search: DecisionSearch;
  beforeEach(async () => {
    search = new DecisionSearch();
    await search.keep(records);
  });

  const names = (words: string) => search.find(words, 10).map(({ key }) => key);

  it('finds words of titles before words of bodies', () => {
    assert.deepEqual(names('postgres'), ['0003-postgres', '0002-queue']);
    assert.deepEqual(names('queue'), ['0002-queue', '0003-postgres']);
  });

  it('finds by the beginning of a word, by a number, a person, a tag and a status', () => {
    for (const words of ['round', '1', 'lindstrom', 'ZOË', 'money', 'cents acc']) {
      assert.equal(names(words)[0], '0001-cents', words);
    }
  });

  it('forgives a spelling mistake in a long word, not in a short one', () => {
    assert.deepEqual(names('posgtres'), ['0003-postgres', '0002-queue']);
    assert.deepEqual(names('slou'), []);
  });

  it('wants all words, and settles for some where no record has all', () => {
    assert.deepEqual(names('postgres queue').sort(), ['0002-queue', '0003-postgres']);
    assert.deepEqual(names('postgres zebra').sort(), ['0002-queue', '0003-postgres']);
    assert.deepEqual(names('rounding twice'), ['0001-cents']);
  });

  it('finds inside words of scripts without spaces', () => {
    assert.deepEqual(names('再試行'), ['0012-kanji']);
    assert.deepEqual(names('支払い'), ['0012-kanji']);
  });

  it('shows the line that was meant, counted from 0', () => {
    assert.deepEqual(search.find('slow', 1)[0]?.match, { line: 8, snippet: 'Postgres is slow at this.' });
    assert.deepEqual(search.find('cents', 1)[0]?.match, { line: 6, snippet: '' });
  });

  it('cuts a long line around the words', async () => {
    const long = `${'before '.repeat(60)}the **needle** is [here](x.md) ${'after '.repeat(60)}`;
    await search.keep([searched('0001-long', `# Long\n\n## Context\n\n${long}\n`)]);
    const snippet = search.find('needle', 1)[0]?.match?.snippet ?? '';
    assert.match(snippet, /^…before .* the needle is here after .*…$/);
    assert.ok(snippet.length < 130, snippet);
  });

  it('follows records that change, come and go', async () => {
    const [cents, queue] = records;
    assert.ok(cents && queue);
    await search.keep([cents, searched('0002-queue', '# 2. Use a cron job\n'), searched('0004-new', '# Zebra\n')]);
    assert.deepEqual(names('queue'), []);
    assert.deepEqual(names('cron'), ['0002-queue']);
    assert.deepEqual(names('zebra'), ['0004-new']);
    assert.deepEqual(names('postgres'), []);
  });

  it('finds nothing for nothing, and minds no signs', () => {
    assert.deepEqual(names(''), []);
    assert.deepEqual(names(' ( [ * $& '), []);
    assert.deepEqual(names('"cents" (money)'), ['0001-cents']);
  });

  it('is the same in a page that has its index', () => {
    const index = MiniSearch.loadJSON(search.toJSON(), searchOptions);
    for (const words of ['postgres', 'posgtres', 'a', '再試行', 'postgres zebra']) {
      assert.deepEqual(
        searchIn(index, words).map(({ id }) => id),
        names(words),
      );
    }
  });
});
