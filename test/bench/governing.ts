import { decisionsFor } from '../../src/decisions/affects.ts';
import type { GitRepository } from './gitRepository.ts';
import { listingAll, readLog } from './listing.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** Which decisions govern a file, asked of a log that was read, as `decisions --for PATH` does after listing. */
export async function governing({ root }: GitRepository): Promise<Row> {
  let log = await readLog(root);
  const count = log.records.length;
  const path = log.records
    .flatMap(({ affects }) => affects)
    .map((glob) => glob.replace('**', 'module.ts'))
    .at(-1);
  if (path === undefined) throw new Error('No record names code');
  const ours = {
    // A log that was just read has read no globs yet.
    prepare: async () => {
      log = await readLog(root);
    },
    run: () => {
      if (!decisionsFor(log.records, path).length) throw new Error(`No decision names ${path}`);
    },
  };
  const medians = await compare(ours, await listingAll(root, count), 11, 2);
  return timeRow('decisions --for: 1 file of a read log, against listing', medians);
}
