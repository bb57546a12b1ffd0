import * as vscode from 'vscode';
import type { Candidate, Mention } from '../../decisions/mentions.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { uriOf } from '../views/recordItem.ts';

/** A place in a document that means one of some records. */
export interface FoundMention extends Mention {
  readonly open: OpenLog;
  readonly records: readonly DecisionRecord[];
  /** Whether it stands in a Markdown link, which the editor follows by itself. */
  readonly linked: boolean;
}

interface Remembered {
  readonly version: number;
  readonly candidates: readonly (Candidate & { readonly linked?: boolean })[];
}

/**
 * The places in documents that mean a decision record. A document without any word that could mean one costs a search
 * through its text, once for every version of it, and no record is read for it.
 */
export class Mentions {
  readonly #logs: DecisionLogs;
  readonly #remembered = new WeakMap<vscode.TextDocument, Remembered>();

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
  }

  /** The mentions of a document in order. */
  async in(document: vscode.TextDocument): Promise<FoundMention[]> {
    const candidates = await this.#candidatesIn(document);
    if (!candidates.length) return [];
    const place = await this.#logs.placeOf(document.uri);
    if (!place) return [];
    const { open, path } = place;
    const { readMentions } = await import('../../decisions/mentions.ts');
    const records = open.log.records.map((record) => record.path);
    return readMentions(candidates, path, records).map(({ start, end, paths }) => ({
      start,
      end,
      paths,
      open,
      records: paths.flatMap((each) => open.log.recordAt(each) ?? []),
      linked: candidates.some((each) => each.start === start && each.linked === true),
    }));
  }

  async #candidatesIn(document: vscode.TextDocument): Promise<Remembered['candidates']> {
    const { version } = document;
    const known = this.#remembered.get(document);
    if (known?.version === version) return known.candidates;
    const text = document.getText();
    const { findCandidates, withLinks } = await import('../../decisions/mentions.ts');
    let candidates: Remembered['candidates'] = findCandidates(text);
    if (candidates.length && document.languageId === 'markdown') {
      const [{ MarkdownDocument }, { linksOf }] = await Promise.all([
        import('../../markdown/document.ts'),
        import('../../markdown/links.ts'),
      ]);
      candidates = withLinks(candidates, linksOf(new MarkdownDocument(text)));
    }
    this.#remembered.set(document, { version, candidates });
    return candidates;
  }
}

/** Mentions as links: to the record, or to a choice where several records may be meant. */
export class MentionLinks implements vscode.DocumentLinkProvider {
  readonly #mentions: Mentions;

  constructor(mentions: Mentions) {
    this.#mentions = mentions;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const mentions = await this.#mentions.in(document);
    return mentions
      .filter(({ linked }) => !linked)
      .map(({ start, end, open, records }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        const uris = records.map((record) => uriOf(open, record));
        const link = new vscode.DocumentLink(range, uris.length === 1 ? uris[0] : choiceOf(uris));
        const [only, ...others] = records;
        if (only)
          link.tooltip = others.length
            ? vscode.l10n.t('Choose one of {0} records', records.length)
            : vscode.l10n.t('Open the record');
        return link;
      });
  }
}

/** A link that asks which record is meant. */
function choiceOf(uris: readonly vscode.Uri[]): vscode.Uri {
  const argument = encodeURIComponent(JSON.stringify([uris.map(({ path }) => path)]));
  return vscode.Uri.parse(`command:leadHabits.openMentioned?${argument}`);
}

/** The records that a mention means, told in short while the pointer rests on it. */
export class MentionHover implements vscode.HoverProvider {
  readonly #mentions: Mentions;

  constructor(mentions: Mentions) {
    this.#mentions = mentions;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    const mention = (await this.#mentions.in(document)).find(({ start, end }) => start <= offset && offset <= end);
    if (!mention) return undefined;
    const { tellRecord } = await import('./recordHover.ts');
    const told = await Promise.all(mention.records.map((record) => tellRecord(mention.open, record)));
    return new vscode.Hover(
      told.flatMap((each, index) => (index ? [new vscode.MarkdownString('---'), each] : [each])),
      new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end)),
    );
  }
}
