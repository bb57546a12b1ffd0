/** Somebody who can own an action, by whatever they are called. */
export interface Person {
  readonly name: string;
  /** As on a git host, without `@`. */
  readonly handles: readonly string[];
  /** In lower case. */
  readonly emails: readonly string[];
  /** Stated in a roster, or made of the name. */
  readonly initials: readonly string[];
}

/** A person of a name alone. */
export function personCalled(name: string, more: Partial<Person> = {}): Person {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [words.map((word) => word[0]?.toUpperCase() ?? '').join('')] : [];
  return { name, handles: [], emails: [], initials, ...more };
}

/** Somebody who wrote commits, by the name and address that `.mailmap` makes of theirs. */
export function authorPerson(name: string, email: string): Person {
  // GitHub's and GitLab's private addresses hold the handle: 123+ana@users.noreply.github.com.
  const handle = /^(?:\d+[+-])?([\w.-]+)@users\.noreply\.\S+$/i.exec(email)?.[1];
  return personCalled(name, { emails: [email.toLowerCase()], handles: handle ? [handle] : [] });
}

/** People of several sources, each once: the same where they share a full name, a handle or an address. */
export function joinedPeople(...sources: readonly (readonly Person[])[]): Person[] {
  const people: Person[] = [];
  const known = new Map<string, number>();
  for (const person of sources.flat()) {
    const keys = keysOf(person);
    const at = keys.map((key) => known.get(key)).find((index) => index !== undefined);
    const joined = at === undefined ? person : merged(people[at] ?? person, person);
    const index = at ?? people.length;
    people[index] = joined;
    for (const key of keysOf(joined)) known.set(key, index);
  }
  return people;
}

/** Those of the people whom written words can mean: by the surest way of naming that fits anybody. */
export function peopleNamed(written: string, people: readonly Person[]): readonly Person[] {
  const words = fold(written.replace(/^@/, ''));
  if (!words) return [];
  for (const way of ways(words, written.startsWith('@'))) {
    const found = people.filter(way);
    if (found.length) return found;
  }
  return [];
}

/** The ways in which words can name somebody, the surest first. */
function ways(words: string, isHandle: boolean): ((person: Person) => boolean)[] {
  const handle = ({ handles }: Person) => handles.some((each) => fold(each) === words);
  const name = (person: Person) => fold(person.name) === words;
  return [
    ...(isHandle ? [handle, name] : [name, handle]),
    ({ emails }) => emails.includes(words),
    ({ initials }) => initials.some((each) => fold(each) === words),
    (person) => {
      const [first = '', ...rest] = fold(person.name).split(' ');
      const last = rest.at(-1);
      return last !== undefined && (words === `${first} ${last[0]}` || words === `${first} ${last[0]}.`);
    },
    // "Raj" means Raj Patel where there is one Raj; "Patel" alone does as well.
    (person) => fold(person.name).split(' ', 1)[0] === words,
    (person) => fold(person.name).split(' ').slice(1).at(-1) === words,
  ];
}

function keysOf({ name, handles, emails }: Person): string[] {
  const full = fold(name);
  return [
    ...(full.includes(' ') ? [`name ${full}`] : []),
    ...handles.map((each) => `handle ${fold(each)}`),
    ...emails.map((each) => `email ${each}`),
  ];
}

function merged(a: Person, b: Person): Person {
  const both = (one: readonly string[], two: readonly string[]) => [...new Set([...one, ...two])];
  return {
    // "Ana Ruiz" says more than "ana-r".
    name: !a.name.includes(' ') && b.name.includes(' ') ? b.name : a.name,
    handles: both(a.handles, b.handles),
    emails: both(a.emails, b.emails),
    initials: both(a.initials, b.initials),
  };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
