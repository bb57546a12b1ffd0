import { MarkdownDocument } from '../../markdown/document.ts';
import type { Passage } from '../passages.ts';
import { entitiesDecoded } from './entities.ts';
import type { Material, Source } from './source.ts';

/** Transcripts with times: WebVTT (W3C, https://www.w3.org/TR/webvtt1/) and SubRip. */
export const transcript: Source = {
  id: 'transcript',
  extensions: ['.vtt', '.srt'],
  read: (text) => toMaterial(turnsOf(text)),
};

/** What one person says until another one speaks. */
interface Turn {
  readonly speaker: string | undefined;
  /** What each of the cues says, and the line of the file, from 1, on which it does. */
  readonly cues: { text: string; line: number }[];
}

const time = /^\s*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s/;
/** `<v Ana Ruiz>`, `<v.loud Ana>`. */
const voice = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/i;
/** `Ana Ruiz: we ...`, `>> ANA: we ...`: at most four words, each begun with a capital. */
const named =
  /^(?:>>\s*|[-–]\s*)?(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|da|del|la|\([^)]{1,20}\))){0,3})\s*:\s+(?=\S)/u;
/** What looks like a speaker and is a mark of the minutes: `ACTION: ...`. */
const mark =
  /^(?:action|ai|decision|resolved|resolution|agreed|todo|question|q|note|next steps?|follow[ -]?up|task)\b/i;

function turnsOf(text: string): Turn[] {
  const turns: Turn[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  let inCue = false;
  for (const [index, raw] of lines.entries()) {
    if (time.test(raw)) {
      inCue = true;
      continue;
    }
    // Headers, notes, styles and numbers stand outside of cues; a blank line ends a cue.
    if (!raw.trim()) inCue = false;
    if (!inCue) continue;
    // A SubRip file may lack the blank line before the next number.
    if (/^\d+$/.test(raw.trim()) && time.test(lines[index + 1] ?? '')) continue;
    const spoken = voice.exec(raw.trim());
    const bare = entitiesDecoded(raw.trim().replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}/gi, '')).trim();
    const label = spoken ? undefined : named.exec(bare);
    const byName = label?.[1] && !mark.test(label[1]) ? label : undefined;
    const speaker = spoken?.[1]?.trim() ?? byName?.[1];
    const words = byName ? bare.slice(byName[0].length) : bare.replace(/^>>\s*/, '');
    if (!words) continue;
    const current = turns.at(-1);
    const cue = { text: words, line: index + 1 };
    // Without a name it is still the same person, unless the file marks a change.
    const goesOn = current && (speaker === undefined ? !/^(?:>>|[-–]\s)/.test(bare) : speaker === current.speaker);
    if (goesOn) current.cues.push(cue);
    else turns.push({ speaker, cues: [cue] });
  }
  return turns;
}

function toMaterial(turns: readonly Turn[]): Material {
  const passages: Passage[] = [];
  const numbers: number[] = [];
  for (const turn of turns) {
    for (const lines of sentenceLines(turn)) {
      passages.push({
        kind: 'paragraph',
        line: numbers.length + 1,
        lines: lines.map(({ text }) => text),
        role: undefined,
        parents: [],
        column: undefined,
        beside: [],
        hasChildren: false,
        ...(turn.speaker !== undefined && { speaker: turn.speaker }),
      });
      for (const { line } of lines) numbers.push(line);
    }
  }
  return {
    document: new MarkdownDocument(''),
    passages,
    speakers: [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))],
    readable: turns.map(readable).join('\n\n'),
    lineOf: (line) => numbers[line - 1] ?? line,
  };
}

/** Cues that a sentence's end parts: what is marked in one sentence does not reach into the next. */
function sentenceLines({ cues }: Turn): { text: string; line: number }[][] {
  const groups: { text: string; line: number }[][] = [[]];
  for (const cue of cues) {
    groups.at(-1)?.push(cue);
    // Machines that write no full stops do not make one sentence of an hour.
    if (/[.!?…]["”’)]*$/.test(cue.text) || (groups.at(-1)?.length ?? 0) >= 12) groups.push([]);
  }
  return groups.filter((group) => group.length);
}

function readable({ speaker, cues }: Turn): string {
  const words = cues.map(({ text }) => text).join(' ');
  return speaker === undefined ? words : `${speaker}: ${words}`;
}
