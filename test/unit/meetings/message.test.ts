import assert from 'node:assert/strict';
import { summaryMessage } from '../../../src/meetings/message.ts';

const summary = `---
date: 2026-11-20
attendees: [Ana Ruiz, Raj Patel]
---

# Billing_retries

To confirm: we chose **backoff with jitter** because it needs no new infrastructure.

## Decisions

- Backoff with jitter ([decision 12](../decisions/0012-x.md)), see [the RFC](https://example.com/rfc)

## Next steps

- [x] Raj Patel will \`measure\` it by 2026-11-27
- [ ] write the runbook

## Open questions

## Notes

> secret

### Raw

More secrets.

## After the notes

1. Fine
`;

describe('A summary as a message', () => {
  it('is plain text without notes, front matter and signs of Markdown', () => {
    assert.equal(
      summaryMessage(summary, 'text'),
      `Billing_retries (2026-11-20)

To confirm: we chose backoff with jitter because it needs no new infrastructure.

Decisions:
- Backoff with jitter (decision 12), see the RFC (https://example.com/rfc)

Next steps:
- done: Raj Patel will measure it by 2026-11-27
- write the runbook

After the notes:
1. Fine
`,
    );
  });

  it('is Markdown without links that lead nowhere in a chat', () => {
    assert.equal(
      summaryMessage(summary, 'markdown'),
      `**Billing\\_retries (2026-11-20)**

To confirm: we chose **backoff with jitter** because it needs no new infrastructure.

**Decisions**

- Backoff with jitter (decision 12), see [the RFC](https://example.com/rfc)

**Next steps**

- [x] Raj Patel will \`measure\` it by 2026-11-27
- [ ] write the runbook

**After the notes**

1. Fine
`,
    );
  });

  it('is the same from a file of Windows with a byte order mark', () => {
    const windows = `\uFEFF${summary.replaceAll('\n', '\r\n')}`;
    assert.equal(summaryMessage(windows, 'markdown'), summaryMessage(summary, 'markdown'));
  });
});
