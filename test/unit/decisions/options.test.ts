import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';

const options = (text: string) => readDecision('docs/adr/0001-x.md', text).options;

describe('The options of a record', () => {
  for (const [shape, text, count] of [
    ['a list', '# T\n\n## Considered Options\n\n* a\n* b\n* c\n\n## Decision Outcome\n\nb\n', 3],
    ['a numbered list', '# T\n\n## Options\n\n1. a\n2. b\n', 2],
    ['a list with points below', '# T\n\n## Options\n\n* a\n  * good\n  * bad\n* b\n', 2],
    ['headings', '# T\n\n## Options\n\n### A queue\n\nText.\n\n### Backoff\n\nText.\n', 2],
    ['headings with lists', '# T\n\n## Options\n\n### A queue\n\n* good\n* bad\n* ugly\n\n### Backoff\n\n* good\n', 2],
    ['a list and the headings of its discussion', '# T\n\n## Options\n\n* a\n* b\n\n### a\n\nx\n\n### b\n\ny\n', 2],
    ['headings of which one compares', '# T\n\n## Options\n\n### A queue\n\n### Backoff\n\n### Comparison\n', 2],
    ['bold paragraphs', '# T\n\n## Options\n\n**A queue** is durable.\n\n**Backoff** is simple.\n', 2],
    ['a table', '# T\n\n## Options\n\n| Option | Cost |\n|---|---|\n| a | 1 |\n| b | 2 |\n', 2],
    ['headings that name themselves', '# T\n\n## Context\n\n### Option 1: a\n\n### Option 2: b\n', 2],
    ['headings with letters', '# T\n\n## Alternative A\n\nText.\n\n## Alternative B\n\nText.\n', 2],
    ['pros and cons alone', '# T\n\n## Pros and Cons of the Options\n\n### a\n\n### b\n', 2],
    ['rejected alternatives alone', '# T\n\n## Rejected alternatives\n\n- a\n', 1],
    ['a section without any', '# T\n\n## Options\n\nWe saw none.\n', 0],
    ['no section', '# T\n\n## Context\n\n- a\n- b\n', 0],
    ['a fence', '# T\n\n```\n## Options\n\n* a\n* b\n```\n', 0],
  ] as const) {
    it(`are ${count} in ${shape}`, () => {
      assert.equal(options(text), count);
    });
  }
});
