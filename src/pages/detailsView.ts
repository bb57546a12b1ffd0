import type { LogRecord } from '../decisions/logData.ts';
import type { Descriptions } from './describe.ts';
import { html } from './dom.ts';
import type { Host } from './host.ts';
import { pictureOf } from './shapes.ts';
import type { ViewEvents } from './timelineView.ts';

/** The selected record in full: everything that a label cuts off, and its links to follow. */
export class DetailsView {
  readonly element: HTMLElement;
  readonly #host: Host;
  readonly #events: ViewEvents;

  constructor(label: string, host: Host, events: ViewEvents) {
    this.#host = host;
    this.#events = events;
    this.element = html('section', { class: 'details', 'aria-label': label });
  }

  show(record: LogRecord | undefined, descriptions: Descriptions): void {
    this.element.hidden = !record;
    if (!record) {
      this.element.replaceChildren();
      return;
    }
    const { words } = descriptions;
    const { status, statusText } = record;
    const said = statusText && statusText.toLowerCase() !== status ? `${words[status]} (${statusText})` : words[status];
    const facts = [said, descriptions.date(record), ...record.people, ...record.tags.map((tag) => `#${tag}`)];
    this.element.replaceChildren(
      html('h2', {}, pictureOf(status), this.#title(record, descriptions)),
      html('p', { class: 'facts' }, ...facts.flatMap((fact, index) => [index ? ' · ' : '', html('bdi', {}, fact)])),
      ...this.#links(record, descriptions),
    );
  }

  #title(record: LogRecord, descriptions: Descriptions): HTMLElement {
    const name = html('bdi', {}, descriptions.name(record));
    const address = this.#host.address(record.key);
    if (address) return html('a', { href: address }, name);
    const button = html('button', { type: 'button', class: 'link', title: descriptions.words.open }, name);
    button.addEventListener('click', (event) => this.#events.open(record, event.ctrlKey || event.metaKey));
    return button;
  }

  #links(record: LogRecord, descriptions: Descriptions): HTMLElement[] {
    return descriptions.relationsOf(record).map(({ word, other }) => {
      const button = html('button', { type: 'button', class: 'link' }, html('bdi', {}, descriptions.name(other)));
      button.addEventListener('click', () => this.#events.select(other));
      return html('p', { class: 'relation' }, `${word} `, pictureOf(other.status), button);
    });
  }
}
