import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { generatorMark } from '../decisions/site/markup.ts';
import { type SiteAssets, siteFiles } from '../decisions/site/site.ts';
import { HumanError } from '../humanError.ts';
import { readRecordSync } from '../records/files.ts';
import { writeSite } from '../records/site.ts';
import type { Command } from './command.ts';
import { openLog, openWorkspace, type Surroundings } from './workspace.ts';

/** `lead-habits site`: the decision log as pages that need no server. */
export const site: Command = {
  words: ['site'],
  usage: 'site --out DIR [DIR]',
  summary: 'Write the decision log as a static site',
  options: { out: { type: 'string' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    if (typeof options.out !== 'string' || !options.out) {
      return {
        output: '',
        messages: ['Say where the site goes: --out DIR.', `Usage: lead-habits ${site.usage}`],
        status: 2,
      };
    }
    const workspace = await openWorkspace(folder, surroundings);
    const log = await openLog(workspace, surroundings);
    if (!log.records.length) throw new HumanError('No decision records here: there is nothing to show.');
    const texts = new Map(log.records.map(({ path }) => [path, readRecordSync(workspace.root, path) ?? '']));
    const files = await siteFiles(log, texts, basename(workspace.root), await assetsOf(surroundings));
    await writeSite(resolve(surroundings.cwd, options.out), options.out, files, generatorMark);
    return { output: [...files.keys()].sort().join('\n'), status: 0 };
  },
};

async function assetsOf({ installation }: Surroundings): Promise<SiteAssets> {
  const read = (...path: string[]) => readFile(join(installation, ...path), 'utf8');
  const [theme, log, record, script] = await Promise.all([
    read('media', 'theme.css'),
    read('media', 'log.css'),
    read('media', 'record.css'),
    read('dist', 'pages', 'site.js'),
  ]);
  return { logStyle: theme + log, recordStyle: theme + record, script };
}
