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
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    for (const word of line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)) {
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
