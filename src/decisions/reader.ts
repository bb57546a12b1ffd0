import { longestLine } from '../markdown/blocks.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { asMarkdown } from '../markdown/markup.ts';
import { readDate } from './date.ts';
import { type Field, isPlaceholder } from './field.ts';
import { readFields } from './fields.ts';
import { formatOf } from './formats/all.ts';
import type { FieldName } from './languages/language.ts';
import { readName } from './naming.ts';
import { countOptions } from './options.ts';
import { lastOutcome } from './outcome.ts';
import { readPeople } from './people.ts';
import type { DecisionRecord, TeamField } from './record.ts';
import { mayRelate, readAmendment, readSupersession } from './references.ts';
import { readStatus, type StatedStatus, stateOf } from './status.ts';
import type { Team } from './team.ts';
import { readTitle } from './title.ts';
import { foldWords, sectionOf } from './vocabulary.ts';

/**
 * Reads a decision record of any format.
 *
 * @param path relative to the repository's root, with `/`; its last part may hold number and date.
 * @param text the file's text. Any text gives a record; what it does not state is null, empty or `unknown`.
 * @param team whose own words are understood beside everybody's.
 */
export function readDecision(path: string, text: string, team?: Team): DecisionRecord {
  const name = readName(path);
  const document = new MarkdownDocument(asMarkdown(text, name.extension));
  const fields = readFields(document, team);
  const { title, lead } = readTitle(document, name);
  const stated = stateOf(fields, team);
  const linkLines = linesOfLinks(document);
  return {
    path,
    number: name.number,
    title,
    status: stated?.status ?? (lead === undefined ? 'unknown' : readStatus(lead, team)),
    statusText: stated?.text ?? lead ?? null,
    date: statedDate(fields, stated) ?? name.date,
    deciders: readPeople(valuesOf(fields, 'deciders')),
    tags: valuesOf(fields, 'tags')
      .flatMap((tags) => tags.split(/\s*,\s*/))
      .filter((tag) => tag && !isPlaceholder(tag)),
    supersedes: readSupersession('supersedes', fields, linkLines),
    supersededBy: readSupersession('supersededBy', fields, linkLines),
    amends: readAmendment('amends', fields, linkLines),
    amendedBy: readAmendment('amendedBy', fields, linkLines),
    affects: affectsOf(document),
    revisit: firstDate(fields, 'revisit') ?? null,
    outcome: lastOutcome(document),
    options: countOptions(document),
    teamFields: team?.fields.size ? teamFields(fields, team) : [],
    format: formatOf(document, fields).id,
  };
}

/** A team's label may be one that everybody uses for something else as well: it is read as both. */
function teamFields(fields: readonly Field[], team: Team): TeamField[] {
  return [...team.fields].flatMap(([label, name]) => {
    const values = fields
      .filter((field) => foldWords(field.label) === label)
      .flatMap((field) => field.values)
      .filter((value) => !isPlaceholder(value));
    return values.length ? [{ name, values }] : [];
  });
}

/** All values of a field, of the first place that states it. */
function valuesOf(fields: readonly Field[], name: FieldName): string[] {
  const first = fields.find((field) => field.name === name && field.values.some((value) => !isPlaceholder(value)));
  if (!first) return [];
  return fields.filter((field) => field.name === name && field.place === first.place).flatMap((field) => field.values);
}

function firstDate(fields: readonly Field[], ...names: FieldName[]): string | undefined {
  for (const name of names) {
    for (const field of fields) {
      if (field.name !== name) continue;
      for (const value of field.values) {
        const date = readDate(value);
        if (date) return date;
      }
    }
  }
  return undefined;
}

/** The date line before a dated status, that before the day of the last change, and that before the first draft's. */
function statedDate(fields: readonly Field[], stated: StatedStatus | undefined): string | undefined {
  return firstDate(fields, 'date', 'decided') ?? stated?.date ?? firstDate(fields, 'modified', 'created');
}

/** The lines of a record's sections of links that may relate it to another: "Supersedes [..](..)" in MADR and log4brains. */
function linesOfLinks(document: MarkdownDocument): string[] {
  const lines: string[] = [];
  for (const section of document.sections) {
    const name = sectionOf(section.title);
    if (name !== 'links' && name !== 'status') continue;
    for (const block of document.blocksOf(section, true)) {
      if (block.kind !== 'paragraph') continue;
      lines.push(...block.text.split('\n').filter((line) => line.length <= longestLine && mayRelate(line)));
    }
  }
  return lines;
}

/** Globs as a list of texts (ours), or adrkit's list of `{ type: path, pattern }`. */
function affectsOf(document: MarkdownDocument): string[] {
  const value = document.frontMatter?.get('affects');
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!item || typeof item !== 'object' || Array.isArray(item) || !('pattern' in item)) return [];
    const { pattern, type } = item;
    return typeof pattern === 'string' && (type ?? 'path') === 'path' ? [pattern] : [];
  });
}
