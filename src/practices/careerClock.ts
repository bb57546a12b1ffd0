import { isDay } from '../actions/days.ts';
import { monthsAfter } from '../decisions/checks/day.ts';
import { MarkdownDocument } from '../markdown/document.ts';

/** How many talks there are at most, over several months. */
export const mostTalks = 3;
/** After as many months "acting" is a flag. */
const tooLong = 6;

/** Where the pay talk is. */
export interface PayTalk {
  /** Talks that have a day. */
  readonly talks: number;
  /** YYYY-MM-DD; undefined while none is set. */
  readonly deadline: string | undefined;
}

/** What the sheet of the pay talk says: the days of its list of talks, and the first day below its deadline. */
export function readPayTalk(text: string): PayTalk {
  const days = (title: RegExp) => {
    const document = new MarkdownDocument(text);
    const section = document.sections.find((each) => title.test(each.title));
    return section ? document.blocksOf(section, true).map((block) => firstDay(block.text)) : [];
  };
  return {
    talks: days(/^talks$/i).filter((day) => day !== undefined).length,
    deadline: days(/^deadline$/i).find((day) => day !== undefined),
  };
}

/**
 * Since when somebody is "acting", where that has been too long.
 *
 * @param looks the sheets of red flags, the oldest first: the last one that answers counts. A sheet whose date is still to be
 *   filled in answers nothing, and one without the line says that it is over.
 */
export function actingTooLong(looks: readonly string[], today: string): string | undefined {
  const answers = looks.map(actingSince).filter((each) => each !== 'open');
  const since = answers.at(-1);
  return since && monthsAfter(since, tooLong) < today ? since : undefined;
}

/** The day that a sheet states; `open` while its place to fill is there. */
function actingSince(text: string): string | undefined {
  const line = text.split(/\r\n?|\n/).find((each) => /\bacting\b/i.test(each) && /\bsince\b/i.test(each));
  const after = line?.slice(line.search(/\bsince\b/i)) ?? '';
  return firstDay(after) ?? (after.includes('{') ? 'open' : undefined);
}

function firstDay(text: string): string | undefined {
  return text.match(/\b\d{4}-\d\d-\d\d\b/g)?.find(isDay);
}
