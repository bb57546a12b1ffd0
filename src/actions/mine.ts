/** Whoever looks at the list: the names, handles and addresses that mean them. */
export type Me = readonly string[];

/** Owners that mean everybody, and so me too. */
const everybody = new Set([
  'all',
  'everyone',
  'everybody',
  'alle',
  'todos',
  'todas',
  'tous',
  'toutes',
  'tout le monde',
]);

/**
 * Whose an action is: "Ana" and "@ana" mean Ana Ruiz; "Ana Silva" is somebody else.
 *
 * @returns `open` where nobody is named.
 */
export function whoseIs(owners: readonly string[], me: Me): 'mine' | 'others' | 'open' {
  if (!owners.length) return 'open';
  return owners.some((owner) => means(owner, me)) ? 'mine' : 'others';
}

function means(owner: string, me: Me): boolean {
  const words = fold(owner);
  if (everybody.has(words)) return true;
  return me.some((each) => {
    const own = fold(each);
    if (!own) return false;
    // GitHub's and GitLab's private addresses hold the handle: 123+ana@users.noreply.github.com.
    const handle = /^(?:\d+[+-])?([\w.-]+)@/.exec(own)?.[1];
    return words === own || words === handle || (!own.includes('@') && words === own.split(' ', 1)[0]);
  });
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/^@/, '').replace(/\s+/g, ' ').trim();
}
