import type { LogRecord } from '../decisions/logData.ts';
import type { LogWords } from '../decisions/logWords.ts';
import type { Status } from '../decisions/record.ts';
import { fill } from './describe.ts';
import { html } from './dom.ts';
import type { State } from './host.ts';
import { pictureOf } from './shapes.ts';

const statuses: readonly Status[] = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'unknown'];

type Choice = 'folder' | 'person' | 'tag';
const choices: readonly Choice[] = ['folder', 'person', 'tag'];

const valuesOf: Readonly<Record<Choice, (record: LogRecord) => readonly string[]>> = {
  folder: ({ folder }) => [folder],
  person: ({ people }) => people,
  tag: ({ tags }) => tags,
};

/** Search and filters. The statuses' buttons are the legend of the shapes as well. */
export class FiltersView {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #count = html('output', { class: 'count', role: 'status', 'aria-live': 'polite' });
  readonly #statuses: HTMLElement;
  readonly #selects = html('span', { class: 'selects' });
  readonly #clear: HTMLButtonElement;
  readonly #words: LogWords;
  readonly #change: (part: Partial<State>) => void;

  /** @param change told what a person has chosen. */
  constructor(words: LogWords, change: (part: Partial<State>) => void) {
    this.#words = words;
    this.#change = change;
    this.search = html('input', {
      type: 'search',
      'aria-label': words.search,
      placeholder: words.searchHint,
      spellcheck: false,
      autocomplete: 'off',
    });
    this.search.addEventListener('input', () => change({ query: this.search.value }));
    this.#statuses = html('span', { class: 'statuses', role: 'group', 'aria-label': words.status });
    this.#clear = html('button', { type: 'button', class: 'clear' }, words.clear);
    this.#clear.hidden = true;
    this.#clear.addEventListener('click', () => {
      this.search.value = '';
      change({ query: '', statuses: [], folder: '', person: '', tag: '' });
      this.search.focus();
    });
    this.element = html(
      'div',
      { class: 'filters', role: 'search' },
      this.search,
      this.#statuses,
      this.#selects,
      this.#clear,
      this.#count,
    );
  }

  /** Offers what there is to choose from, with what is chosen. */
  offer(records: readonly LogRecord[], state: State): void {
    if (this.search.value !== state.query) this.search.value = state.query;
    this.#statuses.replaceChildren(
      ...statuses
        .map((status) => ({ status, count: records.filter((record) => record.status === status).length }))
        .filter(({ status, count }) => count || state.statuses.includes(status))
        .map(({ status, count }) => this.#statusButton(status, count, state)),
    );
    this.#selects.replaceChildren(...choices.flatMap((choice) => this.#select(choice, records, state)));
  }

  /** Says how many records are shown. */
  tell(shown: number, all: number, state: State): void {
    const { countAll, countOne, countSome, none, empty } = this.#words;
    const filtered = !!(state.query.trim() || state.statuses.length || state.folder || state.person || state.tag);
    const whole = all === 0 ? empty : all === 1 ? countOne : fill(countAll, all);
    const text = !filtered || !all ? whole : shown ? fill(countSome, shown, all) : none;
    if (this.#count.textContent !== text) this.#count.textContent = text;
    this.#clear.hidden = !filtered;
  }

  #statusButton(status: Status, count: number, { statuses }: State): HTMLElement {
    const chosen = statuses.includes(status);
    const button = html(
      'button',
      { type: 'button', 'aria-pressed': chosen },
      pictureOf(status),
      `${this.#words[status]} `,
      html('span', { class: 'quiet' }, String(count)),
    );
    button.dataset.status = status;
    button.addEventListener('click', () => {
      this.#change({ statuses: chosen ? statuses.filter((each) => each !== status) : [...statuses, status] });
      this.#statuses.querySelector<HTMLElement>(`[data-status=${status}]`)?.focus();
    });
    return button;
  }

  #select(choice: Choice, records: readonly LogRecord[], state: State): HTMLElement[] {
    const counts = new Map<string, number>();
    for (const record of records)
      for (const value of valuesOf[choice](record)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const chosen = state[choice];
    // One folder, or one value that all records have, is no choice.
    if (!chosen && (counts.size === 0 || (choice === 'folder' && counts.size === 1))) return [];
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const label = this.#words[choice];
    const select = html(
      'select',
      { 'aria-label': label },
      html('option', { value: '' }, `${label}: ${this.#words.all}`),
    );
    for (const [value, count] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
      select.append(html('option', { value }, `${value} (${count})`));
    }
    select.value = chosen;
    select.addEventListener('change', () => this.#change({ [choice]: select.value }));
    return [select];
  }
}
