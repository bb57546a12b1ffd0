import { isPlaceholder } from './field.ts';

/**
 * The people that a value names, as written: separated by commas, semicolons, slashes, "and" or "&", mail addresses and
 * link targets dropped. A template's unfilled text names nobody.
 */
export function readPeople(values: readonly string[]): string[] {
  return values
    .filter((value) => !isPlaceholder(value))
    .flatMap((value) => value.split(/\s*[,;、，；\n]\s*(?![^(]*\))|\s+(?:and|und|et|y|e|&)\s+(?![^(]*\))|\s+\/\s+/iu))
    .map((name) =>
      name
        .replace(/<[^>]*@[^>]*>|\([^)]*@[^)]*\)/g, '')
        .replace(/^\s*(?:and|und|et|&)\s+/iu, '')
        .replace(/^["'\s]+|["'.\s]+$/g, '')
        .trim(),
    )
    .filter((name) => name !== '' && !isPlaceholder(name));
}
