import assert from 'node:assert/strict';
import { summaryText } from '../../../src/meetings/summary.ts';
import { minutesOf, rows } from './read.ts';

const notes = `# Retries

Present: Ana Ruiz, Raj Patel

We chose backoff because it is simple.

## Actions

- [x] Ana: send the file - done
- Raj to measure it by Friday
- write the runbook

ACTION: sandro to ask Eve by next Friday

Q: who pays?
`;

describe('A summary', () => {
  const minutes = minutesOf(notes);
  const text = summaryText({ title: 'Retries', date: '2026-11-20', minutes, notes });

  it('begins with the sentence to confirm, and has one line an action', () => {
    assert.equal(
      text.slice(0, text.indexOf('## Notes')),
      `---
date: 2026-11-20
attendees: [Ana Ruiz, Raj Patel]
---

# Retries

To confirm: we chose **backoff** because it is simple.

## Decisions

- We chose backoff because it is simple.

## Next steps

- [x] Ana will send the file
- [ ] Raj will measure it by 2026-11-27
- [ ] write the runbook
- [ ] @sandro will ask Eve by next Friday

## Open questions

- who pays?

`,
    );
  });

  it('states the same actions as its notes, once', () => {
    assert.deepEqual(rows(text, 'docs/meetings/retries.md'), rows(notes));
  });
});
