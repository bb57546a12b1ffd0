import { MarkdownDocument } from '../../markdown/document.ts';
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
 * @param path relative to the repository's root, with `/`; records that are no Markdown are not checked, since places in
 *   them are not known.
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
  if (!isMarkdown(path) || isTemplate(path)) return [];
  const document = new MarkdownDocument(text);
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
  const found = checks.flatMap((check): Diagnosis[] => {
    const chosen = settings.severity[check.code];
    if (chosen === 'off') return [];
    return check.run(subject).map((finding) => ({
      ...finding,
      code: check.code,
      severity: chosen ?? finding.severity ?? check.severity,
    }));
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, most);
}

/** A template that lies among the records under the number 0, or none: `0000-modele-adr.md`. It is to have gaps. */
function isTemplate(path: string): boolean {
  const { number, slug } = readName(path);
  return (
    !number &&
    /template|mod[eè]le|modelo|modello|vorlage|muster|plantilla|şablon|テンプレート|模板|範本|템플릿/iu.test(slug)
  );
}
