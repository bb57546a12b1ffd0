import type { LogData, LogRecord } from '../decisions/logData.ts';
import type { LogWords } from '../decisions/logWords.ts';
import { Descriptions } from './describe.ts';
import { DetailsView } from './detailsView.ts';
import { FiltersView } from './filtersView.ts';
import { type Host, nothingChosen, type State } from './host.ts';
import { ListView } from './listView.ts';
import { Selection } from './selection.ts';
import { TimelineView, type ViewEvents } from './timelineView.ts';

/** The decision log as a page: search and filters, the timeline, the selected record, the list. */
export class LogPage {
  readonly #host: Host;
  readonly #words: LogWords;
  readonly #filters: FiltersView;
  readonly #timeline: TimelineView;
  readonly #details: DetailsView;
  readonly #list: ListView;
  #state: State;
  #data: LogData = { records: [], links: [] };
  #shown: readonly LogRecord[] = [];
  #descriptions: Descriptions;
  #selection = new Selection([]);
  #asked = false;
  #begun = false;

  constructor(root: HTMLElement, host: Host, words: LogWords) {
    this.#host = host;
    this.#words = words;
    this.#state = { ...nothingChosen, ...host.restore() };
    this.#descriptions = new Descriptions(this.#data, words);
    const events: ViewEvents = {
      select: (record) => this.select(record.key),
      open: (record, beside) => host.open(record.key, beside),
    };
    this.#filters = new FiltersView(words, (part) => this.#choose(part));
    this.#timeline = new TimelineView(this.#descriptions, events);
    this.#details = new DetailsView(words.selected, host, events);
    this.#list = new ListView(this.#descriptions, host, events);
    root.replaceChildren(this.#filters.element, this.#timeline.element, this.#details.element, this.#list.element);
    this.#filters.search.addEventListener('focus', () => this.#wantIndex());
    this.#filters.search.addEventListener('keydown', (event) => this.#leaveSearch(event));
    document.addEventListener('keydown', (event) => this.#fromAnywhere(event));
    new ResizeObserver(() => this.#draw(false)).observe(this.#timeline.element);
  }

  /** Shows these records instead of those before; what is chosen stays. */
  show(data: LogData): void {
    this.#data = data;
    this.#descriptions = new Descriptions(data, this.#words);
    this.#selection = new Selection(data.records);
    this.#asked = false;
    if (this.#state.query) this.#wantIndex();
    this.#filters.offer(data.records, this.#state);
    this.#update();
    const { selected } = this.#state;
    if (!this.#begun && this.#shown.some(({ key }) => key === selected)) this.select(selected);
    this.#begun = true;
  }

  /** Selects a record everywhere, bringing it into view; one that filters hide is shown by clearing them. */
  select(key: string): void {
    const record = this.#data.records.find((each) => each.key === key);
    if (!record) return;
    this.#remember({ selected: key });
    if (!this.#shown.includes(record)) this.#choose({ ...nothingChosen, selected: key });
    this.#timeline.select(key);
    this.#list.select(key);
    this.#details.show(record, this.#descriptions);
  }

  #choose(part: Partial<State>): void {
    const start = performance.now();
    this.#remember(part);
    // The search may have had the focus since before the records changed.
    if (part.query) void this.#wantIndex();
    const typed = Object.keys(part).join() === 'query';
    if (!typed) this.#filters.offer(this.#data.records, this.#state);
    this.#update();
    if (typed) performance.measure('log.search', { start, end: performance.now() });
  }

  #update(): void {
    this.#shown = this.#selection.of(this.#data.records, this.#state);
    this.#filters.tell(this.#shown.length, this.#data.records.length, this.#state);
    this.#draw(true);
    const selected = this.#shown.find(({ key }) => key === this.#state.selected);
    this.#details.show(selected, this.#descriptions);
  }

  #draw(end: boolean): void {
    const { selected } = this.#state;
    const data = { records: this.#shown, links: this.#data.links };
    this.#timeline.element.hidden = !this.#shown.length;
    this.#timeline.show(data, this.#descriptions, selected, end);
    this.#list.show([...this.#shown].reverse(), this.#descriptions, selected);
  }

  #remember(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    this.#host.save(this.#state);
  }

  /** Bodies are searched from the moment that their index is here; until then what the picture knows is. */
  async #wantIndex(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const selection = this.#selection;
    const index = await this.#host.searchIndex();
    if (index === undefined || selection !== this.#selection) return;
    selection.useIndex(index);
    if (this.#state.query) this.#update();
  }

  #leaveSearch(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const newest = this.#shown.at(-1);
    if (!newest) return;
    if (!this.#shown.some(({ key }) => key === this.#state.selected)) this.select(newest.key);
    this.#list.element.focus();
  }

  #fromAnywhere(event: KeyboardEvent): void {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (inField || event.ctrlKey || event.metaKey || event.altKey) return;
    // A page that has just been opened has the focus, and none of its parts has.
    const part =
      event.key === '/' ? this.#filters.search : listKeys.has(event.key) && nowhere(event) && this.#list.element;
    if (!part) return;
    event.preventDefault();
    part.focus();
    if (part === this.#list.element) this.#list.element.dispatchEvent(new KeyboardEvent('keydown', { key: event.key }));
  }
}

const listKeys = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp']);

function nowhere({ target }: Event): boolean {
  return target === document.body || target === document.documentElement;
}
