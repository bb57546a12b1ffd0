import { stringify } from 'yaml';

/** A value as YAML on one line, lists in brackets, quoted where YAML would read it as something else. */
export function flowYaml(value: unknown): string {
  // The library folds plain words over lines, which only quotes prevent.
  const several = /\\[nr]/.test(JSON.stringify(value) ?? '');
  return stringify(value, {
    lineWidth: 0,
    flowCollectionPadding: false,
    blockQuote: false,
    ...(typeof value !== 'string' && { collectionStyle: 'flow' }),
    ...(several && { defaultStringType: 'QUOTE_DOUBLE' }),
  }).trimEnd();
}
