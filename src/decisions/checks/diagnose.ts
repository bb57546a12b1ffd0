import { MarkdownDocument } from '../../markdown/document.ts';
import { Lines } from '../../markdown/lines.ts';
import { asMarkdown } from '../../markdown/markup.ts';
import { readFields } from '../fields.ts';
import { isMarkdown, readName } from '../naming.ts';
import { readDecision } from '../reader.ts';
import { stateOf } from '../status.ts';
import { checks } from './all.ts';
import type { CheckedLog, Finding, Severity } from './check.ts';
import type { CheckSettings } from './settings.ts';

/** Findings of one record that are told of: nobody reads more, and a hostile file may have a million. */
const most = 500;

/** A finding with its check's code, and the severity that holds for it. */
export interface Diagnosis extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * What the checks find in a record, in the order of its text.
 *
 * @param path relative to the repository's root, with `/`; of records that are no Markdown whole lines are named, and
 *   nothing is offered to mend them, since they are never written.
 * @param text the record as it is now, perhaps not saved.
 * @param today YYYY-MM-DD.
 */
export function diagnose(
  path: string,
  text: string,
  log: CheckedLog,
  settings: CheckSettings,
  today: string,
): Diagnosis[] {
  if (isTemplate(path)) return [];
  const plain = isMarkdown(path);
  const document = new MarkdownDocument(asMarkdown(text, readName(path).extension));
  const { team } = log;
  const fields = readFields(document, team);
  const { staleAfterDays } = settings;
  const subject = {
    record: readDecision(path, text, team),
    document,
    fields,
    stated: stateOf(fields, team),
    log,
    today,
    staleAfterDays,
  };
  const placed = plain ? undefined : inWholeLines(document.lines, text);
  const found = checks.flatMap((check): Diagnosis[] => {
    const chosen = settings.severity[check.code];
    if (chosen === 'off' || !(plain || check.anyMarkup)) return [];
    return check.run(subject).map((finding) => ({
      ...(placed?.(finding) ?? finding),
      code: check.code,
      severity: chosen ?? finding.severity ?? check.severity,
    }));
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, most);
}

/** Finds the line of the author's text for a finding in its Markdown shape, line by line the same. */
function inWholeLines(read: Lines, text: string): (finding: Finding) => Finding {
  const written = new Lines(text);
  return ({ start, message, severity }) => {
    const line = written.at(read.numberAt(start));
    const words = text.slice(line.start, line.end);
    const from = line.start + words.length - words.trimStart().length;
    return { start: from, end: from + words.trim().length, message, ...(severity && { severity }) };
  };
}

/** A template that lies among the records under the number 0, or none: `0000-modele-adr.md`. It is to have gaps. */
function isTemplate(path: string): boolean {
  const { number, slug } = readName(path);
  return (
    !number &&
    /template|mod[eè]le|modelo|modello|vorlage|muster|plantilla|şablon|テンプレート|模板|範本|템플릿/iu.test(slug)
  );
}
