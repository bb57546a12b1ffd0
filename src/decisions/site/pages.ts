import { posix } from 'node:path';

/** The file of a record's page in a site. @param path the record's, relative to its repository's root. */
export function pageFile(path: string): string {
  return `records/${path}.html`;
}

/** The address of one file of a site as a link in another says it. */
export function addressOf(file: string, from = 'index.html'): string {
  const way = posix.relative(posix.dirname(from), file);
  return way.split('/').map(encodeURIComponent).join('/');
}
