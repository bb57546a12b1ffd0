// Learns the coach's weights from labelled review comments and says how well it does on comments it has not seen.
//
//     npm run coach:train -- comments.jsonl...
//
// A line is a comment: { "text", "why": bool, "pattern": bool, "risk": bool }. The same comments in the same order
// give the same src/reviews/coach/weights.json, byte for byte.
import { readFileSync, writeFileSync } from 'node:fs';
import { parts } from '../../src/reviews/coach/cue.ts';
import { agreement } from './agreement.ts';
import { thresholdFor, unseenAnswers } from './crossValidation.ts';
import { examplesOf, type LabelledComment, learn } from './learning.ts';

const weightsFile = new URL('../../src/reviews/coach/weights.json', import.meta.url);
const seeds = [1, 2, 3, 4, 5];

const files = process.argv.slice(2);
if (!files.length) {
  console.error('Usage: npm run coach:train -- FILE.jsonl...');
  process.exit(2);
}
const comments = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as LabelledComment),
);
const examples = examplesOf(comments);
const learned = parts.map((part) => [part, learn(examples, part, thresholdFor(examples, part, seeds))] as const);
writeFileSync(weightsFile, `${JSON.stringify(Object.fromEntries(learned), null, 2)}\n`);

console.log(
  `${comments.length} comments; by ten-fold cross-validation, threshold and weights learned without the tenth:`,
);
for (const [part, { threshold }] of learned) {
  const said = comments.map((comment) => comment[part]);
  const results = seeds.map((seed) => agreement(said, unseenAnswers(examples, part, seed)));
  const mean = (of: (result: (typeof results)[number]) => number) =>
    (results.reduce((sum, result) => sum + of(result), 0) / results.length).toFixed(2);
  console.log(
    `${part.padEnd(8)} threshold ${threshold}  kappa ${mean(({ kappa }) => kappa)}  ` +
      `of what it calls missing, missing ${mean(({ missingRight }) => missingRight)}`,
  );
}
