import { type Message, phrase } from '../../humanError.ts';
import type { Check, Finding } from './check.ts';
import { headingSpan, isEmpty, isLive, type Span, sectionsNamed } from './place.ts';

/** A risks section, or the bad part of the consequences, in which nothing stands. */
export const missingRisks: Check = {
  code: 'missing-risks',
  severity: 'information',
  documentation: 'The record names no risk or drawback. Whoever meets it later will not know that it was foreseen.',
  run(subject) {
    if (!isLive(subject)) return [];
    const { document } = subject;
    const named = sectionsNamed(subject, 'risks', 'negativeConsequences');
    if (named.length) {
      if (!named.every((section) => isEmpty(document, section))) return [];
      const [section] = named;
      return section
        ? [
            finding(
              headingSpan(document, section),
              phrase('This section is empty. Say what may go wrong, and how you would notice.'),
            ),
          ]
        : [];
    }
    for (const section of sectionsNamed(subject, 'consequences')) {
      const items = document.blocksOf(section).filter(({ depth, opensItem }) => depth === 1 && opensItem);
      const good = items.filter(({ text }) => /^\W*good\b/i.test(text));
      // MADR's own words: where items are labelled good, bad ones are labelled too.
      if (good.length && good.length === items.length && document.blocksOf(section).every(({ depth }) => depth > 0)) {
        return [
          finding(
            headingSpan(document, section),
            phrase('Only good consequences stand here. Say what gets worse, or what may go wrong.'),
          ),
        ];
      }
    }
    return [];
  },
};

function finding(span: Span, message: Message): Finding {
  return { ...span, message };
}
