/** The title that a slug stands for: separators to spaces, a capital first. */
export function titleOfSlug(slug: string): string {
  const words = slug.replace(/[-_\s]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A word of a title. Marks count only on a letter or a digit: the one that colours an emoji is invisible. */
export const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * A file name's slug for a title: letters and digits of any script, lower case, words joined by `-`, at most 80
 * characters, cut between words. Empty when the title has no letter or digit.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]|\uFE0E|\uFE0F/g, '')
    .match(word);
  if (!words) return '';
  let slug = '';
  for (const word of words) {
    // Counted in UTF-8 bytes: file systems allow 255 of them, and a Chinese title has three a character.
    if (slug && Buffer.byteLength(`${slug}-${word}`) > 80) break;
    slug = slug ? `${slug}-${word}` : [...word].slice(0, 40).join('');
  }
  return slug;
}
