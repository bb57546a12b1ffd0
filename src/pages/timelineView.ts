import type { LogData, LogRecord } from '../decisions/logData.ts';
import { type Arc, layOut, type Mark, type Timeline } from '../decisions/timeline.ts';
import type { Descriptions } from './describe.ts';
import { emOf, html, svg } from './dom.ts';
import { shapeOf } from './shapes.ts';

const laneHeight = 1.75;
const lanesWanted = 12;
/** The farthest that an arc rises above its ends, in ems. */
const highestArc = 4.5;

/** Ems in which a month's name and its year fit. */
const roomForYear = 7;

/** What a view tells the page. */
export interface ViewEvents {
  select(record: LogRecord): void;
  open(record: LogRecord, beside: boolean): void;
}

/**
 * The timeline: shapes and labels in lanes by month, arcs between records that are linked. Only what is near the visible
 * part is in the document, so a thousand records cost no more than a hundred.
 */
export class TimelineView {
  readonly element: HTMLElement;
  readonly #months = html('div', { class: 'months', 'aria-hidden': true });
  readonly #drawing = svg('svg', { role: 'presentation' });
  readonly #events: ViewEvents;
  #descriptions: Descriptions;
  #timeline: Timeline | undefined;
  #selected = '';
  #headroom = 0;
  #drawn = { from: 0, to: -1 };
  #em = 13;

  constructor(descriptions: Descriptions, events: ViewEvents) {
    this.#descriptions = descriptions;
    this.#events = events;
    const { timeline, timelineHelp } = descriptions.words;
    this.element = html(
      'div',
      { class: 'timeline', role: 'listbox', tabindex: 0, 'aria-label': timeline, 'aria-description': timelineHelp },
      this.#months,
      this.#drawing,
    );
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#move(event));
    this.#drawing.addEventListener('click', (event) => this.#pointed(event, (mark) => events.select(mark.record)));
    this.#drawing.addEventListener('dblclick', (event) => {
      this.#pointed(event, (mark) => events.open(mark.record, event.ctrlKey || event.metaKey));
    });
  }

  /** Shows these records. @param end whether to begin at the newest. */
  show(data: LogData, descriptions: Descriptions, selected: string, end: boolean): void {
    this.#descriptions = descriptions;
    this.#selected = selected;
    this.#em = emOf(this.element);
    const room = this.element.clientWidth / this.#em - 1;
    const timeline = layOut(data, { room, lanes: lanesWanted });
    this.#timeline = timeline;
    this.#headroom = Math.max(
      0.6,
      ...timeline.arcs.map((arc) => rise(arc) * 0.75 - Math.min(arc.from.lane, arc.to.lane) * laneHeight),
    );
    this.#drawing.setAttribute('width', String(timeline.width * this.#em));
    this.#drawing.setAttribute('height', String((this.#headroom + timeline.lanes * laneHeight + 0.6) * this.#em));
    this.#drawn = { from: 0, to: -1 };
    if (end) this.element.scrollLeft = this.element.scrollWidth;
    this.#draw();
  }

  /** Marks a record as selected, and brings it into view. */
  select(key: string): void {
    this.#selected = key;
    const mark = this.#timeline?.marks.find(({ record }) => record.key === key);
    if (mark) this.#bringIntoView(mark);
    this.#drawn = { from: 0, to: -1 };
    this.#draw();
  }

  #bringIntoView({ x, end, lane }: Mark): void {
    const { element } = this;
    const [left, right] = [x * this.#em, end * this.#em];
    if (left < element.scrollLeft + this.#em) element.scrollLeft = left - element.clientWidth / 4;
    else if (right > element.scrollLeft + element.clientWidth)
      element.scrollLeft = right - (element.clientWidth * 3) / 4;
    const top = this.#y(lane) * this.#em;
    const bottom = element.clientHeight - 3 * this.#em;
    if (top - 2 * this.#em < element.scrollTop) element.scrollTop = top - 3 * this.#em;
    else if (top > element.scrollTop + bottom) element.scrollTop = top - bottom;
  }

  #y(lane: number): number {
    return this.#headroom + (lane + 0.5) * laneHeight;
  }

  #draw(): void {
    const timeline = this.#timeline;
    if (!timeline) return;
    const width = this.element.clientWidth / this.#em;
    const left = this.element.scrollLeft / this.#em;
    if (left >= this.#drawn.from && left + width <= this.#drawn.to) return;
    const from = left - width;
    const to = left + 2 * width;
    this.#drawn = {
      from: from <= 0 ? Number.NEGATIVE_INFINITY : from,
      to: to >= timeline.width ? Number.POSITIVE_INFINITY : to,
    };
    const within = (start: number, end: number) => end >= from && start <= to;
    const arcs = timeline.arcs.filter(({ from: a, to: b }) => within(Math.min(a.x, b.x), Math.max(a.x, b.x)));
    const strong = (arc: Arc) => arc.link.from === this.#selected || arc.link.to === this.#selected;
    this.#drawMonths(timeline, within);
    const marks: SVGGElement[] = [];
    for (const [index, mark] of timeline.marks.entries())
      if (within(mark.x, mark.end)) marks.push(this.#mark(mark, index));
    this.#drawing.replaceChildren(
      ...timeline.columns.filter(({ x, width }) => within(x, x + width)).map(({ x, kind }) => this.#line(x, kind)),
      ...arcs.filter((arc) => !strong(arc)).map((arc) => this.#arc(arc, '')),
      ...marks,
      ...arcs.filter(strong).map((arc) => this.#arc(arc, ' strong')),
    );
    const active = this.#drawing.querySelector('[aria-selected=true]');
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  #drawMonths({ columns, width }: Timeline, within: (start: number, end: number) => boolean): void {
    this.#months.style.width = `${width * this.#em}px`;
    const labels: HTMLElement[] = [];
    for (const [index, { kind, month, x, width }] of columns.entries()) {
      if (!within(x, x + width)) continue;
      const year = columns[index - 1]?.month.slice(0, 4) !== month.slice(0, 4);
      const text = {
        month: () => this.#descriptions.month(month, year || width > roomForYear),
        gap: () => '⋯',
        undated: () => this.#descriptions.words.noDate,
      };
      const label = html('span', { class: year ? 'year' : '' }, html('b', {}, text[kind]()));
      label.style.left = `${x * this.#em}px`;
      label.style.width = `${width * this.#em}px`;
      labels.push(label);
    }
    this.#months.replaceChildren(...labels);
  }

  #line(x: number, kind: string): SVGElement {
    return svg('line', { class: `month ${kind}`, x1: x * this.#em, x2: x * this.#em, y1: 0, y2: '100%' });
  }

  #mark({ record, label, x, end, lane }: Mark, index: number): SVGGElement {
    const selected = record.key === this.#selected;
    const em = this.#em;
    const shape = shapeOf(record.status);
    shape.setAttribute('transform', `scale(${em / 14})`);
    return svg(
      'g',
      {
        id: `mark-${index}`,
        class: `mark ${record.status}${selected ? ' selected' : ''}`,
        role: 'option',
        transform: `translate(${x * em} ${this.#y(lane) * em})`,
        'data-index': index,
        'aria-label': this.#descriptions.spoken(record),
        'aria-selected': selected,
        'aria-setsize': this.#timeline?.marks.length,
        'aria-posinset': index + 1,
      },
      svg('title', {}, this.#descriptions.spoken(record)),
      svg('rect', { x: -0.75 * em, y: -0.8 * em, width: (end - x - 0.2) * em, height: 1.6 * em, rx: 3 }),
      shape,
      svg('text', { x: 0.75 * em, y: 0.34 * em }, label),
    );
  }

  #arc(arc: Arc, extra: string): SVGElement {
    const { from, to, link } = arc;
    const em = this.#em;
    const [x1, y1, x2, y2] = [from.x * em, (this.#y(from.lane) - 0.45) * em, to.x * em, (this.#y(to.lane) - 0.55) * em];
    const height = rise(arc) * em;
    const tip = 0.32 * em;
    return svg(
      'g',
      { class: `arc ${link.kind}${extra}`, 'aria-hidden': true },
      svg('path', { d: `M${x1} ${y1}C${x1} ${y1 - height} ${x2} ${y2 - height} ${x2} ${y2}` }),
      svg('path', { class: 'tip', d: `M${x2 - tip} ${y2 - tip * 1.6}L${x2} ${y2}L${x2 + tip} ${y2 - tip * 1.6}` }),
    );
  }

  #pointed(event: Event, act: (mark: Mark) => void): void {
    const group = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const mark = this.#timeline?.marks[Number(group?.getAttribute('data-index') ?? -1)];
    if (mark) act(mark);
  }

  #move(event: KeyboardEvent): void {
    const marks = this.#timeline?.marks ?? [];
    const at = marks.findIndex(({ record }) => record.key === this.#selected);
    const current = marks[at];
    if (event.key === 'Enter' && current) this.#events.open(current.record, event.ctrlKey || event.metaKey);
    const next = current ? this.#next(event.key, marks, at, current) : firstOf(event.key, marks);
    if (!keyMoves.has(event.key) && event.key !== 'Enter') return;
    event.preventDefault();
    if (next) this.#events.select(next.record);
  }

  #next(key: string, marks: readonly Mark[], at: number, current: Mark): Mark | undefined {
    switch (key) {
      case 'ArrowLeft':
        return marks[at - 1];
      case 'ArrowRight':
        return marks[at + 1];
      case 'Home':
        return marks[0];
      case 'End':
        return marks.at(-1);
      case 'ArrowUp':
      case 'ArrowDown':
        return nearest(marks, current, key === 'ArrowUp' ? -1 : 1);
      default:
        return undefined;
    }
  }
}

const keyMoves = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Where a key begins while nothing is selected: at the newest. */
function firstOf(key: string, marks: readonly Mark[]): Mark | undefined {
  return key === 'Home' ? marks[0] : keyMoves.has(key) ? marks.at(-1) : undefined;
}

/** The mark of the next lane in a direction that begins nearest. */
function nearest(marks: readonly Mark[], { x, lane }: Mark, direction: 1 | -1): Mark | undefined {
  let best: Mark | undefined;
  for (const mark of marks) {
    if (mark.lane === lane + direction && (!best || Math.abs(mark.x - x) < Math.abs(best.x - x))) best = mark;
  }
  return best;
}

/** How far an arc's handles are above its ends: the longer the way, the higher. */
function rise({ from, to }: Arc): number {
  return Math.min(highestArc, 1.6 + Math.abs(from.x - to.x) * 0.06);
}
