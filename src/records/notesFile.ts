import { stat } from 'node:fs/promises';
import { HumanError } from '../humanError.ts';
import { describe, readForEdit } from './files.ts';

/**
 * The text of a file that a person took notes in.
 *
 * @param path absolute.
 * @param name what the file is called in an error's sentence.
 * @param longest how many bytes are read at most.
 * @throws HumanError for what is no text that a person wrote down in a meeting.
 */
export async function readNotesFile(path: string, name: string, longest: number): Promise<string> {
  const entry = await stat(path).catch((error) => Promise.reject(describe(error, name)));
  if (!entry.isFile()) throw new HumanError('{0} is no file. Name the notes of one meeting.', [name]);
  if (entry.size > longest) throw tooLong(name, longest);
  const text = await readForEdit(path).catch((error: unknown) =>
    Promise.reject(error instanceof HumanError ? new HumanError(error.template, [name]) : error),
  );
  return checkedNotes(text, name, longest);
}

/** Notes as they are, if they are some. @throws HumanError as {@link readNotesFile} does. */
export function checkedNotes(text: string, name: string, longest: number): string {
  if (text.length > longest) throw tooLong(name, longest);
  if (text.includes('\0')) {
    throw new HumanError('{0} is not text. Save the notes as Markdown, plain text, HTML or a transcript.', [name]);
  }
  if (!text.replace(/^\uFEFF/, '').trim()) throw new HumanError('{0} is empty. Write some notes first.', [name]);
  return text;
}

function tooLong(name: string, longest: number): HumanError {
  return new HumanError('{0} is larger than {1} MB, which no notes are. Name the notes of one meeting.', [
    name,
    String(longest / (1024 * 1024)),
  ]);
}
