import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DecisionLog } from '../../src/decisions/log.ts';
import { listFiles } from '../../src/git/files.ts';
import { openRepository } from '../../src/git/repository.ts';
import { HumanError } from '../../src/humanError.ts';
import { walk } from '../../src/records/files.ts';
import { type CorpusFile, log4brains as log4brainsText, makeDraft, slugOf } from './corpus.ts';
import { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { loadPeer } from './peerPackage.ts';
import { Random } from './random.ts';
import { type LeftOut, type Row, timeRow } from './row.ts';

/** The part of @log4brains/core 1.1.0 that is used here. */
interface Log4brainsPackage {
  readonly Log4brains: { create(workdir: string): { searchAdrs(): Promise<readonly unknown[]> } };
}

const folder = 'docs/adr';
const config = `project:\n  name: Billing\n  tz: Europe/Berlin\n  adrFolder: ./${folder}\n`;

/**
 * Listing the same records with `searchAdrs()` of @log4brains/core and with our decision log, both inside this process and
 * from nothing. log4brains also makes each record's page, and starts git for the history of each one; we do neither. The
 * second row has no repository, where there is no history to ask for.
 */
export async function log4brains(): Promise<readonly (Row | LeftOut)[]> {
  try {
    const peer = (await loadPeer('@log4brains/core', '1.1.0')) as Log4brainsPackage;
    return [
      await sideBySide(peer, 'log4brains: 100 records, in git', 100, true),
      await sideBySide(peer, 'log4brains: 100 records, without git', 100, false),
    ];
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return [{ name: 'log4brains', why: error.message }];
  }
}

async function sideBySide(
  { Log4brains }: Log4brainsPackage,
  name: string,
  count: number,
  inGit: boolean,
): Promise<Row> {
  const repository = await GitRepository.make([{ path: '.log4brains.yml', text: config }, ...records(count)]);
  const { root } = repository;
  try {
    if (!inGit) await rm(join(root, '.git'), { recursive: true });
    const ours = {
      run: async () => {
        const found = await list(root);
        if (found !== count) throw new Error(`${found} of ${count} were found`);
      },
    };
    const peer = {
      run: async () => {
        const found = await search(Log4brains, root);
        if (found !== count) throw new HumanError('It finds {0} of {1} records.', [String(found), String(count)]);
      },
    };
    return timeRow(name, await compare(ours, peer, 3));
  } finally {
    await repository.delete();
  }
}

async function list(root: string): Promise<number> {
  const repository = await openRepository(root);
  const log = new DecisionLog(root, { listFiles: () => (repository ? listFiles(repository) : walk(root)) });
  await log.load();
  return log.records.length;
}

async function search(Log4brains: Log4brainsPackage['Log4brains'], root: string): Promise<number> {
  try {
    return (await Log4brains.create(root).searchAdrs()).length;
  } catch (error) {
    throw new HumanError('It does not run here: {0}', [String(error)]);
  }
}

/** Records in files named by day and title; some are superseded by the next one. */
function records(count: number): CorpusFile[] {
  const random = new Random(2027);
  const drafts = Array.from({ length: count }, (_, index) => makeDraft(random, index + 1));
  const slugs = drafts.map(({ date, title }) => `${date.replaceAll('-', '')}-${slugOf(title)}`);
  return drafts.map((draft, index) => {
    const next = slugs[index + 1];
    const status =
      next && random.chance(0.12)
        ? `superseded by [${next}](${next}.md)`
        : random.pick(['accepted', 'accepted', 'rejected', 'deprecated', 'proposed']);
    return { path: `${folder}/${slugs[index]}.md`, text: log4brainsText(draft, status) };
  });
}
