import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitRepository } from './gitRepository.ts';
import { coldLog, listingAll } from './listing.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** Taking note of one changed record among a thousand, in the order that the view shows, against listing all anew. */
export async function reindexing({ root }: GitRepository): Promise<Row> {
  const log = await coldLog(root);
  await log.load();
  const paths = log.records.map(({ path }) => path);
  let turn = 0;
  let path = '';
  const ours = {
    prepare: async () => {
      turn++;
      path = paths[(turn * 389) % paths.length] ?? '';
      await appendFile(join(root, path), `\n* Status: rejected\n\nChanged ${turn} times.\n`);
    },
    run: () => {
      const before = log.recordAt(path);
      if (!log.refresh(path) || !log.records.length) throw new Error(`${path} is no record`);
      const after = log.recordAt(path);
      if (after === before || !after || !log.records.includes(after)) throw new Error(`${path} was not read again`);
    },
  };
  const peer = await listingAll(root, paths.length);
  return timeRow('re-index: 1 changed record of 1,000, against listing all', await compare(ours, peer, 15, 2), 0.01);
}
