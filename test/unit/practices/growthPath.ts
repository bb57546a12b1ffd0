import type { Cadence, Practice, Store, Who } from '../../../src/practices/practice.ts';

/** A row of the growth path as it was asked for, and the tests that show what is special about it. */
export interface GrowthRow {
  readonly id: string;
  readonly who: readonly Who[];
  readonly cadence: Cadence;
  readonly store: Store;
  /** The file of a test below `test/`, and its name. */
  readonly shownBy: readonly (readonly [file: string, test: string])[];
}

const lead = ['lead'] as const;
const both = ['lead', 'manager'] as const;
const manager = ['manager'] as const;
const documents = 'unit/practices/again.test.ts';
const behaviour = 'editor/practicesAtWork.spec.ts';

function row(
  id: string,
  who: readonly Who[],
  cadence: Cadence,
  store: Store,
  ...shownBy: GrowthRow['shownBy']
): GrowthRow {
  return { id, who, cadence, store, shownBy };
}

/** The whole growth path, in its order. */
export const growthPath: readonly GrowthRow[] = [
  row('fit-check', lead, 'quarterly', 'journal', [
    documents,
    'is due when its week, month or quarter has gone by, and not a day before',
  ]),
  row('signs-check', lead, 'monthly', 'journal', [
    documents,
    'links the look before it, and the evidence that there is',
  ]),
  row('ten-areas', lead, 'quarterly', 'journal', [
    'unit/practices/catalogue.test.ts',
    'has a note and a next action for each of the ten areas',
  ]),
  row('role-card', lead, 'quarterly', 'journal'),
  row('decision-record', lead, 'on event', 'team', [
    behaviour,
    'are counted for the plan: three decisions in the first month, five in all',
  ]),
  row('trade-off', lead, 'on event', 'local', [
    behaviour,
    'are snippets of every Markdown text: a trade-off, why, pattern, risk',
  ]),
  row('retro-record', lead, 'on event', 'team', [
    'unit/decisions/past.test.ts',
    'is the day of the one that shaped most of them, their authors, and what they say',
  ]),
  row('system-map', lead, 'monthly', 'draft'),
  row('runbook', lead, 'on event', 'team', [
    behaviour,
    'are pointed out: an owned path without a runbook, a system without a second expert, repeated fixes',
  ]),
  row('incident', lead, 'on event', 'draft'),
  row('debrief', both, 'on event', 'either', [
    behaviour,
    'are pointed out: an owned path without a runbook, a system without a second expert, repeated fixes',
  ]),
  row('fix-and-teach', lead, 'on event', 'team'),
  row('decision-outcome', lead, 'on event', 'team', [
    'unit/decisions/outcome.test.ts',
    'below the earlier ones, of which nothing changes',
  ]),
  row('ownership', lead, 'once', 'team', [
    behaviour,
    'are pointed out: an owned path without a runbook, a system without a second expert, repeated fixes',
  ]),
  row('teaching-review', lead, 'on event', 'local', [
    behaviour,
    'are snippets of every Markdown text: a trade-off, why, pattern, risk',
  ]),
  row('meeting-summary', lead, 'on event', 'team', [
    'unit/meetings/summary.test.ts',
    'begins with the sentence to confirm, and has one line an action',
  ]),
  row('weekly-status', lead, 'weekly', 'draft', [
    'unit/practices/week.test.ts',
    'tells the commits, but for those that only wrote records, which have their own part',
  ]),
  row('project-why', lead, 'on event', 'team', [
    'unit/practices/catalogue.test.ts',
    'asks the manager what a project leaves unanswered',
  ]),
  row('requirement-brief', lead, 'on event', 'team'),
  row('technical-discussion', lead, 'on event', 'team'),
  row('one-pager', lead, 'once', 'team'),
  row('idea', lead, 'weekly', 'draft'),
  row('risk-note', lead, 'on event', 'team'),
  row('manager-map', lead, 'once', 'journal'),
  row('pitch', lead, 'on event', 'draft'),
  row('pre-meeting', lead, 'on event', 'journal'),
  row('signal-filter', lead, 'weekly', 'draft', [behaviour, 'are published without what is held back']),
  row('relationships', lead, 'monthly', 'journal', [
    'editor/practices.spec.ts',
    'that was not done for its month is offered again, and no other',
  ]),
  row('red-flags', lead, 'monthly', 'journal', [
    behaviour,
    'count: talks that were had, and months of "acting", which leads to the talk',
  ]),
  row('delegation', both, 'on event', 'journal', [
    behaviour,
    'come up in This Week on their day, until they were looked at',
  ]),
  row('growth-feedback', both, 'on event', 'journal', [
    'editor/leaks.spec.ts',
    'lets no word out while every command is run on a private document of it, all selected',
  ]),
  row('mentoring', both, 'weekly', 'journal', [behaviour, 'go on from the last one about the same person']),
  row('commitments', lead, 'weekly', 'journal'),
  row('credit', lead, 'on event', 'local', [
    behaviour,
    'have a hint where an own draft says "I" or blames, and nowhere else',
  ]),
  row('plan-90', lead, 'once', 'journal', [
    'unit/practices/plan.test.ts',
    'ticks an item when what it asks for has appeared since the plan began',
  ]),
  row('weekly-habit', lead, 'weekly', 'journal', [
    'unit/practices/week.test.ts',
    'is counted over the last six weeks that had one, weeks off left out',
  ]),
  row('evidence', lead, 'weekly', 'journal', [
    'unit/practices/week.test.ts',
    'is one item of its month, read back with what was filled in',
  ]),
  row('career-case', lead, 'once', 'journal', [
    'unit/practices/week.test.ts',
    'makes a case by the ten areas, oldest first, and names those that nothing shows yet',
  ]),
  row('pay-talk', lead, 'once', 'secret', [
    behaviour,
    'count: talks that were had, and months of "acting", which leads to the talk',
  ]),
  row('observe-project', manager, 'on event', 'journal'),
  row('ambition-talk', manager, 'on event', 'journal'),
  row('mentor-choice', manager, 'once', 'journal', [behaviour, 'are tallied when they are chosen again']),
  row('growth-steps', manager, 'on event', 'journal', [behaviour, 'go on from the last one about the same person']),
  row('guiding-questions', manager, 'on event', 'journal'),
  row('expansion-review', manager, 'on event', 'journal'),
  row('pitfalls', manager, 'monthly', 'journal', [
    documents,
    'links the look before it, and the evidence that there is',
  ]),
];

/** What a practice's row of the page says of where its documents go. */
const places: Readonly<Record<Store, string>> = {
  team: 'repository',
  journal: 'journal',
  draft: 'journal, then repository',
  secret: 'journal, for good',
  either: 'repository or journal',
  local: 'the open text',
};

/**
 * The page's tables, one for each group of the catalogue.
 *
 * @param titleOf the title of a command.
 */
export function practiceTables(catalogue: readonly Practice[], titleOf: (command: string) => string): string {
  const groups = [...new Set(catalogue.map(({ group }) => group))];
  return groups
    .map((group) => {
      const lines = catalogue
        .filter((each) => each.group === group)
        .map(({ id, title, cue, cadence, store, command }) => {
          const shownBy = growthPath.find((each) => each.id === id)?.shownBy ?? [];
          const files = ['editor/practices.spec.ts', ...shownBy.map(([file]) => file)];
          const by = command ? titleOf(command) : 'Lead: New...';
          const tests = [...new Set(files)].map((file) => `\`${file}\``).join(', ');
          return `| ${title} (\`${id}\`) | ${cue} | ${cadence} | ${places[store]} | ${by} | ${tests} |`;
        });
      return [
        `## ${group}`,
        '',
        '| practice | when | how often | goes to | by | shown by, in `test/` |',
        '|---|---|---|---|---|---|',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}
