import { whoseIs } from '../actions/mine.ts';
import type { OwnCommit } from '../git/ownCommits.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';

/** Something about my own work or the system that a practice would mend. Nothing here is ever about somebody else. */
export interface Indicator {
  readonly kind: 'owned path without runbook' | 'no second expert' | 'repeated fixes';
  /** The practice that mends it. */
  readonly practice: string;
  /** What it is about: a path or a pattern of paths, or the title of a system. */
  readonly about: string;
  /** The file that tells of it, relative to the root; empty where no one file does. */
  readonly path: string;
  /** How many fixes, where it is about them. */
  readonly count: number;
}

/** What indicators are computed from, of one repository. */
export interface Findings {
  /** Names, handles and addresses that mean the user. */
  readonly me: readonly string[];
  /** The text of CODEOWNERS, and where it stands. */
  readonly codeOwners?: { readonly path: string; readonly text: string } | undefined;
  /** Ownership records and runbooks, by path. */
  readonly ownership: ReadonlyMap<string, string>;
  readonly runbooks: ReadonlyMap<string, string>;
  /** The user's own commits of the last weeks. */
  readonly commits: readonly OwnCommit[];
}

/** As many fixes of one file are a pattern. */
const often = 3;
const fix = /^(?:(?:hot|bug)?fix(?:es|ed)?\b|revert\b)/i;
/** Patterns of owners that mean no system. */
const noSystem = /^\/?(?:\*+|docs?(?:\/.*)?|\.github(?:\/.*)?|.*\.(?:md|txt|json|ya?ml|lock))$/i;

/** All there is to see, what is owned first. */
export function indicatorsOf({ me, codeOwners, ownership, runbooks, commits }: Findings): Indicator[] {
  const records = [...ownership].map(([path, text]) => ({ path, ...readRecord(text) }));
  const mine = records.filter(({ owners }) => owners.some((owner) => isMe(owner, me)));
  const documented = [...runbooks].flatMap(([path, text]) => [...readRecord(text).paths, nameOf(path)]);
  const owned = new Map<string, string>();
  for (const { path, paths } of mine) for (const each of paths) owned.set(normal(each), path);
  for (const pattern of ownPatterns(codeOwners?.text ?? '', me)) {
    if (!owned.has(normal(pattern))) owned.set(normal(pattern), codeOwners?.path ?? '');
  }
  const one = { count: 0 };
  return [
    ...[...owned]
      .filter(([about]) => !documented.some((each) => covers(each, about)))
      .map(
        ([about, path]): Indicator => ({
          ...one,
          kind: 'owned path without runbook',
          practice: 'runbook',
          about,
          path,
        }),
      ),
    ...mine
      .filter(({ second }) => !second.some((name) => !isMe(name, me)))
      .map(
        ({ title, path }): Indicator => ({
          ...one,
          kind: 'no second expert',
          practice: 'ownership',
          about: title,
          path,
        }),
      ),
    ...repeatedFixes(commits),
  ];
}

function repeatedFixes(commits: readonly OwnCommit[]): Indicator[] {
  const counts = new Map<string, number>();
  for (const { subject, files } of commits) {
    if (!fix.test(subject)) continue;
    for (const { path } of files) {
      if (!/\.(?:md|lock|json)$|(?:^|\/)(?:tests?|__tests__)\//i.test(path))
        counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= often)
    .sort(([, a], [, b]) => b - a)
    .map(([path, count]) => ({ kind: 'repeated fixes', practice: 'debrief', about: path, path, count }));
}

/**
 * The patterns of CODEOWNERS that name the user: a line is a pattern and its owners, `#` begins a comment, `[` a section of
 * GitLab's.
 */
function ownPatterns(text: string, me: readonly string[]): string[] {
  return text.split(/\r\n?|\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (!pattern || /^[[^!]/.test(pattern) || noSystem.test(pattern)) return [];
    return owners.some((owner) => isMe(owner, me)) ? [pattern] : [];
  });
}

/** `@ana-ruiz` means Ana Ruiz as well as whoever has that handle. */
function isMe(owner: string, me: readonly string[]): boolean {
  return whoseIs([owner], me) === 'mine' || whoseIs([owner.replace(/^@/, '').replace(/[-._]/g, ' ')], me) === 'mine';
}

/** A pattern as a folder or a file from the root: `/src/billing/**` is `src/billing`. */
function normal(pattern: string): string {
  return pattern
    .replace(/^\/+/, '')
    .replace(/\/?\*+$/, '')
    .replace(/\/+$/, '');
}

/** Whether a document about one path speaks of another: it is the same, or one is in the other, or its name is. */
function covers(documented: string, about: string): boolean {
  const there = normal(documented);
  if (!there) return false;
  if (!there.includes('/'))
    return about.split('/').some((part) => part.replace(/\.\w+$/, '') === there || there.split('-').includes(part));
  return there === about || there.startsWith(`${about}/`) || about.startsWith(`${there}/`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function readRecord(text: string) {
  const document = new MarkdownDocument(text);
  const get = (key: string) => textsOf(document.frontMatter?.get(key));
  const title = document.sections.find(({ level }) => level === 1)?.title ?? '';
  return {
    title: title.replace(/^Ownership: /, ''),
    owners: [...get('owner'), ...get('owners')],
    second: get('second'),
    paths: get('paths'),
  };
}
