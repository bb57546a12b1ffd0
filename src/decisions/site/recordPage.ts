import { plainText } from '../../markdown/blocks.ts';
import { MarkdownDocument } from '../../markdown/document.ts';
import { renderHtml } from '../../markdown/html.ts';
import { asMarkdown } from '../../markdown/markup.ts';
import type { LinkedRecords, LinkKind } from '../graph.ts';
import { logWords } from '../logWords.ts';
import type { DecisionRecord } from '../record.ts';
import { escaped, pageHtml } from './markup.ts';
import { addressOf, pageFile } from './pages.ts';

/** A link of a record from its own side. */
export interface Related {
  readonly kind: LinkKind;
  /** Whether the other record is the older one. */
  readonly older: boolean;
  readonly record: DecisionRecord;
}

/** The page of one record: its facts, its links both ways, its text. It holds no script. */
export function recordPage(
  log: LinkedRecords,
  record: DecisionRecord,
  text: string,
  related: readonly Related[],
  style: string,
): string {
  const file = pageFile(record.path);
  const { number, title, status, statusText, date, deciders, tags } = record;
  const raw = plainText(statusText ?? '');
  const said = raw && raw.toLowerCase() !== status ? `${logWords[status]} (${raw})` : logWords[status];
  const facts = [said, date ?? logWords.noDate, ...deciders, ...tags.map((tag) => `#${tag}`)];
  const name = number === null ? title : `${number} ${title}`;
  const logAddress = `${addressOf('index.html', file)}#/${encodeURI(record.path)}`;
  return pageHtml({
    title: name,
    style,
    body: [
      '<article>',
      `<nav><a href="${escaped(logAddress)}">Decision Log</a></nav>`,
      `<h1><bdi>${escaped(name)}</bdi></h1>`,
      `<p class="facts">${facts.map((fact) => `<bdi>${escaped(fact)}</bdi>`).join(' · ')}</p>`,
      ...related.map((each) => relation(each, file)),
      bodyOf(log, record, text, file),
      `<footer><p>${escaped(record.path)}</p></footer>`,
      '</article>',
    ].join('\n'),
  });
}

function relation({ kind, older, record }: Related, from: string): string {
  const words = {
    supersedes: [logWords.supersedes, logWords.supersededBy],
    amends: [logWords.amends, logWords.amendedBy],
  };
  const word = words[kind][older ? 0 : 1] ?? '';
  const name = record.number === null ? record.title : `${record.number} ${record.title}`;
  const address = escaped(addressOf(pageFile(record.path), from));
  return `<p class="relation">${escaped(word)} <a href="${address}"><bdi>${escaped(name)}</bdi></a></p>`;
}

/** The record's text without what stands above it already: front matter and the title. */
function bodyOf(log: LinkedRecords, record: DecisionRecord, text: string, file: string): string {
  const extension = /\.\w+$/.exec(record.path)?.[0] ?? '';
  const document = new MarkdownDocument(asMarkdown(text, extension));
  const [first] = document.blocks;
  const body = document.frontMatter?.bodyLine ?? 0;
  const line = first?.kind === 'heading' && first.level === 1 ? first.endLine : body;
  return renderHtml(document.text.slice(document.lines.at(line).start).replace(/^\uFEFF/, ''), (href) => {
    if (/^(?:https?|mailto):/i.test(href) || href.startsWith('#')) return href;
    // Other schemes, and addresses of another host.
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return undefined;
    const target = log.resolve({ text: '', target: href }, record.path);
    if (!log.recordAt(target)) return undefined;
    return addressOf(pageFile(target), file) + (/#.*$/.exec(href)?.[0] ?? '');
  });
}
