import { slugOf } from '../records/slug.ts';
import { isMinutesDocument } from './folders.ts';

/** `2026-11-20-billing-retries`, `20261120_billing_retries`, `2026-11-20`. */
const dated = /^(?:19|20)\d\d(?<within>[-_.]?)\d\d\k<within>\d\d(?<after>[-_. ]*)(?<rest>.*)$/;

/**
 * Where the summary of a meeting goes: named as the folder's other minutes are, `2026-11-20-billing-retries.md` where
 * they tell nothing, and in the folder of its year where they are kept by year. A title that says the day says it once.
 *
 * @param folder the folder of meetings, relative to the root, with `/`.
 * @param paths the repository's files.
 * @param date YYYY-MM-DD.
 */
export function summaryPath(folder: string, paths: readonly string[], date: string, title: string): string {
  const minutes = paths.filter((path) => path.startsWith(`${folder}/`) && isMinutesDocument(path));
  const inYears = minutes.filter((path) => /^(?:19|20)\d\d\//.test(path.slice(folder.length + 1)));
  const home = inYears.length > minutes.length / 2 ? `${folder}/${date.slice(0, 4)}` : folder;
  const names = minutes.flatMap((path) => {
    const match = dated.exec(nameOf(path))?.groups;
    return match ? [{ within: match.within ?? '', after: match.after ?? '', rest: match.rest ?? '' }] : [];
  });
  const within = mostCommon(names.map((name) => name.within)) ?? '-';
  const after = mostCommon(names.flatMap((name) => (name.rest && name.after) || [])) ?? '-';
  const between = mostCommon(names.flatMap((name) => /[-_ ]/.exec(name.rest)?.[0] ?? [])) ?? '-';
  const day = date.replaceAll('-', within);
  const slug = slugOf(title.replace(date, ' ').replace(day, ' ')).replaceAll('-', between);
  const bare = names.filter((name) => !name.rest).length > names.length / 2;
  const file = bare || !slug ? day : `${day}${after}${slug}`;
  const path = `${home}/${file}.md`;
  // One meeting a day is the folder's custom, until there is a second one.
  return bare && slug && paths.includes(path) ? `${home}/${day}${after}${slug}.md` : path;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
