import { execFileSync } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRepository } from '../../src/git/repository.ts';
import { type Anchor, whereaboutsOf } from '../../src/reviews/anchor/whereabouts.ts';
import { worldOf } from '../../src/reviews/anchor/world.ts';
import { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { Random } from './random.ts';
import { type Row, timeRow } from './row.ts';

const files = 100;
const comments = 300;
const commits = 20;

/** Finding all comments of a large review again, in a repository that has gone on, against git's diff of the same range. */
export async function anchors(): Promise<Row> {
  const random = new Random(5);
  const texts = Array.from({ length: files }, (_, file) => sourceOf(random, file));
  const made = await GitRepository.make(texts.map((lines, file) => ({ path: pathOf(file), text: lines.join('\n') })));
  try {
    const { root } = made;
    const base = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const asked = Array.from({ length: comments }, (_, index): Anchor => {
      const lines = texts[index % files] ?? [];
      const line = random.between(1, lines.length - 4);
      const endLine = line + random.between(0, 3);
      return { file: pathOf(index % files), line, endLine, commit: base, quote: lines.slice(line - 1, endLine) };
    });
    await goOn(made, texts, random);
    const repository = await openRepository(root);
    if (!repository) throw new Error(`${root} is no repository`);
    const ours = {
      run: async () => {
        const found = await whereaboutsOf(asked, worldOf(root, repository));
        const placed = found.filter(({ state }) => state !== 'orphaned').length;
        if (placed < comments * 0.8) throw new Error(`Only ${placed} comments were found`);
      },
    };
    const peer = { run: () => made.git('diff', '-M', base, 'HEAD') };
    return timeRow(
      `anchors: ${comments} comments on ${files} files, against git diff`,
      await compare(ours, peer, 11, 2),
      12,
    );
  } finally {
    await made.delete();
  }
}

function pathOf(file: number): string {
  return `src/part${file % 10}/module${file}.ts`;
}

/** Some lines stand in many places, as in any source. */
function sourceOf(random: Random, file: number): string[] {
  return Array.from({ length: random.between(100, 600) }, (_, line) =>
    random.pick(['}', '', '  return value;', ...Array.from({ length: 5 }, () => lineOf(random, `${file}_${line}`))]),
  );
}

function lineOf(random: Random, name: string): string {
  return `  const measure${name} = weigh(${random.between(1, 999)});`;
}

/** Every commit edits every third file; each tenth file gets another path. */
async function goOn(repository: GitRepository, texts: string[][], random: Random): Promise<void> {
  await mkdir(join(repository.root, 'src/elsewhere'));
  const paths = texts.map((_, file) => pathOf(file));
  for (let commit = 0; commit < commits; commit++) {
    for (const [file, lines] of texts.entries()) {
      if (file % 3 !== commit % 3) continue;
      const at = random.between(0, lines.length - 3);
      lines.splice(at, random.between(0, 2), lineOf(random, `${file}_${commit}_new`), '  more();');
      await writeFile(join(repository.root, paths[file] ?? ''), lines.join('\n'));
    }
    const moved = commit * 10;
    const path = paths[moved];
    if (path !== undefined) {
      paths[moved] = `src/elsewhere/module${moved}.ts`;
      await rename(join(repository.root, path), join(repository.root, paths[moved] ?? ''));
    }
    await repository.git('add', '--all');
    await repository.git('commit', '--quiet', '--message', `Commit ${commit}`);
  }
}
