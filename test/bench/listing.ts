import { DecisionLog } from '../../src/decisions/log.ts';
import { listFiles } from '../../src/git/files.ts';
import { openRepository } from '../../src/git/repository.ts';
import { recordFiles } from './corpus.ts';
import { readAndParse } from './floor.ts';
import type { GitRepository } from './gitRepository.ts';
import { compare, type Subject } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** A decision log of a repository, not read yet. */
export async function coldLog(root: string): Promise<DecisionLog> {
  const repository = await openRepository(root);
  if (!repository) throw new Error(`${root} is no repository`);
  return new DecisionLog(root, { listFiles: () => listFiles(repository) });
}

/** A decision log that was read and sorted; nothing else was asked of it yet. */
export async function readLog(root: string): Promise<DecisionLog> {
  const log = await coldLog(root);
  await log.load();
  if (!log.records.length) throw new Error(`${root} has no records`);
  return log;
}

/** Discovering and reading all records of a repository, which others are held against. */
export async function listingAll(root: string, count: number): Promise<Subject> {
  let log = await coldLog(root);
  return {
    prepare: async () => {
      log = await coldLog(root);
    },
    run: async () => {
      await log.load();
      if (log.records.length !== count) throw new Error(`${log.records.length} of ${count} were found`);
    },
  };
}

/** Discovering and reading a thousand records, against reading the files and parsing their blocks. */
export async function listing({ root }: GitRepository): Promise<Row> {
  const files = recordFiles(root);
  const medians = await compare(await listingAll(root, files.length), { run: () => readAndParse(files) }, 15, 3);
  return timeRow('listing: 1,000 records', medians, 2);
}
