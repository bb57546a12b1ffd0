import { conventionOf } from '../conventions.ts';
import { type Part, parts } from './cue.ts';
import { evidenceIn, type Place, read } from './evidence.ts';
import { isEnglish } from './language.ts';
import { judges, likelihood } from './model.ts';
import { sectionsOf, withoutHeadings } from './sections.ts';
import type { Reading } from './structure.ts';

/** Log odds below which words are no explanation worth showing. */
const leastWeight = 0.25;

/** What is said of one part of a comment. */
export interface Finding {
  readonly present: boolean;
  /** The words that made it so, the weightiest first; none where it is said by how the comment is built. */
  readonly because: readonly Place[];
}

/** What a review comment teaches and what it leaves out. */
export interface Advice extends Readonly<Record<Part, Finding>> {
  /** Its Conventional Comments label, `null` without one. */
  readonly label: string | null;
  /** Whether it is in a language that can be judged. */
  readonly understood: boolean;
  /** What is worth asking for, in the order why, pattern, risk: nothing of praise, of a question, of other languages. */
  readonly missing: readonly Part[];
}

/** Comments with these labels teach enough by being there. */
export const quietLabels: readonly string[] = ['praise', 'question'];

/**
 * Judges a review comment: whether it says why, shows a pattern and names the risk. The same text always gets the same
 * answer, here and now: nothing is asked of a network or a clock. A comment in another language than English is only
 * judged by the sections that it sets out; its other parts count as present, because nothing is known of them.
 *
 * @param text Markdown, in any state of being written; only the first 5000 characters are looked at.
 * @param quiet labels of which nothing is missing.
 */
export function coach(text: string, quiet: readonly string[] = quietLabels): Advice {
  const convention = conventionOf(text);
  const reading = read(convention ? text.slice(convention.subjectAt) : text);
  const shift = text.length - reading.text.length;
  const stated = sectionsOf(text);
  const english = isEnglish(reading.prose);
  const evidence = evidenceIn(reading);
  const find = (part: Part): Finding => {
    const given = stated[part];
    if (given !== undefined) return { present: given, because: [] };
    if (!english) return { present: true, because: [] };
    const judge = judges[part];
    const present = likelihood(judge, evidence) > judge.threshold;
    const weight = ({ name, strength }: (typeof evidence)[number]) =>
      (judge.weights[name] ?? 0) * strength * (present ? 1 : -1);
    const because = evidence
      .filter((each) => weight(each) >= leastWeight)
      .sort((one, other) => weight(other) - weight(one))
      .flatMap(({ places }) => places)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    return { present, because };
  };
  const findings = { why: find('why'), pattern: find('pattern'), risk: find('risk') };
  const label = convention?.label ?? null;
  const asks = label
    ? !quiet.includes(label)
    : !(quiet.includes('question') && isPlainQuestion(reading, findings)) &&
      !(quiet.includes('praise') && isPlainPraise(reading));
  const anythingSaid = /[\p{L}\p{N}]/u.test(withoutHeadings(text.slice(convention?.subjectAt ?? 0)));
  return {
    ...findings,
    label,
    understood: english,
    missing: asks && anythingSaid ? parts.filter((part) => !findings[part].present) : [],
  };
}

/** Whether a comment only wants to know something: a question that proposes something shows a pattern. */
function isPlainQuestion({ sentences }: Reading, { pattern }: Pick<Advice, 'pattern'>): boolean {
  return sentences.length > 0 && !pattern.present && sentences.every(({ kind }) => kind === 'question');
}

const praise =
  /^\W*(?:(?:very|really|so|oh|ah|yes|wow)\b[\s,]*)?(?:thanks?|thank you|thx|nice(?:ly)?|great|good (?:call|point|catch|idea|job|work)|well (?:done|put)|looks (?:good|great)|lgtm|love|cool|awesome|neat|perfect|excellent|agreed?|\+1|:\+1:|:tada:|👍|🎉)/iu;

/** Whether a comment only thanks, praises or agrees. */
function isPlainPraise({ prose, sentences }: Reading): boolean {
  return praise.test(prose) && sentences.every(({ kind }) => kind === 'statement');
}
