import { type Person, peopleNamed, personCalled } from '../actions/person.ts';
import type { Attendee } from './people.ts';
import { groups } from './words.ts';

/** Whom a written owner means. */
export type Owner =
  | { readonly kind: 'person'; readonly written: string; readonly person: Person }
  /** "everyone", "the team": nobody in particular, and no gap. */
  | { readonly kind: 'group'; readonly written: string }
  /** Two people are called so. */
  | { readonly kind: 'several'; readonly written: string; readonly among: readonly Person[] }
  /** Nobody is known who is called so; the name stays as written. */
  | { readonly kind: 'unresolved'; readonly written: string };

/** A meeting's attendees as people. */
export function attendeesAsPeople(attendees: readonly Attendee[]): Person[] {
  return attendees.map(({ name, handle, initials }) =>
    personCalled(name, { handles: handle ? [handle] : [], initials: initials.length > 1 ? [initials] : [] }),
  );
}

/**
 * Whom an owner means, as an action has it written.
 *
 * @param sources who may be meant, nearest first: a meeting's attendees before a repository's authors. The first source
 *   in which anybody is called so decides.
 */
export function ownerWritten(written: string, ...sources: readonly (readonly Person[])[]): Owner {
  if (groups.has(written.toLowerCase().replace(/^(?:all|the|any)\s+(?=\S)/, ''))) return { kind: 'group', written };
  for (const people of sources) {
    const [person, ...others] = peopleNamed(written, people);
    if (person) {
      return others.length
        ? { kind: 'several', written, among: [person, ...others] }
        : { kind: 'person', written, person };
    }
  }
  return { kind: 'unresolved', written };
}
