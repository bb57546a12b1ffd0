import { posix } from 'node:path';
import { phrase } from '../../humanError.ts';
import { type Link, linksOf } from '../../markdown/links.ts';
import { decodedTarget, linkTarget } from '../linkTarget.ts';
import { isMarkdown, readName } from '../naming.ts';
import type { Check, Fix, Subject } from './check.ts';
import { placeholdersOf } from './unfilledPlaceholder.ts';

/** A relative link, or image, to a file that is not there. Anchors and addresses are not looked at. */
export const brokenLink: Check = {
  code: 'broken-link',
  severity: 'warning',
  anyMarkup: true,
  documentation: 'The link leads to a file that does not exist. It was moved, renamed, renumbered, or never written.',
  run(subject) {
    const { document, record, log } = subject;
    const broken = linksOf(document).filter((link) => {
      const path = pathOf(link.target, record.path, log);
      return path !== undefined && !isThere(path, log);
    });
    if (!broken.length) return [];
    const placeholders = placeholdersOf(document);
    return broken
      .filter(({ start, end }) => !placeholders.some((hint) => hint.start < end && start < hint.end))
      .map((link) => ({
        start: link.targetStart,
        end: link.targetEnd,
        message: phrase('There is no {0}.', pathOf(link.target, record.path, log) ?? link.target),
        fixes: () => fixesOf(subject, link),
      }));
  },
};

type Files = Subject['log'];

/**
 * The path that a link's target names, relative to the root; undefined for addresses, anchors, expressions of a site
 * generator and whatever lies outside the repository.
 */
function pathOf(target: string, from: string, log: Files): string | undefined {
  // `<<section,words>>` in AsciiDoc and `{attribute}/x` lead to what only its own tools know.
  if (!isMarkdown(from) && (!/\.\w+(?:[?#]|$)|\//.test(target) || /[{}]/.test(target))) return undefined;
  const plain = target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|\?|~|www\.)|[{}$%]\s*[{<%]|[<>|@*]|\.\.\.|…/i.test(plain)) return undefined;
  const bare = plain.replace(/[?#].*$/s, '');
  // A single word in round brackets is seldom a file.
  if (!bare || /^[\w.-]+@|:\/|^[^./\d]+$/.test(bare)) return undefined;
  const path = decodedTarget(bare);
  if (/[\p{Cc}\\]/u.test(path)) return undefined;
  if (path.startsWith('/')) {
    // From the root of the repository on a git host, from that of a site elsewhere: only the first can be judged.
    const [, first = ''] = path.split('/');
    if (!first || !log.exists(first)) return undefined;
    return posix.normalize(path.slice(1));
  }
  const joined = posix.join(posix.dirname(from), path);
  return joined === '..' || joined.startsWith('../') ? undefined : joined;
}

function isThere(path: string, log: Files): boolean {
  const bare = path.replace(/\/+$/, '');
  if (log.exists(bare || '.')) return true;
  // `src/x.ts:42`, and the addresses that site generators make of Markdown files.
  const candidates = [
    bare.replace(/:\d+(?:[-:]\d+)?$/, ''),
    `${bare}.md`,
    `${bare}.mdx`,
    bare.replace(/\.html?$/, '.md'),
  ];
  return candidates.some((each) => each !== bare && log.exists(each));
}

function fixesOf({ document, record, log }: Subject, link: Link): Fix[] {
  const before = document.text;
  const wanted = pathOf(link.target, record.path, log) ?? link.target;
  const anchor = /[?#].*$/s.exec(link.target)?.[0] ?? '';
  const found = alike(wanted, record.path, log);
  const fixes: Fix[] = [];
  if (found !== undefined) {
    const text = linkTarget(posix.dirname(record.path), found) + anchor;
    fixes.push({
      title: phrase('Link to {0}', found),
      changes: [{ path: record.path, before, edits: [{ start: link.targetStart, end: link.targetEnd, text }] }],
      preferred: true,
    });
  }
  if (link.kind === 'inline') {
    fixes.push({
      title: phrase('Remove the Link, Keep Its Words'),
      changes: [{ path: record.path, before, edits: [{ start: link.start, end: link.end, text: link.text }] }],
    });
  }
  return fixes;
}

/** The one file that has the name, or the one record that has the words of the name under another number. */
function alike(wanted: string, from: string, log: Files): string | undefined {
  const name = posix.basename(wanted);
  const named = (log.files ?? log.records.map(({ path }) => path)).filter((path) => posix.basename(path) === name);
  if (named.length) return named.length === 1 ? named[0] : undefined;
  const { slug, number } = readName(name);
  if (!slug || number === null) return undefined;
  const records = log.records.filter(({ path }) => path !== from && readName(path).slug === slug);
  return records.length === 1 ? records[0]?.path : undefined;
}
