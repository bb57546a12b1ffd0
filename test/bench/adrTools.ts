import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HumanError } from '../../src/humanError.ts';
import { root as projectRoot } from '../host/folders.ts';
import { makeDraft, numberedName, nygard } from './corpus.ts';
import { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { Random } from './random.ts';
import { type LeftOut, type Row, timeRow } from './row.ts';

const name = 'adr-tools: table of contents of 50 records';
// adr-tools starts several processes for each record.
const count = 50;
const folder = 'doc/adr';

/** `lead-habits decisions` against `adr generate toc` over the same records, one process each from start to end. */
export async function adrTools(): Promise<readonly (Row | LeftOut)[]> {
  const random = new Random(2028);
  const records = Array.from({ length: count }, (_, index) => {
    const draft = makeDraft(random, index + 1);
    return { path: `${folder}/${numberedName(draft)}`, text: nygard(draft) };
  });
  const repository = await GitRepository.make([{ path: '.adr-dir', text: `${folder}\n` }, ...records]);
  const { root } = repository;
  const cli = join(projectRoot, 'dist', 'cli.js');
  try {
    const ours = {
      run: async () => {
        const found = linesIn(await output(process.execPath, [cli, 'decisions', root], root), /\(doc\/adr\/.*\)$/);
        if (found !== count) throw new Error(`${found} of ${count} were found`);
      },
    };
    return [timeRow(name, await compare(ours, { run: () => tableOfContents(root) }, 3))];
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return [{ name, why: error.message }];
  } finally {
    await repository.delete();
  }
}

/** @throws HumanError where there is no such program, or another one of this name. */
async function tableOfContents(root: string): Promise<void> {
  let text: string;
  try {
    text = await output('adr', ['generate', 'toc'], root);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new HumanError('adr is not on the PATH.');
    throw new HumanError('adr does not run here: {0}', [message]);
  }
  const found = linesIn(text, /^\* \[/);
  if (found !== count) throw new HumanError('adr finds {0} of {1} records.', [String(found), String(count)]);
}

async function output(command: string, args: readonly string[], folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

function linesIn(text: string, pattern: RegExp): number {
  return text.split(/\r?\n/).filter((line) => pattern.test(line)).length;
}
