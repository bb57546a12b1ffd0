// npm run replay -- REPOSITORY...: comments on random lines of old commits, and where the command line finds them 50 and
// 500 commits later, in a whole clone and in one that lacks the old commits. The repositories are only read.
//
//     --lines N       how many lines for each distance, 500 unless told
//     --seed N        another choice of lines
//     --alone         each comment in a review of its own, in the clone without the old commits
//     --show VERDICT  prints the lines of which the verdict is so: wrong, elsewhere, orphaned, changed

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openRepository } from '../../src/git/repository.ts';
import { whereaboutsOf } from '../../src/reviews/anchor/whereabouts.ts';
import { worldOf } from '../../src/reviews/anchor/world.ts';
import { isolateGit } from '../bench/gitRepository.ts';
import { Random } from '../bench/random.ts';
import { Clone } from './clone.ts';
import { type Followed, follow } from './follow.ts';
import { type Fate, fateOf, type Now, type Verdict, verdictOn } from './judge.ts';
import { linesOf, sampleLines } from './sample.ts';

const distances = [50, 500];
/** From so many places of the history, so that no one refactoring decides. */
const places = 10;
const fates: readonly Fate[] = ['unique', 'repeated', 'edited', 'gone', 'again, once', 'again, repeated'];
const verdicts: readonly Verdict[] = ['found', 'changed', 'orphaned', 'elsewhere', 'wrong'];
const project = join(import.meta.dirname, '../..');

type Tally = Map<Fate, Map<Verdict, number>>;

const { values, positionals } = parseArgs({
  options: {
    lines: { type: 'string' },
    seed: { type: 'string' },
    alone: { type: 'boolean' },
    show: { type: 'string', multiple: true },
  },
  allowPositionals: true,
});
if (!positionals.length) {
  console.error('Name one or more git repositories with long histories.');
  process.exit(2);
}
isolateGit();
execFileSync(process.execPath, ['esbuild.ts'], { cwd: project, stdio: 'ignore' });
for (const source of positionals) await replay(resolve(source), Number(values.lines ?? 500), Number(values.seed ?? 1));

async function replay(source: string, lines: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-habits-replay-'));
  try {
    const clone = Clone.of(source, folder);
    const history = clone.git('rev-list', '--first-parent', 'HEAD').trim().split('\n');
    for (const distance of distances) {
      const random = new Random(seed * 1000 + distance);
      const [whole, shallow]: [Tally, Tally] = [new Map(), new Map()];
      for (let place = 0; place < places; place++) {
        const index = random.between(0, history.length - 1 - distance);
        const [to = '', from = ''] = [history[index], history[index + distance]];
        const sampled = sampleLines(clone, from, lines / places, random);
        follow(clone, from, to, sampled);
        clone.checkout(to);
        count(whole, clone, from, to, sampled, answers(clone, from, sampled), 'whole');
        const part = clone.shallow(to, folder);
        const found = values.alone ? await answersAlone(part, from, sampled) : answers(part, from, sampled);
        count(shallow, clone, from, to, sampled, found, 'shallow');
        rmSync(part.root, { recursive: true });
      }
      print(`${basename(source)}, ${distance} commits later`, whole);
      print(`${basename(source)}, ${distance} commits later, in a clone that lacks the old commits`, shallow);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `lead-habits reviews` says of a review with a comment on each line. */
function answers(clone: Clone, commit: string, lines: readonly Followed[]): Now[] {
  const comments = lines.map(({ file, number, text }, index) => {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    const target = encodeURI(`../../${file}`).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    return `### note: ${index}\n\n[${basename(file).replace(/[[\]\\]/g, '')}:${number}](${target}#L${number}) at ${commit}\n\n${fence}\n${text}\n${fence}\n`;
  });
  const folder = join(clone.root, 'docs', 'reviews');
  const review = join(folder, 'replay-of-lead-habits.md');
  mkdirSync(folder, { recursive: true });
  writeFileSync(review, `# Review\n\n${comments.join('\n')}`);
  const output = execFileSync(process.execPath, [join(project, 'dist', 'cli.js'), 'reviews', '--json'], {
    cwd: clone.root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  rmSync(review);
  const { comments: listed } = JSON.parse(output) as { comments: { review: string; body: string; now: Now }[] };
  const places = new Map(
    listed.filter((each) => each.review.endsWith('/replay-of-lead-habits.md')).map(({ body, now }) => [body, now]),
  );
  return lines.map((_, index) => {
    const now = places.get(`note: ${index}`);
    if (!now) throw new Error(`The comment on ${lines[index]?.file}:${lines[index]?.number} is not listed`);
    return now;
  });
}

/** The same of reviews with one comment each: no other one says where its lines may be. */
async function answersAlone(clone: Clone, commit: string, lines: readonly Followed[]): Promise<Now[]> {
  const world = worldOf(clone.root, await openRepository(clone.root));
  const found: Now[] = [];
  for (const { file, number, text } of lines)
    found.push(...(await whereaboutsOf([{ file, line: number, endLine: number, commit, quote: [text] }], world)));
  return found;
}

function count(
  tally: Tally,
  clone: Clone,
  from: string,
  to: string,
  lines: readonly Followed[],
  now: readonly Now[],
  kind: string,
): void {
  for (const [index, line] of lines.entries()) {
    const place = now[index];
    if (!place) continue;
    const before = linesOf(clone.show(from, line.file)) ?? [];
    const fate = fateOf(line, before, line.path === undefined ? undefined : linesOf(clone.show(to, line.path)));
    const there = place.file === null ? undefined : clone.show(to, place.file);
    const verdict = verdictOn(line, fate, place, before, there?.split(/\r?\n/) ?? [], () =>
      place.file === null || place.line === null ? undefined : clone.blame(from, to, place.file, place.line),
    );
    const counts = tally.get(fate) ?? new Map<Verdict, number>();
    tally.set(fate, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
    if (values.show?.includes(verdict) || values.show?.includes(`${kind} ${fate} ${verdict}`)) {
      console.log(
        `${kind} ${fate} ${verdict}: ${from.slice(0, 9)}..${to.slice(0, 9)} ${line.file}:${line.number} ${JSON.stringify(line.text)}\n` +
          `  history says ${line.path}:${line.line} ${JSON.stringify(line.now)}\n` +
          `  found ${place.state} ${place.file}:${place.line}`,
      );
    }
  }
}

function print(title: string, tally: Tally): void {
  console.log(`\n${title}`);
  console.log(['', ...verdicts, 'all'].map((each, index) => (index ? each.padStart(10) : each.padEnd(18))).join(''));
  for (const fate of fates) {
    const counts = tally.get(fate) ?? new Map<Verdict, number>();
    const whole = [...counts.values()].reduce((sum, each) => sum + each, 0);
    const cells = [...verdicts.map((verdict) => counts.get(verdict) ?? 0), whole];
    console.log(fate.padEnd(18) + cells.map((cell) => String(cell).padStart(10)).join(''));
  }
}
