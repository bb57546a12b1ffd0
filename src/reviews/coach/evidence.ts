import type { Cue, Expected } from './cue.ts';
import { facts } from './cues/facts.ts';
import { judgements } from './cues/judgements.ts';
import { patterns } from './cues/patterns.ts';
import { proposals } from './cues/proposals.ts';
import { reasons } from './cues/reasons.ts';
import { risks } from './cues/risks.ts';
import { talk } from './cues/talk.ts';
import { proseOf } from './prose.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Reading, traits } from './structure.ts';

const cues: readonly Cue[] = [...reasons, ...judgements, ...facts, ...proposals, ...patterns, ...risks, ...talk];

/** Something in a comment that speaks for or against its parts. */
export interface Evidence {
  readonly name: string;
  readonly strength: number;
  /** Where its words stand in the comment, in UTF-16 units; none for how the comment is built. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What everything that can be evidence is expected to be worth, by its name. */
export const expectations: ReadonlyMap<string, Expected> = new Map(
  [...cues, ...traits].map(({ name, expected }) => [name, expected]),
);

/** A comment with its prose and sentences. */
export function read(text: string): Reading {
  const prose = proseOf(text);
  return { text, prose, sentences: sentencesOf(prose) };
}

/** Everything in a comment that speaks for or against a part. */
export function evidenceIn(reading: Reading): Evidence[] {
  const found: Evidence[] = [];
  for (const cue of cues) {
    const places = placesOf(cue, reading);
    // Said twice is more than once, and not twice as much.
    if (places.length) found.push({ name: cue.name, strength: places.length > 1 ? 1.4 : 1, places });
  }
  for (const { name, measure, shownBy } of traits) {
    const strength = measure(reading);
    if (strength) found.push({ name, strength, places: shownBy ? matches(reading.prose, shownBy) : [] });
  }
  return found;
}

function placesOf({ find, within, at }: Cue, { prose, sentences }: Reading): Place[] {
  if (at === 'sentence') {
    return sentences
      .filter(({ kind }) => !within || within.includes(kind))
      .flatMap(({ start, end }) => {
        const [match] = prose.slice(start, end).matchAll(find);
        return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
      });
  }
  const places = matches(prose, find);
  return within ? places.filter(({ start }) => within.includes(kindAt(start, sentences))) : places;
}

function matches(prose: string, find: RegExp): Place[] {
  return [...prose.matchAll(find)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

function kindAt(offset: number, sentences: readonly Sentence[]): Sentence['kind'] {
  return sentences.find(({ start, end }) => offset >= start && offset < end)?.kind ?? 'statement';
}
