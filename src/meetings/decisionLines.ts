import { plainText } from '../markdown/blocks.ts';
import type { Passage } from './passages.ts';
import { marked } from './recognisers/marked.ts';
import { isNothing, sentencesOf } from './recognisers/sentences.ts';
import { alternatives, decidedWords, decisionMarks, decisionWords, quickLook } from './words.ts';

/** A decision that minutes state. */
export interface DecisionLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const mark = new RegExp(
  `(?:^|[.;]\\s+|\\*\\*|-\\s+)(?:\\*\\*|__)?(?:(?:\\p{Lu}{2,6}|group|team|committee|board)\\s+|\\p{Lu}[\\p{L}]{0,20}:\\s+)?(?:${decisionMarks})(?:\\*\\*|__)?\\s*[:：]\\s*(?:\\*\\*|__)?\\s*(?<text>\\S.*)?$`,
  'iu',
);
const stated = new RegExp(
  `^(?:(?:the\\s+)?(?:committee|group|team|council|board|members|we|all|everyone|[A-Z]{2,6})\\s+(?:\\p{L}+ly\\s+)?(?:has\\s+|have\\s+)?(?:${alternatives([...decidedWords, 'chose', 'voted to', 'acknowledged'])})\\b|(?:${alternatives(decidedWords)})(?=[\\s.:,(-])|(?:the\\s+)?consensus\\s+(?:is|was)\\b|minutes approved|no objections?\\b|it was (?:decided|agreed|confirmed|resolved)\\b)`,
  'iu',
);
/** Every statement of a decision has one of these. */
const mayDecide = quickLook([
  ...decisionWords,
  'chose',
  'vote',
  'acknowledged',
  'objection',
  'consensus',
  'agreed',
  'confirmed',
  'resolved',
  'approved',
  'adopted',
  'accepted',
  'rejected',
  'declined',
  'passed',
  'carried',
  'einstimmig',
  'beschließt',
  'decide',
  'decidió',
  'decidido',
  'décidé',
  'acuerda',
  'acordó',
  'acordado',
  'accept for next',
  'unanimously',
  'ok to',
]);
const kindOfRow = new RegExp(`^(?:${decisionMarks})$`, 'iu');
const within =
  /\b(?:group|committee|team|council|board|we|osc|cpc)\s+(?:\p{L}+ly\s+)?(?:decided|agreed|voted|approved|chose)\b|\b(?:group|committee|team|council|board|we)\s+(?:have|has)\s+(?:decided|agreed)\b|\bmotion\b.{1,160}\b(?:was|were)\b.{0,60}\b(?:passed|carried|approved|adopted)\b|\bok to (?:approve|close|land|merge)\b|\bno objections\b|\s[-–—]\s+(?:approved|accepted|rejected|declined)\b|\[consensus\b|\bunanimously\s+(?:approved|accepted|adopted|agreed)\b|\bminutes approved\b|\bvote pass(?:es|ed)\b|\beinstimmig\b|\b(?:vorstand|versammlung|mitgliederversammlung|team|gruppe)\s+beschließt\b|\b(?:se\s+(?:decide|decidió|acuerda|acordó)|hemos\s+(?:decidido|acordado)|foi\s+decidido|il\s+est\s+décidé|nous\s+avons\s+décidé)\b|\baccept for next\b/iu;

/** "No objections": it says that there is nothing, and decides. */
const objectless = /^no objections?\b/i;
/** "Seconded, approved.", "Project approved at sandbox level": what became of a motion, in a few words. */
const outcome =
  /^(?!.*\b(?:will|be|not|when|if|once|until|after|before|needs?|should|to)\b).{2,60}\b(?:approved|adopted|seconded; passed|seconded, passed|passed unanimously)(?:\s+(?:at|by|as|with|for|unanimously)\b.{0,40})?[.;]?$/iu;

/** The decisions of minutes: below a heading of decisions, marked, or stated as one. */
export function decisionsOf(passages: readonly Passage[]): DecisionLine[] {
  const found: DecisionLine[] = [];
  const listed = passages.some(({ role }) => role === 'decisions');
  let last: number | undefined;
  for (const passage of passages) {
    const { role, lines, line, kind, beside } = passage;
    if (role === 'people' || (role !== 'decisions' && !lines.some((each) => mayDecide.test(each)))) continue;
    const whole = plainText(lines.join(' ')).trim();
    const plainLine = (own: string) => (lines.length > 1 ? plainText(own) : whole);
    // A summary's first sentence says again what it lists below.
    if (listed && /^to confirm:/i.test(whole)) continue;
    // A column of kinds says which rows are decisions.
    if (kind === 'cell' && kindOfRow.test(whole)) {
      const text = beside
        .map((each) => plainText(each.text).trim())
        .reduce((a, b) => (b.length > a.length ? b : a), '');
      found.push({ line, text });
      continue;
    }
    if (isNothing(whole) && !objectless.test(whole)) continue;
    if (role === 'decisions' && kind === 'cell') {
      // A row is one decision: its longest cell says which.
      if (last !== line) found.push({ line, text: '' });
      last = line;
      const row = found[found.length - 1];
      if (row && whole.length > row.text.length) found[found.length - 1] = { line, text: whole };
      continue;
    }
    if (role === 'decisions') {
      // "ACTION: Ana to ..." among the decisions is none.
      if (marked.recognise(passage)?.length) continue;
      found.push({ line, text: whole.replace(/^[^:.]{2,60}:\s+(?=\p{Lu})/u, '') });
      continue;
    }
    lines.forEach((own, index) => {
      if (!mayDecide.test(own)) return;
      const label = mark.exec(own);
      // `**Decision**:` may stand on a line of its own, above what was decided.
      const text = label?.groups?.text ?? (label && lines[index + 1]);
      if (text) {
        found.push({ line: line + index + (label?.groups?.text ? 0 : 1), text: plainText(text).trim() });
        return;
      }
      const sentence = sentencesOf(plainLine(own)).find(
        (each) => stated.test(each) || within.test(each) || outcome.test(each),
      );
      if (sentence) found.push({ line: line + index, text: sentence });
    });
  }
  return found;
}
