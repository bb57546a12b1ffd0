import { phrase } from '../../humanError.ts';
import type { Check } from './check.ts';
import { headingSpan, isEmpty, isLive, sectionsNamed, setsOutOthers, titleSpan } from './place.ts';

/** A word in any heading, or in bold, that may carry the decision in a way of its own. */
const carriesDecision =
  /decision|decid|recommend|outcome|resolution|conclusion|propos|solution|chos|choice|select|verdict|approach|statement|summary|decisi|décisi|décid|recommand|soluti|conclus|entscheid|empfehl|beschl|lösung|fazit|decisã|recomend|propuest|propost|raccomand|scelt|karar|öner|çözüm|penderfyn|argymh|決定|決議|結論|推奨|提案|決策|决策|决定|结论|推荐|方案|결정|권고|결론/iu;

/** A record that sets out options, and does not say which one it is. */
export const missingRecommendation: Check = {
  code: 'missing-recommendation',
  severity: 'warning',
  documentation: 'The record does not say what is recommended or decided. That sentence is what people come for.',
  run(subject) {
    if (!isLive(subject)) return [];
    const { document, record } = subject;
    const severity = record.status === 'proposed' ? { severity: 'information' as const } : {};
    const sections = sectionsNamed(subject, 'decision');
    const [first] = sections;
    if (first) {
      if (!sections.every((section) => isEmpty(document, section))) return [];
      const message = phrase('This section is empty. Say in a sentence what is chosen, and because of what.');
      return [{ ...headingSpan(document, first), ...severity, message }];
    }
    const [options] = sectionsNamed(subject, 'options');
    // Only a record of the kind that sets out options promises a choice.
    if (!options || setsOutOthers(options) || record.options < 2 || record.status !== 'accepted') return [];
    const inside = (line: number) => {
      const from = document.blocks[options.heading]?.line ?? 0;
      return line >= from && line < (document.blocks[options.end]?.line ?? Number.POSITIVE_INFINITY);
    };
    const elsewhere = document.blocks.some(
      (block) =>
        (block.kind === 'heading' && block.level > 1 && !inside(block.line) && carriesDecision.test(block.text)) ||
        (block.kind === 'paragraph' && /\*\*|__/.test(block.text) && carriesDecision.test(block.text)) ||
        (block.kind === 'heading' &&
          inside(block.line) &&
          /chosen|selected|accepted|preferred|✅|✔|☑|🏆|⭐/iu.test(block.text)),
    );
    if (elsewhere) return [];
    const message = phrase(
      'This record sets out options and does not say which one was chosen. Add a section that does.',
    );
    return [{ ...titleSpan(document), ...severity, message }];
  },
};
