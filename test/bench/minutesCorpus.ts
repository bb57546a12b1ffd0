import { type CorpusFile, slugOf } from './corpus.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';

const names = ['Ana Ruiz', 'Raj Patel', 'Sam Okafor', 'Ji-woo Han', 'Zoë Lindström', 'Léa Martin'] as const;

/** Minutes as teams have them: a roster, topics in prose and lists, decisions, and a few actions of every shape. */
export function makeMinutes(count: number, seed = 2026): CorpusFile[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const prose = new Prose(random);
    const title = prose.title();
    const date = new Date(Date.UTC(2021, 0, 4 + index)).toISOString().slice(0, 10);
    const topics = Array.from({ length: random.between(2, 6) }, () => topic(random, prose));
    const parts = [`# ${title}, ${date}`, roster(random), ...topics, actions(random, prose)];
    return { path: `docs/meetings/${date}-${slugOf(title)}.md`, text: `${parts.join('\n\n')}\n` };
  });
}

/** A transcript of so many cues, each three seconds long, as WebVTT. */
export function makeTranscript(cues: number, seed = 2026): string {
  const random = new Random(seed);
  const prose = new Prose(random);
  const at = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);
  const lines = Array.from({ length: cues }, (_, index) => {
    const said = random.chance(0.02) ? `Action item: I will ${action(prose)} by Friday.` : prose.sentence();
    return `${index + 1}\n${at(index * 3)} --> ${at(index * 3 + 3)}\n<v ${random.pick(names)}>${said}\n`;
  });
  return `WEBVTT\n\n${lines.join('\n')}`;
}

function roster(random: Random): string {
  const there = names.filter(() => random.chance(0.7));
  return random.chance(0.5)
    ? `Present: ${there.join(', ')}`
    : `## Attendees\n\n${there.map((name) => `- [x] ${name}`).join('\n')}`;
}

function topic(random: Random, prose: Prose): string {
  const speakers = Array.from({ length: random.between(3, 9) }, () => `- ${random.pick(names)}: ${prose.sentence()}`);
  const marked = random.chance(0.4) ? [`ACTION: ${random.pick(names)} to ${action(prose)} by Friday`] : [];
  const decided = random.chance(0.4) ? [`We agreed that ${prose.sentence()}`] : [];
  return [`## ${prose.title()}`, prose.paragraph(), speakers.join('\n'), prose.block(), ...decided, ...marked].join(
    '\n\n',
  );
}

function actions(random: Random, prose: Prose): string {
  const many = random.between(1, 5);
  if (random.chance(0.2)) {
    const rows = Array.from({ length: many }, () => `| ${action(prose)} | ${random.pick(names)} | next week |`);
    return ['## Actions', '', '| Action | Owner | Due |', '|---|---|---|', ...rows].join('\n');
  }
  const box = random.chance(0.5) ? '[ ] ' : '';
  const lines = Array.from({ length: many }, () => `- ${box}${random.pick(names)}: ${action(prose)} in two weeks`);
  return `## Next steps\n\n${lines.join('\n')}`;
}

function action(prose: Prose): string {
  return `check whether ${prose.title().toLowerCase()}`;
}
