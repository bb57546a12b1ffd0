import assert from 'node:assert/strict';
import { decisionOnLine } from '../../../src/meetings/decisionLine.ts';
import { minutesReader } from '../../../src/meetings/minutes.ts';

const read = await minutesReader();

/** The decision on the line of a summary that begins so. */
function on(text: string, start: string) {
  const path = 'docs/meetings/2026-11-20.md';
  const line = text.split(/\r?\n/).findIndex((each) => each.startsWith(start)) + 1;
  assert.ok(line > 0, start);
  const found = decisionOnLine({ text, minutes: read(path, text), read }, line);
  return found && { ...found, before: text.slice(0, found.linkAt).split('\n').at(-1) };
}

const summary = `# Retries

To confirm: we chose **backoff with jitter** because it needs no new infrastructure.

## Decisions

- Backoff with jitter instead of three retries at once
- We agreed to keep Postgres 16, since nobody has time for 17.
  - It is supported until 2028
  - Raj has looked
- Keep the queue ([decision 3](../decisions/0003-queue.md))

## Next steps

- [ ] Raj will measure it
`;

describe("A summary's decision", () => {
  it('carries the reasons of the sentence to confirm, where it says none itself', () => {
    assert.deepEqual(on(summary, '- Backoff'), {
      title: 'Backoff with jitter instead of three retries at once',
      context: [
        'Backoff with jitter instead of three retries at once',
        'We chose **backoff with jitter** because it needs no new infrastructure.',
      ],
      linkAt: summary.indexOf(' at once\n') + ' at once'.length,
      before: '- Backoff with jitter instead of three retries at once',
    });
  });

  it('carries its own reason, and what is noted below it', () => {
    const found = on(summary, '- We agreed');
    assert.equal(found?.title, 'Keep Postgres 16');
    assert.deepEqual(found?.context, [
      'We agreed to keep Postgres 16, since nobody has time for 17.',
      '- It is supported until 2028\n- Raj has looked',
    ]);
    assert.equal(found?.before, '- We agreed to keep Postgres 16, since nobody has time for 17');
  });

  it('is none where it has its record already, or is no decision', () => {
    assert.equal(on(summary, '- Keep the queue'), undefined);
    assert.equal(on(summary, '- [ ] Raj'), undefined);
    assert.equal(on(summary, '# Retries'), undefined);
  });

  it('is found in files of Windows and with a byte order mark', () => {
    const text = `\uFEFF${summary.replaceAll('\n', '\r\n')}`;
    assert.equal(on(text, '- Backoff')?.before, '- Backoff with jitter instead of three retries at once');
    assert.equal(on(text, '- We agreed')?.context[1], '- It is supported until 2028\n- Raj has looked');
  });

  it('has a title of a few words, however long it is', () => {
    const long = `# X\n\n## Decisions\n\n- We decided that ${'every word counts '.repeat(20)}because of it\n`;
    const title = on(long, '- We')?.title ?? '';
    assert.ok(title.length <= 80 && title.startsWith('Every word counts every'), title);
  });
});
