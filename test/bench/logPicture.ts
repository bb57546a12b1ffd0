import { logData } from '../../src/decisions/logData.ts';
import { layOut } from '../../src/decisions/timeline.ts';
import type { GitRepository } from './gitRepository.ts';
import { listingAll, readLog } from './listing.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** As wide as the panel is in a window of about 1,300 points, and as many lanes as its page asks for. */
const room = { room: 100, lanes: 12 };

/** What the decision log's panel draws: the data of all records and links, laid out by month. */
export async function logPicture({ root }: GitRepository): Promise<Row> {
  let log = await readLog(root);
  const count = log.records.length;
  const ours = {
    // A log that was just read has resolved no links yet.
    prepare: async () => {
      log = await readLog(root);
    },
    run: () => {
      const { marks, arcs } = layOut(logData([{ log, prefix: '' }]), room);
      if (marks.length !== count || !arcs.length) throw new Error(`${marks.length} records, ${arcs.length} links`);
    },
  };
  const medians = await compare(ours, await listingAll(root, count), 11, 2);
  return timeRow('decision log: data and timeline of 1,000, against listing', medians);
}
