import type { DecisionRecord, Reference } from './record.ts';

/** How one record bears on an older one. */
export type LinkKind = 'supersedes' | 'amends';

/** Two records that are linked, whichever of them says so. */
export interface DecisionLink {
  readonly kind: LinkKind;
  /** Path of the record that supersedes or amends. */
  readonly from: string;
  /** Path of the record that is superseded or amended. */
  readonly to: string;
}

/** The part of a decision log that links are read from. */
export interface LinkedRecords {
  readonly records: readonly DecisionRecord[];
  recordAt(path: string): DecisionRecord | undefined;
  resolve(reference: Reference, from: string): string;
}

interface Statement {
  readonly kind: LinkKind;
  /** Whether the record that says it is the newer one. */
  readonly newer: boolean;
  said(record: DecisionRecord): readonly Reference[];
}

const statements: readonly Statement[] = [
  { kind: 'supersedes', newer: true, said: (record) => record.supersedes },
  { kind: 'supersedes', newer: false, said: (record) => record.supersededBy },
  { kind: 'amends', newer: true, said: (record) => record.amends },
  { kind: 'amends', newer: false, said: (record) => record.amendedBy },
];

/**
 * The links between the records of a log. "A supersedes B" and "B is superseded by A" are one link; what refers to no
 * record of the log, or to the record itself, is none.
 */
export function linksBetween(log: LinkedRecords): DecisionLink[] {
  const found = new Map<string, DecisionLink>();
  for (const record of log.records) {
    for (const { kind, newer, said } of statements) {
      for (const reference of said(record)) {
        const other = log.resolve(reference, record.path);
        if (other === record.path || !log.recordAt(other)) continue;
        const [from, to] = newer ? [record.path, other] : [other, record.path];
        found.set([kind, from, to].join('\n'), { kind, from, to });
      }
    }
  }
  return [...found.values()];
}
