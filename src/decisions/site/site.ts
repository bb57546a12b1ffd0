import { linksBetween } from '../graph.ts';
import type { DecisionLog } from '../log.ts';
import { type LogData, logData } from '../logData.ts';
import type { DecisionRecord } from '../record.ts';
import { DecisionSearch } from '../search.ts';
import { escaped, pageHtml } from './markup.ts';
import { addressOf, pageFile } from './pages.ts';
import { type Related, recordPage } from './recordPage.ts';

/** What a site's pages are made with: style sheets, and the index page's script. */
export interface SiteAssets {
  readonly logStyle: string;
  readonly recordStyle: string;
  readonly script: string;
}

/** The part of a log that a site is made of. */
export type SiteLog = Pick<DecisionLog, 'records' | 'recordAt' | 'resolve'>;

/**
 * A decision log as a static site: the log's page with its search index, and a page for each record. Every page holds all
 * that it needs.
 *
 * @param texts the records' texts, by path.
 * @param name what the site is about, for its title.
 * @returns the files, by path in the site, with `/`.
 */
export async function siteFiles(
  log: SiteLog,
  texts: ReadonlyMap<string, string>,
  name: string,
  assets: SiteAssets,
): Promise<Map<string, string>> {
  const data = logData([{ log, prefix: '' }]);
  const search = new DecisionSearch();
  await search.keep(log.records.map((record) => ({ key: record.path, record, text: texts.get(record.path) ?? '' })));
  const files = new Map([['index.html', indexPage(data, search, name, assets)]]);
  const related = relatedRecords(log);
  for (const record of log.records) {
    const page = recordPage(
      log,
      record,
      texts.get(record.path) ?? '',
      related.get(record.path) ?? [],
      assets.recordStyle,
    );
    files.set(pageFile(record.path), page);
  }
  return files;
}

function indexPage(data: LogData, search: DecisionSearch, name: string, { logStyle, script }: SiteAssets): string {
  const pages = Object.fromEntries(data.records.map(({ key }) => [key, addressOf(pageFile(key))]));
  const rows = [...data.records].reverse().map(({ key, number, title, date }) => {
    const label = [number, title].filter((part) => part !== null).join(' ');
    return `<li><a href="${escaped(pages[key] ?? '')}"><bdi>${escaped(label)}</bdi></a> ${escaped(date ?? '')}</li>`;
  });
  return pageHtml({
    title: `${name}: decisions`,
    style: logStyle,
    script,
    data: { data: JSON.stringify({ ...data, pages }), index: search.toJSON() },
    body: `<main id="log"></main>\n<noscript><ul>\n${rows.join('\n')}\n</ul></noscript>`,
  });
}

function relatedRecords(log: SiteLog): Map<string, Related[]> {
  const related = new Map<string, Related[]>();
  const add = (path: string, kind: Related['kind'], older: boolean, record: DecisionRecord | undefined) => {
    if (record) related.set(path, [...(related.get(path) ?? []), { kind, older, record }]);
  };
  for (const { kind, from, to } of linksBetween(log)) {
    add(from, kind, true, log.recordAt(to));
    add(to, kind, false, log.recordAt(from));
  }
  return related;
}
