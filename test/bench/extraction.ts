import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { minutesReader } from '../../src/meetings/minutes.ts';
import { readAndParse } from './floor.ts';
import { compare } from './measure.ts';
import { makeMinutes, makeTranscript } from './minutesCorpus.ts';
import { type Row, timeRow } from './row.ts';

/** What a machine writes down of three hours. */
const cues = 20_000;

/** Reading a thousand minutes for actions, against reading the files and parsing their blocks; and a long transcript. */
export async function extraction(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-habits-minutes-'));
  try {
    const files = makeMinutes(1000).map(({ path, text }) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    });
    const transcript = join(folder, 'transcript.vtt');
    writeFileSync(transcript, makeTranscript(cues));
    const read = await minutesReader();
    const extracted = (file: string) => {
      const { actions } = read(file, readFileSync(file, 'utf8'));
      if (!actions.length) throw new Error(`${file} has no actions`);
    };
    const all = await compare({ run: () => files.forEach(extracted) }, { run: () => readAndParse(files) }, 9, 2);
    const long = await compare({ run: () => extracted(transcript) }, { run: () => readAndParse([transcript]) }, 9, 2);
    return [timeRow('extraction: 1,000 minutes', all, 3), timeRow('extraction: a transcript of 20,000 cues', long, 3)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
