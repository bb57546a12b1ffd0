import type { LogData } from '../decisions/logData.ts';
import { logWords } from '../decisions/logWords.ts';
import type { Host, State } from './host.ts';
import { LogPage } from './logPage.ts';

/** The records' pages, by key; written into the page beside the data. */
interface SiteData extends LogData {
  readonly pages: Readonly<Record<string, string>>;
}

const root = document.getElementById('log');
const data = JSON.parse(textOf('data') ?? '{"records":[],"links":[],"pages":{}}') as SiteData;

const host: Host = {
  open(key, beside) {
    const page = data.pages[key];
    if (!page) return;
    if (beside) window.open(page, '_blank', 'noopener');
    else location.href = page;
  },
  address: (key) => data.pages[key],
  searchIndex: async () => textOf('index'),
  // Where the address names a record, it wins over what was chosen before.
  restore: () => ({ ...(history.state as Partial<State> | null), ...linked() }),
  save: (state) =>
    history.replaceState(state, '', state.selected ? `#/${encodeURI(state.selected)}` : location.pathname),
};

function textOf(id: string): string | undefined {
  return document.getElementById(id)?.textContent ?? undefined;
}

/** The record that the address names: `#/docs/decisions/0007-x.md`. */
function linked(): Partial<State> {
  if (!location.hash.startsWith('#/')) return {};
  try {
    return { selected: decodeURI(location.hash.slice(2)) };
  } catch {
    return {};
  }
}

if (root) {
  const page = new LogPage(root, host, logWords);
  page.show(data);
  window.addEventListener('hashchange', () => {
    const { selected } = linked();
    if (selected) page.select(selected);
  });
}
