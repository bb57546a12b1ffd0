import type { MarkdownDocument, Section } from './document.ts';

/**
 * The ids that git hosts give to a document's headings, by section: what stands after `#` in a link to one.
 *
 * GitHub's rule, which GitLab and Gitea follow: in lower case, without punctuation, blanks as `-`; a heading that says the
 * same as an earlier one gets `-1`, `-2` and so on.
 */
export function headingIds(document: MarkdownDocument): Map<Section, string> {
  const ids = new Map<Section, string>();
  const given = new Map<string, number>();
  for (const section of document.sections) {
    const base = section.title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let id = base;
    let count = given.get(base) ?? 0;
    while (given.has(id)) id = `${base}-${++count}`;
    given.set(base, count);
    given.set(id, given.get(id) ?? 0);
    ids.set(section, id);
  }
  return ids;
}
