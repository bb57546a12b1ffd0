import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeAction } from '../../src/actions/change.ts';
import { daysAfter } from '../../src/actions/days.ts';
import { ActionLog } from '../../src/actions/log.ts';
import { weekOf } from '../../src/actions/week.ts';
import { listFiles } from '../../src/git/files.ts';
import { openRepository } from '../../src/git/repository.ts';
import { actionReader } from '../../src/meetings/actionReader.ts';
import { editFile, readForEdit } from '../../src/records/files.ts';
import type { CorpusFile } from './corpus.ts';
import { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';
import { type Row, timeRow } from './row.ts';

const today = '2026-11-20';
const meetings = 1000;
const each = 5;

/** From a tick among 5,000 actions of 1,000 meetings to the new list of the week, against reading one such record anew. */
export async function ticking(): Promise<Row> {
  const repository = await GitRepository.make(makeMinutes());
  try {
    const { root } = repository;
    const opened = await openRepository(root);
    if (!opened) throw new Error(`${root} is no repository`);
    const reader = await actionReader();
    const log = new ActionLog(root, { listFiles: () => listFiles(opened), reader });
    await log.load();
    const week = () => weekOf(log.items, { today, firstDay: 1, me: ['Ana Ruiz'] });
    if (log.items.length < 2000 || !week().overdue.length)
      throw new Error(`only ${log.items.length} actions were read`);
    let turn = 0;
    const ours = {
      run: async () => {
        const { overdue } = week();
        const item = overdue[(turn++ * 7) % overdue.length];
        const said = item && log.lastSaid(item);
        if (!item || !said) throw new Error('there is nothing to tick');
        const { path } = said.source;
        const file = join(root, path);
        const text = await readForEdit(file);
        const changed = changeAction(reader, path, text, said.action, { done: true }, today);
        if (changed.kind === 'refused') throw new Error(changed.reason.template);
        await editFile(file, text, changed.edits);
        log.refresh(path);
        if (week().overdue.length !== overdue.length - 1) throw new Error('the list is as it was');
      },
    };
    const paths = [...new Set(log.items.flatMap(({ sources }) => sources.map(({ path }) => path)))];
    let path = '';
    const peer = {
      prepare: async () => {
        path = paths[(turn++ * 389) % paths.length] ?? '';
        await appendFile(join(root, path), '\nA word more.\n');
      },
      run: async () => {
        reader.read(path, await readFile(join(root, path), 'utf8'));
      },
    };
    return timeRow(
      'tick: 1 of 5,000 actions to the new list, against one record',
      await compare(ours, peer, 31, 5),
      80,
    );
  } finally {
    await repository.delete();
  }
}

/** Minutes of as many meetings; every other action is carried on from the meeting before. */
function makeMinutes(): CorpusFile[] {
  const random = new Random(2026);
  const prose = new Prose(random);
  let before: readonly string[] = [];
  return Array.from({ length: meetings }, (_, index) => {
    const date = daysAfter('2024-02-25', index);
    const said = Array.from({ length: each }, (_, nth) => {
      const carried = nth % 2 ? before[nth] : undefined;
      const owner = random.pick(['Ana Ruiz', 'Raj Patel', 'Sam Lee']);
      const [one, two] = [index * each + nth, index * 31 + nth * 7];
      const what = prose.title().toLowerCase().split(' ').slice(0, 3).join(' ');
      return carried ?? `- [ ] ${owner} will review ${what} for case${one} and case${two} by ${daysAfter(date, 7)}`;
    });
    before = said;
    const notes = Array.from({ length: 12 }, () => prose.sentence()).join('\n\n');
    const text = `# Sync\n\nDate: ${date}\nPresent: Ana Ruiz, Raj Patel, Sam Lee\n\n## Notes\n\n${notes}\n\n## Next steps\n\n${said.join('\n')}\n`;
    return { path: `docs/meetings/${date}-sync.md`, text };
  });
}
