import { type Minutes, minutesReader } from '../../../src/meetings/minutes.ts';

const read = await minutesReader();

/** Reads minutes of Friday, 20 November 2026, unless their file's name says otherwise. */
export function minutesOf(text: string, path = 'meetings/2026-11-20.md'): Minutes {
  return read(path, text);
}

/** The actions as `owners | text | due | done`, for comparing. */
export function rows(text: string, path?: string): string[] {
  return minutesOf(text, path)
    .actions.filter(({ explicit }) => explicit)
    .map(({ owners, text: what, due, done }) =>
      [owners.join('+') || '-', what, due ?? '-', ...(done ? ['done'] : [])].join(' | '),
    );
}
