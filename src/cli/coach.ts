import { HumanError, textOf } from '../humanError.ts';
import { type Advice, coach as advise } from '../reviews/coach/coach.ts';
import { type Part, parts } from '../reviews/coach/cue.ts';
import type { Place } from '../reviews/coach/evidence.ts';
import { questions } from '../reviews/coach/questions.ts';
import type { Command } from './command.ts';

/** `lead-habits coach`: what review comments on standard input say of why, pattern and risk, and what they leave out. */
export const coach: Command = {
  words: ['coach'],
  usage: 'coach [--jsonl] [--json] < COMMENT',
  summary: 'Say whether a review comment gives a reason, shows a pattern and names the risk',
  options: { jsonl: { type: 'boolean' }, json: { type: 'boolean' } },
  arguments: { least: 0, most: 0 },
  async run(_, { jsonl, json }, { readInput }) {
    const input = (await readInput()).replace(/^\uFEFF/, '');
    if (!input.trim()) {
      throw new HumanError('There is no comment on standard input. Pipe one in: lead-habits coach < comment.md');
    }
    const comments = jsonl ? commentsOf(input) : [{ text: input }];
    const answers = comments.map((comment) => ({ comment, advice: advise(comment.text) }));
    const lines = answers.map(({ comment, advice }) =>
      json
        ? JSON.stringify({ ...('id' in comment && { id: comment.id }), ...toJson(advice) }, null, jsonl ? 0 : 1)
        : inWords(comment, advice),
    );
    return { output: lines.join('\n'), status: 0 };
  },
};

/** A line of `--jsonl`; its `id` is given back as it is. */
interface Comment {
  readonly id?: unknown;
  readonly text: string;
}

/** @throws HumanError for a line that holds no comment, with its number; then none is judged. */
function commentsOf(input: string): Comment[] {
  return input.split(/\r?\n/).flatMap((line, index) => {
    if (!line.trim()) return [];
    const value = parsed(line);
    if (typeof (value as Comment | undefined)?.text !== 'string') {
      throw new HumanError('Line {0} is no comment. With --jsonl each line is an object such as {1}.', [
        String(index + 1),
        '{ "id": 1, "text": "..." }',
      ]);
    }
    return [value as Comment];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function toJson(advice: Advice) {
  const { why, pattern, risk, label, missing } = advice;
  return {
    why: why.present,
    pattern: pattern.present,
    risk: risk.present,
    label,
    ask: missing.map((part) => textOf(questions[part])),
  };
}

const absence = { why: 'no reason given', pattern: 'no pattern shown', risk: 'no risk named' } as const;

function inWords({ id, text }: Comment, advice: Advice): string {
  const said = parts
    .filter((part) => advice.understood && advice[part].present)
    .map((part) => `${part}: ${quoted(text, advice, part) || 'given'}`);
  const asked = advice.missing.map((part) => `${absence[part]}: ${textOf(questions[part])}`);
  const lines = [...said, ...asked];
  const all = lines.length ? lines : [advice.understood ? 'nothing to add' : 'nothing to add: only English is judged'];
  return id === undefined ? all.join('\n') : all.map((line) => `${String(id)}  ${line}`).join('\n');
}

/** Words that say something on their own: a long one, or two. */
const telling = /\p{L}{5}|\p{L}\S*\s+\S*\p{L}/u;

/** The weightiest words, at most three, in the order of the text; none within others. */
function quoted(text: string, advice: Advice, part: Part): string {
  const shown: Place[] = [];
  for (const place of advice[part].because) {
    const apart = shown.every(({ start, end }) => place.end <= start || place.start >= end);
    if (shown.length < 3 && apart && telling.test(text.slice(place.start, place.end))) shown.push(place);
  }
  return shown
    .sort((one, other) => one.start - other.start)
    .map(({ start, end }) => `"${text.slice(start, end).replace(/\s+/g, ' ').trim()}"`)
    .join(', ');
}
