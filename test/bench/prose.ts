import type { Random } from './random.ts';

type Words = readonly [string, ...string[]];

const subjects: Words = [
  'the billing service',
  'every client',
  'a failed charge',
  'the message queue',
  'our on-call engineer',
  'the ledger',
  'a read replica',
  'the deployment pipeline',
  'the schema registry',
  'an idempotency key',
  'the mobile team',
  'a nightly job',
  'the cache',
  'the partner’s API',
];
const verbs: Words = [
  'retries',
  'depends on',
  'must not wait for',
  'keeps',
  'replaces',
  'measures',
  'hides',
  'has outgrown',
  'is tested against',
  'reports to',
  'shares its data with',
  'slows down',
];
const objects: Words = [
  'the monolith’s database',
  'a single region',
  'at most once delivery',
  'the old gateway',
  'three teams',
  'an exponential backoff',
  'the monthly close',
  'long-lived branches',
  'feature flags',
  'the audit trail',
  'two major versions',
  'what customers see',
];
const conditions: Words = [
  'when traffic doubles in December',
  'even if a node is lost',
  'because nobody owns it',
  'as long as the contract allows',
  'which costs about 40 ms at the 99th percentile',
  'so that a release can be rolled back',
  'before the migration has ended',
  'and this is hard to test',
  'as the incident of last spring has shown',
  'under the licence that we can accept',
];
const code: Words = [
  'charge()',
  'RETRY_LIMIT',
  'SELECT … FOR UPDATE',
  'git rebase',
  'X-Request-Id',
  'docker-compose.yml',
];
const languages: Words = ['ts', 'sql', 'yaml', 'sh', ''];

/** Text as people write it in decision records: prose with links, emphasis and code, lists, tables, code blocks. */
export class Prose {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A few words, a capital first, as for a title. */
  title(): string {
    const { pick } = this.#bound();
    return capitalised(`${pick(subjects)} ${pick(verbs)} ${pick(objects)}`.replace(/^(?:the|an?|our) /, ''));
  }

  sentence(): string {
    const { pick } = this.#bound();
    const object = this.#marked(pick(objects));
    return `${capitalised(pick(subjects))} ${pick(verbs)} ${object} ${pick(conditions)}.`;
  }

  /** A third of the objects are emphasised, code or links. */
  #marked(object: string): string {
    const dice = this.#random.next();
    if (dice < 0.08) return `**${object}**`;
    if (dice < 0.15) return `_${object}_`;
    if (dice < 0.25) return `\`${this.#random.pick(code)}\``;
    return dice < 0.33 ? `[${object}](https://example.org/${this.#random.between(100, 9999)}/notes)` : object;
  }

  /** Two to six sentences, on one line or wrapped at about 100 characters, as the author's editor does it. */
  paragraph(): string {
    const text = Array.from({ length: this.#random.between(2, 6) }, () => this.sentence()).join(' ');
    return this.#random.chance(0.5) ? text : text.replace(/(.{80,100}) /g, '$1\n');
  }

  list(): string {
    const mark = this.#random.pick(['-', '*']);
    return Array.from({ length: this.#random.between(2, 6) }, () => {
      const nested = this.#random.chance(0.15) ? `\n  ${mark} ${this.sentence()}` : '';
      return `${mark} ${this.sentence()}${nested}`;
    }).join('\n');
  }

  table(): string {
    const { pick } = this.#bound();
    const rows = Array.from(
      { length: this.#random.between(2, 7) },
      () => `| ${pick(subjects)} | ${pick(objects)} | ${this.#random.between(1, 5)} |`,
    );
    return ['| Criterion | Finding | Weight |', '|---|---|---:|', ...rows].join('\n');
  }

  codeBlock(): string {
    const lines = Array.from(
      { length: this.#random.between(4, 16) },
      (_, line) => `${' '.repeat((line % 4) * 2)}step_${line}: ${this.#random.pick(code)}`,
    );
    return `\`\`\`${this.#random.pick(languages)}\n${lines.join('\n')}\n\`\`\``;
  }

  /** Any of the above, in the proportions of real records. */
  block(): string {
    const dice = this.#random.next();
    if (dice < 0.55) return this.paragraph();
    if (dice < 0.85) return this.list();
    if (dice < 0.91) return this.table();
    if (dice < 0.97) return this.codeBlock();
    return dice < 0.985 ? `> ${this.sentence()}` : '<!-- This is an optional element. Feel free to remove. -->';
  }

  #bound() {
    return { pick: (words: Words) => this.#random.pick(words) };
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
