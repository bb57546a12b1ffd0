import type { LogData } from './logData.ts';

/** What the log's page tells the editor. */
export type FromPage =
  /** It is drawn, and waits for data. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly key: string; readonly beside: boolean }
  /** Somebody is about to search: it wants the full text index. */
  | { readonly type: 'index' };

/** What the editor tells the log's page. */
export type ToPage =
  | { readonly type: 'data'; readonly data: LogData }
  /** The index as `DecisionSearch.toJSON` wrote it. */
  | { readonly type: 'index'; readonly json: string };
