/** What a page is shown in: the editor, or a browser. */
export interface Host {
  /** Opens a record. @param beside in a place of its own, where the page stays in view. */
  open(key: string, beside: boolean): void;
  /** The address of a record's page; undefined where records are not pages. */
  address(key: string): string | undefined;
  /** The full text index, as JSON for `MiniSearch.loadJSON`; undefined where there is none. */
  searchIndex(): Promise<string | undefined>;
  /** What the page was like when it was last shown. */
  restore(): Partial<State>;
  save(state: State): void;
}

/** What a person has chosen on the page. Empty means all. */
export interface State {
  readonly query: string;
  readonly statuses: readonly string[];
  readonly folder: string;
  readonly person: string;
  readonly tag: string;
  /** Key of the selected record. */
  readonly selected: string;
}

export const nothingChosen: State = { query: '', statuses: [], folder: '', person: '', tag: '', selected: '' };
