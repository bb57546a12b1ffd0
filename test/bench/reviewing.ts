import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placesOf } from '../../src/editor/comments/places.ts';
import { changedBetween, compare as comparison } from '../../src/git/comparison.ts';
import { openRepository } from '../../src/git/repository.ts';
import { applyEdits } from '../../src/markdown/edit.ts';
import { editFile, writeNew } from '../../src/records/files.ts';
import { type Review, readReview } from '../../src/reviews/review.ts';
import { draftReview } from '../../src/reviews/reviewDraft.ts';
import { addComment } from '../../src/reviews/reviewEdits.ts';
import { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

const files = 100;
const comments = 300;
const lines = 300;
const path = 'docs/reviews/2026-11-20-large.md';

/** Opening a large review, with the places of all its comments, against git's diff of the same range. */
export async function openingReview(): Promise<Row> {
  return withReview(async (made, base) => {
    const repository = await openRepository(made.root);
    if (!repository) throw new Error(`${made.root} is no repository`);
    const ours = {
      run: async () => {
        const changing = comparison(repository, base, 'HEAD').then((sides) => changedBetween(repository, sides));
        const review = readReview(path, await readFile(join(made.root, path), 'utf8'));
        const [changed, placed] = await Promise.all([changing, placesOf(made.root, repository, review)]);
        const found = placed.filter(({ state }) => state !== 'orphaned').length;
        if (changed.length !== files || found !== comments)
          throw new Error(`${changed.length} files, ${found} comments`);
      },
    };
    const peer = { run: () => made.git('diff', '-M', base, 'HEAD') };
    const name = `review open: ${comments} comments on ${files} files, against git diff`;
    return timeRow(name, await compare(ours, peer, 11, 2), 15);
  });
}

/** Saving one comment into a large review, to the disk, against git's diff of the same range. */
export async function savingComment(): Promise<Row> {
  return withReview(async (made, base) => {
    const file = join(made.root, path);
    let turn = 0;
    const ours = {
      run: async () => {
        const before = await readFile(file, 'utf8');
        const anchor = anchorOn(turn++ % files, 7, base);
        const edits = addComment(readReview(path, before), anchor, 'note: one more\n\n**Why:** it is measured');
        const after = await editFile(file, before, edits);
        if (readReview(path, after).comments.length <= comments) throw new Error('The comment is not there');
      },
    };
    const peer = { run: () => made.git('diff', '-M', base, 'HEAD') };
    const name = `review save: 1 comment beside ${comments}, against git diff`;
    return timeRow(name, await compare(ours, peer, 11, 2), 10);
  });
}

async function withReview(measure: (made: GitRepository, base: string) => Promise<Row>): Promise<Row> {
  const names = Array.from({ length: files }, (_, file) => nameOf(file));
  const made = await GitRepository.make(names.map((name, file) => ({ path: name, text: sourceOf(file, 0) })));
  try {
    const base = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: made.root, encoding: 'utf8' }).trim();
    for (const [file, name] of names.entries()) await writeFile(join(made.root, name), sourceOf(file, 5));
    await made.git('commit', '--quiet', '--all', '--message', 'Go on');
    await writeNew(join(made.root, path), reviewOf(base).text);
    return await measure(made, base);
  } finally {
    await made.delete();
  }
}

function reviewOf(base: string): Review {
  const head = { date: '2026-11-20', reviewer: 'Ana Ruiz', base, head: 'main', commit: base, subject: 'large' };
  let review = readReview(path, draftReview(head));
  for (let each = 0; each < comments; each++) {
    const anchor = anchorOn(each % files, 20 + Math.floor(each / files) * 40, base);
    const edits = addComment(review, anchor, `suggestion: change ${each}\n\n**Why:** so\n\n**Risk:** otherwise`);
    review = readReview(path, applyEdits(review.text, edits));
  }
  return review;
}

function anchorOn(file: number, line: number, commit: string) {
  return { file: nameOf(file), line, endLine: line, commit, quote: [lineOf(file, line)] };
}

function nameOf(file: number): string {
  return `src/module${file}.ts`;
}

/** @param more lines that are inserted on top. */
function sourceOf(file: number, more: number): string {
  const added = Array.from({ length: more }, (_, line) => `// more ${file} ${line}`);
  return [...added, ...Array.from({ length: lines }, (_, line) => lineOf(file, line + 1)), ''].join('\n');
}

function lineOf(file: number, line: number): string {
  return `export const value${file}_${line} = weigh(${line});`;
}
