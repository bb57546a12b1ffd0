import { readGlob } from '../records/glob.ts';
import { type Person, personCalled } from './person.ts';

/** Where git hosts look for the owners of code, relative to the root, the first that is there. */
export const codeownersFiles: readonly string[] = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
];

/**
 * The people whom a CODEOWNERS file names, by handle or address; teams (`@org/team`) are no people.
 * Format: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function codeowners(text: string): Person[] {
  const found = new Map<string, Person>();
  for (const words of wordsOf(text)) {
    for (const word of words) {
      const handle = /^@([\w.-]+)$/.exec(word)?.[1];
      if (handle) found.set(handle, personCalled(handle, { handles: [handle] }));
      else if (/^[^\s@/]+@[^\s@/]+\.\w+$/.test(word)) {
        const email = word.toLowerCase();
        found.set(email, personCalled(email, { emails: [email], initials: [] }));
      }
    }
  }
  return [...found.values()];
}

/** The owners that a CODEOWNERS file gives to a file: those of the last pattern that takes it, as written. @param path with `/`. */
export function ownersOf(text: string, path: string): string[] {
  const owning = wordsOf(text).filter(([pattern = '']) => /^[^[^!]/.test(pattern) && takes(pattern, path));
  return owning.at(-1)?.slice(1) ?? [];
}

/** A pattern without a `/` before its end is meant in every folder, as in .gitignore. */
function takes(pattern: string, path: string): boolean {
  return readGlob(/\/./.test(pattern) ? pattern : `**/${pattern}`).matches(path);
}

/** The words of each line, comments left out. */
function wordsOf(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/(?:^|\s)#.*$/, '')
        .trim()
        .split(/\s+/),
    );
}
