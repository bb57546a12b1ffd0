import { DecisionLog } from '../../src/decisions/log.ts';
import { listFiles } from '../../src/git/files.ts';
import { openRepository } from '../../src/git/repository.ts';
import { recordFiles } from './corpus.ts';
import { readAndParse } from './floor.ts';
import type { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** A decision log of a repository, not read yet. */
export async function coldLog(root: string): Promise<DecisionLog> {
  const repository = await openRepository(root);
  if (!repository) throw new Error(`${root} is no repository`);
  return new DecisionLog(root, { listFiles: () => listFiles(repository) });
}

/** Discovering and reading a thousand records, against reading the files and parsing their blocks. */
export async function listing({ root }: GitRepository): Promise<Row> {
  const files = recordFiles(root);
  let log = await coldLog(root);
  const ours = {
    prepare: async () => {
      log = await coldLog(root);
    },
    run: async () => {
      await log.load();
      if (log.records.length !== files.length) throw new Error(`${log.records.length} of ${files.length} were found`);
    },
  };
  const medians = await compare(ours, { run: () => readAndParse(files) }, 15, 3);
  return timeRow('listing: 1,000 records', medians, 2);
}
