import assert from 'node:assert/strict';
import { summarise } from '../../../src/decisions/summary.ts';

describe('A record in short', () => {
  it('is the first paragraph of what it decides, and its risks one by one', () => {
    const text = [
      '# Retry',
      '## Recommendation',
      '**Backoff** with [jitter](x.md):',
      '200 ms, `doubled`.',
      '',
      'More about it.',
      '## Risks',
      '- A slow *partner*',
      '  - nested',
      '- Nobody notices',
    ].join('\n');
    assert.deepEqual(summarise('docs/adr/0001-a.md', text), {
      recommendation: 'Backoff with jitter: 200 ms, doubled.',
      risks: ['A slow partner', 'Nobody notices'],
    });
  });

  it('is found in records of other makings and languages', () => {
    const decision = (path: string, text: string) => summarise(path, text).recommendation;
    assert.equal(decision('0001-a.md', '# A\n\n## Decision\n\nWe will.\n'), 'We will.');
    assert.equal(
      decision('0001-a.md', '# A\n\n## Decision Outcome\n\nChosen option: "B", since C.\n'),
      'Chosen option: "B", since C.',
    );
    assert.equal(decision('0001-a.md', '# A\n\n## Entscheidung\n\nSo.\n'), 'So.');
    assert.equal(decision('0001-a.md', '# A\n\n## Decision\n\n### Details\n\n- We will.\n'), 'We will.');
    assert.equal(decision('0001-a.rst', 'Aha\n===\n\nDecision\n--------\n\nWe will.\n'), 'We will.');
    assert.equal(decision('0001-a.adoc', '= A\n\n== Decision\n\nWe will.\n'), 'We will.');
  });

  it('says nothing where nobody has written anything', () => {
    const nothing = { recommendation: undefined, risks: [] };
    assert.deepEqual(summarise('0001-a.md', ''), nothing);
    assert.deepEqual(
      summarise('0001-a.md', '# Decision\n\nThe title is none.\n\n## Recommendation\n\n{Which option?}\n\n## Risks\n'),
      nothing,
    );
    assert.deepEqual(
      summarise('0001-a.md', '# A\n\n## Recommendation\n\n```\n## Risks\nx\n```\n<!-- hint -->\n'),
      nothing,
    );
  });

  it('is cut where it is long', () => {
    const text = summarise('0001-a.md', `# A\n\n## Decision\n\n${'word '.repeat(10_000)}\n`).recommendation ?? '';
    assert.ok(text.length <= 402 && text.endsWith('word …'), text);
  });
});
