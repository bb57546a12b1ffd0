/**
 * Where a practice's documents go: the repository (`team`), the journal (`journal`), the journal until "Publish to Team..."
 * (`draft`), the journal for good (`secret`), whichever the user says (`either`), or into the open document (`local`).
 */
export type Store = 'team' | 'journal' | 'draft' | 'secret' | 'either' | 'local';

export type Cadence = 'once' | 'weekly' | 'monthly' | 'quarterly' | 'on event';

/** Who a practice is for: the (aspiring) lead, or a manager who grows leads. */
export type Who = 'lead' | 'manager';

/** What a person may be doing when a practice is of use. The editor sees which of them hold. */
export type Situation =
  | 'nothing open'
  | 'code'
  | 'selected code'
  | 'decision'
  | 'meeting'
  | 'review'
  | 'markdown'
  | 'comment'
  | 'own draft'
  | 'owned path without runbook'
  | 'repeated fixes'
  | 'no second expert'
  | 'plan';

/** One way of leading, as data: a row of the catalogue. */
export interface Practice {
  /** Also the name of its template and of its folder in the journal. */
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly who: readonly Who[];
  /** The event that reminds of it, to be read after "When". */
  readonly cue: string;
  /** What is then done, to be read after "I will"; empty for practices that are no habit. */
  readonly action: string;
  readonly cadence: Cadence;
  readonly store: Store;
  /** Words that its template must have; most are headings. */
  readonly essentials: readonly string[];
  /** What is asked before the document is begun; its answer is the title. Without it nothing is asked. */
  readonly question?: string;
  /** The document's heading, with `{0}` for the answer; the answer itself where there is none. */
  readonly heading?: string;
  /** The repository's folder for its documents, where it has none of another name. */
  readonly folder?: string;
  /** Other names that teams give to that folder. */
  readonly folders?: readonly string[];
  /** The setting, after `leadHabits.`, that names the folder, where it does. */
  readonly folderSetting?: string;
  /** There is one document of it, or one for each answer, which is opened again instead of beginning another. */
  readonly continues?: boolean;
  /** The heading below which a document of the journal states on which day it comes up again in *This Week*. */
  readonly revisit?: string;
  /** Headings of sections that stay in the journal when a document is published. */
  readonly keeps?: readonly string[];
  /** The heading of a list of who named whom, and that of the section that says how often each was named. */
  readonly tally?: { readonly from: string; readonly into: string };
  /** Documents of a state carry no date in their names; those of an event do. */
  readonly undated?: boolean;
  readonly situations: readonly Situation[];
  /** The command that does it, instead of a document from a template. */
  readonly command?: string;
}
