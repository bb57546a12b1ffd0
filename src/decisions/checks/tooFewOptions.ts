import { type Message, phrase } from '../../humanError.ts';
import type { MarkdownDocument, Section } from '../../markdown/document.ts';
import { lineEnding } from '../../markdown/lines.ts';
import { capitalised } from '../formats/shapes.ts';
import { languages } from '../languages/all.ts';
import { foldWords } from '../vocabulary.ts';
import type { Check, Finding, Fix, Subject } from './check.ts';
import { headingSpan, isEmpty, isLive, sectionsNamed, setsOutOthers } from './place.ts';

/** An options section with fewer than two options: without another way there was nothing to decide. */
export const tooFewOptions: Check = {
  code: 'too-few-options',
  severity: 'information',
  documentation:
    'The options section sets out fewer than two options. What was not considered cannot be explained later.',
  run(subject) {
    if (!isLive(subject) || subject.record.options > 1) return [];
    const sections = sectionsNamed(subject, 'options', 'rejectedOptions', 'prosAndCons');
    const [section, another] = sections;
    // Options in several sections, or as prose, cannot be counted: silence, not a guess.
    if (!section || another) return [];
    const { document } = subject;
    if (isEmpty(document, section) && !document.blocksOf(section).some(({ kind }) => kind === 'heading')) {
      return [finding(subject, section, phrase('This section sets out no options. Name at least two.'))];
    }
    if (subject.record.options !== 1 || setsOutOthers(section) || !isOneItem(document, section)) return [];
    return [
      finding(subject, section, phrase('There is only one option here. Name another that could have been chosen.')),
    ];
  },
};

/** Whether a section consists of one list item, or of one heading with what belongs to it, and nothing else. */
function isOneItem(document: MarkdownDocument, section: Section): boolean {
  const blocks = document.blocksOf(section);
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  if (headings.length) return headings.length === 1 && blocks[0]?.kind === 'heading';
  const items = blocks.filter(({ depth, opensItem }) => depth === 1 && opensItem);
  return items.length === 1 && blocks[0] === items[0] && blocks.every(({ depth }) => depth > 0);
}

function finding(subject: Subject, section: Section, message: Message): Finding {
  return {
    ...headingSpan(subject.document, section),
    message,
    fixes: () => [addOption(subject, section)],
  };
}

/** One more option, in the shape of the one that is there: a heading one level down, or a list item. */
function addOption({ document, record }: Subject, section: Section): Fix {
  const { text, lines } = document;
  const eol = lineEnding(text);
  const blocks = document.blocksOf(section);
  const last = blocks.at(-1) ?? document.blocks[section.heading];
  const { end } = lines.at((last?.endLine ?? 1) - 1);
  const language =
    languages.find(({ sections }) => sections.options?.includes(foldWords(section.title))) ?? languages[0];
  const word = capitalised(language?.option[0] ?? 'option');
  const item = blocks.find(({ depth }) => depth === 1);
  const mark = item && /^\s*(?:[-*+]|\d+[.)])\s+/.exec(lines.textAt(item.line))?.[0];
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const lead = (number: number) =>
    mark && !heading
      ? mark.replace(/\d+/, String(number))
      : `${'#'.repeat(heading?.level ?? Math.min(6, section.level + 1))} `;
  const wanted = record.options ? [2] : [1, 2];
  const added = wanted.map((number) => `${lead(number)}{${word} ${number}}`);
  const between = mark && !heading ? eol : eol + eol;
  return {
    title: record.options ? phrase('Add an Option') : phrase('Add Two Options'),
    changes: [
      {
        path: record.path,
        before: text,
        edits: [{ start: end, end, text: added.map((each) => between + each).join('') }],
      },
    ],
  };
}
