import { escaped } from '../decisions/site/markup.ts';
import { type PhaseState, type PlanState, planDays } from './planState.ts';

/** What the picture says in words, translated by whoever shows it. */
export interface PlanWords {
  readonly title: string;
  /** Where the plan is: "Day 37 of 90". */
  readonly now: string;
  readonly today: string;
  /** What the marks mean. */
  readonly marks: string;
  readonly date: (day: string) => string;
  readonly practice: (id: string) => string;
  readonly count: (have: number, wanted: number) => string;
}

/** Units of the drawing: ten a day, and room at the ends for words that are centred there. */
const unit = 10;
const margin = 40;
const width = planDays * unit + 2 * margin;
const line = 96;

/** The plan as HTML: ninety days on one line, and below what there is in each phase. There is no script in it. */
export function planPicture(state: PlanState, words: PlanWords): string {
  return `<main class="plan">
<h1>${escaped(words.title)}</h1>
<p class="now">${escaped(words.now)}</p>
${drawing(state, words)}
<p class="legend">${legend(words.marks)}</p>
<div class="phases">
${state.phases.map((phase) => phaseList(phase, phase === state.now, words)).join('\n')}
</div>
</main>`;
}

/** Where a day's middle is. */
function at(day: number): number {
  return margin + (Math.min(Math.max(day, 0.5), planDays + 0.5) - 0.5) * unit;
}

function drawing(state: PlanState, words: PlanWords): string {
  const { day, marks } = state;
  const phases = state.phases.filter(({ to }) => to <= planDays);
  const bands = phases.map((phase, index) => {
    const [x, end] = [at(phase.from) - unit / 2, at(phase.to) + unit / 2];
    const middle = (x + end) / 2;
    return `<rect class="band ${index % 2 ? 'odd' : 'even'}" x="${x}" y="${line - 56}" width="${end - x}" height="80"/>
<text class="phase" x="${middle}" y="${line - 62}">${escaped(phase.title)}</text>
<text class="date" x="${x}" y="${line + 44}" text-anchor="${index ? 'middle' : 'start'}">${escaped(words.date(phase.starts))}</text>`;
  });
  const last = phases.at(-1);
  const end = last
    ? `<text class="date" x="${at(last.to) + unit / 2}" y="${line + 44}" text-anchor="end">${escaped(words.date(last.ends))}</text>`
    : '';
  const past = day > 0 ? `<line class="past" x1="${at(0.5)}" y1="${line}" x2="${at(day)}" y2="${line}"/>` : '';
  const now =
    day > 0 && day <= planDays
      ? `<line class="today" x1="${at(day)}" y1="${line - 50}" x2="${at(day)}" y2="${line + 18}"/>
<text class="today-word" x="${at(day)}" y="${line + 62}">${escaped(words.today)}</text>`
      : '';
  return `<svg viewBox="0 0 ${width} ${line + 76}" role="img" aria-label="${escaped(words.now)}">
${bands.join('\n')}
${end}
<line class="days" x1="${at(0.5)}" y1="${line}" x2="${at(planDays) + unit / 2}" y2="${line}"/>
${past}
${markShapes(marks, words)}
${now}
</svg>`;
}

/** A diamond for each document, those of one day above each other; more than four are as high as four. */
function markShapes(marks: PlanState['marks'], words: PlanWords): string {
  const heights = new Map<number, number>();
  return marks
    .filter(({ day }) => day > 0 && day <= planDays)
    .map(({ day, practice }) => {
      const height = heights.get(day) ?? 0;
      heights.set(day, height + 1);
      const [x, y] = [at(day), line - 11 * Math.min(height, 3)];
      return `<path class="mark" d="M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}z"><title>${escaped(words.practice(practice))}</title></path>`;
    })
    .join('\n');
}

function legend(marks: string): string {
  return `<svg viewBox="-7 -7 14 14" class="picture" aria-hidden="true"><path class="mark" d="M0-5L5 0L0 5L-5 0z"/></svg> ${escaped(marks)}`;
}

function phaseList({ title, starts, ends, items }: PhaseState, open: boolean, words: PlanWords): string {
  const dates = starts === ends ? words.date(starts) : `${words.date(starts)} – ${words.date(ends)}`;
  const rows = items.map(({ item, done, have }) => {
    const count =
      item.practice && item.wanted > 1
        ? ` <span class="count">${escaped(words.count(Math.min(have, item.wanted), item.wanted))}</span>`
        : '';
    const by = item.by && !done ? ` <span class="count">${escaped(words.date(item.by))}</span>` : '';
    return `<li class="${done ? 'done' : 'open'}"><span aria-hidden="true">${done ? '☑' : '☐'}</span> ${escaped(item.text)}${count}${by}</li>`;
  });
  return `<section${open ? ' class="present"' : ''}><h2>${escaped(title)}</h2><p class="date">${escaped(dates)}</p><ul>${rows.join('')}</ul></section>`;
}
