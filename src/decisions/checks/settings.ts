import { type Severity, severities } from './check.ts';

/** How records are checked, as plain values. */
export interface CheckSettings {
  /** Days after which a proposal is stale. */
  readonly staleAfterDays: number;
  /** By code: another severity than the check's own, or `off`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: CheckSettings = { staleAfterDays: 30, severity: {} };

/** Settings from what a user or a file has written: values of other kinds count as not written. */
export function readSettings(staleAfterDays: unknown, severity: unknown): CheckSettings {
  const days =
    typeof staleAfterDays === 'number' && staleAfterDays >= 1 ? staleAfterDays : defaultSettings.staleAfterDays;
  const entries = severity && typeof severity === 'object' && !Array.isArray(severity) ? Object.entries(severity) : [];
  const known = entries.filter(
    (entry): entry is [string, Severity | 'off'] => entry[1] === 'off' || isSeverity(entry[1]),
  );
  return { staleAfterDays: days, severity: Object.fromEntries(known) };
}

function isSeverity(value: unknown): value is Severity {
  return severities.some((each) => each === value);
}
