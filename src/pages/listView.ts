import type { LogRecord } from '../decisions/logData.ts';
import type { Descriptions } from './describe.ts';
import { emOf, html } from './dom.ts';
import type { Host } from './host.ts';
import { pictureOf } from './shapes.ts';
import type { ViewEvents } from './timelineView.ts';

const rowHeight = 2;
/** Rows beyond the visible ones that are there already. */
const spare = 12;

/** The list, newest first. Only the rows near the visible ones are in the document. */
export class ListView {
  readonly element: HTMLElement;
  readonly #rows = html('div', { class: 'rows', role: 'presentation' });
  readonly #events: ViewEvents;
  readonly #host: Host;
  #descriptions: Descriptions;
  #records: readonly LogRecord[] = [];
  #selected = '';
  #em = 13;

  constructor(descriptions: Descriptions, host: Host, events: ViewEvents) {
    this.#descriptions = descriptions;
    this.#host = host;
    this.#events = events;
    this.element = html(
      'div',
      { class: 'list', role: 'listbox', tabindex: 0, 'aria-label': descriptions.words.list },
      this.#rows,
    );
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#move(event));
    this.#rows.addEventListener('click', (event) => {
      const record = this.#at(event);
      if (record) events.select(record);
    });
    this.#rows.addEventListener('dblclick', (event) => {
      const record = this.#at(event);
      if (record) events.open(record, event.ctrlKey || event.metaKey);
    });
  }

  /** Shows these records, in this order. */
  show(records: readonly LogRecord[], descriptions: Descriptions, selected: string): void {
    this.#descriptions = descriptions;
    this.#records = records;
    this.#selected = selected;
    this.#em = emOf(this.element);
    this.#rows.style.height = `${records.length * rowHeight * this.#em}px`;
    this.#draw();
  }

  /** Marks a record as selected, and brings it into view. */
  select(key: string): void {
    this.#selected = key;
    const index = this.#records.findIndex((record) => record.key === key);
    if (index >= 0) {
      const height = rowHeight * this.#em;
      const top = index * height;
      const { scrollTop, clientHeight } = this.element;
      if (top < scrollTop) this.element.scrollTop = top;
      else if (top + height > scrollTop + clientHeight) this.element.scrollTop = top + height - clientHeight;
    }
    this.#draw();
  }

  #draw(): void {
    const height = rowHeight * this.#em;
    const first = Math.max(0, Math.floor(this.element.scrollTop / height) - spare);
    const last = Math.ceil((this.element.scrollTop + this.element.clientHeight) / height) + spare;
    this.#rows.replaceChildren(
      ...this.#records.slice(first, last).map((record, index) => this.#row(record, first + index)),
    );
    const active = this.#rows.querySelector('[aria-selected=true]');
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  #row(record: LogRecord, index: number): HTMLElement {
    const { words } = this.#descriptions;
    const title = html('bdi', {}, record.title);
    const address = this.#host.address(record.key);
    const row = html(
      'div',
      {
        id: `row-${index}`,
        class: `row${record.key === this.#selected ? ' selected' : ''}`,
        role: 'option',
        'data-index': index,
        'aria-label': this.#descriptions.spoken(record),
        'aria-selected': record.key === this.#selected,
        'aria-setsize': this.#records.length,
        'aria-posinset': index + 1,
      },
      pictureOf(record.status),
      html('span', { class: 'number' }, record.number === null ? '' : String(record.number)),
      html(
        'span',
        { class: 'title', title: record.title },
        address ? html('a', { href: address, tabindex: -1 }, title) : title,
      ),
      html('span', { class: 'people' }, record.people.join(', ')),
      html('span', { class: 'status' }, words[record.status]),
      html('span', { class: 'date' }, this.#descriptions.date(record)),
    );
    row.style.top = `${index * rowHeight}em`;
    return row;
  }

  #at(event: Event): LogRecord | undefined {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    return this.#records[Number(row?.getAttribute('data-index') ?? -1)];
  }

  #move(event: KeyboardEvent): void {
    const at = this.#records.findIndex(({ key }) => key === this.#selected);
    const current = this.#records[at];
    const page = Math.max(1, Math.floor(this.element.clientHeight / (rowHeight * this.#em)) - 1);
    const last = this.#records.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.key === 'Enter' && current) this.#events.open(current, event.ctrlKey || event.metaKey);
    else if (target === undefined) return;
    event.preventDefault();
    const next = target === undefined ? undefined : this.#records[target];
    if (next) this.#events.select(next);
  }
}
