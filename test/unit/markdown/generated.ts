import fc from 'fast-check';

/** Words as people write them, in several scripts, some beyond the first plane. */
export const words: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('retry', 'Backoff', 'für', 'décidé', '日本語', '한국', 'שלום', '🦊', '𝒳', 'a_b', 'C#', '7'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

/** Any text of one line that a file in UTF-8 can hold. */
export const anyLine: fc.Arbitrary<string> = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((text) => text.replace(/[\r\n]/g, ' '));

const entry: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '# a comment',
    '',
    'title: Retries: how many',
    'owner: @ana',
    'tags: [a, "b: c"] # two',
    'tags:\n  - a # first\n  - b',
    'note: |\n  ## Status\n  ---\n  Status: rejected',
    'affects:\n  - type: path\n    pattern: src/**',
    '"quoted key": x',
    'date: 2024-01-02 # day',
  ),
  words.map((value) => `summary: ${value}`),
);

/** A `status:` entry that can be set, in the ways in which people write one. */
export const statusEntry: fc.Arbitrary<string> = fc.constantFrom(
  'status: proposed',
  'status:   proposed   # draft | proposed',
  'status: "proposed"',
  "status: 'proposed' ",
  'status:',
  'status: # to be decided',
  '"status": proposed',
  'status: [proposed]',
  'status: >-\n  proposed',
);

/** Blocks of a body that say nothing of the record's status, though some look as if they did. */
export const bodyBlock: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '```yaml\n---\nstatus: rejected\n---\n## Status\n\nRejected\n```',
    '~~~\nStatus: deprecated\n~~~',
    '<!--\n## Status\n\nRejected\n-->',
    '\tStatus: indented code',
    '## Context\n\n| a | b |\n|---|---|\n| c | d |',
    '### Consequences\n\n- one\n\t- two\n  1. three',
    'Setext\n------',
    '* * *',
    '> quoted\n> text',
  ),
  words,
);

/** How a file is written to disk. */
interface Shape {
  readonly mark: boolean;
  readonly ending: '\n' | '\r\n' | '\r';
  readonly final: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  mark: fc.boolean(),
  ending: fc.constantFrom('\n', '\r\n', '\r'),
  final: fc.boolean(),
});

/** Gives a text with LF a byte order mark, other line endings, or no final one. */
export function shaped(text: string, { mark, ending, final }: Shape): string {
  return (mark ? '\uFEFF' : '') + text.replaceAll('\n', ending) + (final ? ending : '');
}

/** A document with front matter; its `status` entry, where it has one, can be set. */
export const documentWithFrontMatter: fc.Arbitrary<string> = fc
  .record({
    before: fc.array(entry, { maxLength: 3 }),
    status: fc.option(statusEntry, { nil: undefined }),
    after: fc.array(entry, { maxLength: 3 }),
    body: fc.array(bodyBlock, { maxLength: 4 }),
    shape,
  })
  .map(({ before, status, after, body, shape }) => {
    // Keys that stand twice are no subject here, and at least one key makes it front matter.
    const lines = [...new Set(['id: 7', ...before, ...(status === undefined ? [] : [status]), ...after])];
    const keys = new Set<string>();
    const once = lines.filter((line) => {
      const key = /^[^:#]*/.exec(line)?.[0] ?? '';
      return key === '' || (!keys.has(key) && keys.add(key));
    });
    return shaped(['---', ...once, '---', '', '# Title', '', body.join('\n\n')].join('\n'), shape);
  });

export { shape as fileShape };
