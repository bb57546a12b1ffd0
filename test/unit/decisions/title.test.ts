import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';

const title = (text: string, path = 'docs/adr/0007-use-a-queue.md') => readDecision(path, text).title;

describe('The title of a record', () => {
  for (const [heading, expected] of [
    ['Use a queue', 'Use a queue'],
    ['7. Use a queue', 'Use a queue'],
    ['7) Use a queue', 'Use a queue'],
    ['7: Use a queue', 'Use a queue'],
    ['0007 - Use a queue', 'Use a queue'],
    ['0007 — Use a queue', 'Use a queue'],
    ['7 Use a queue', 'Use a queue'],
    ['12 Use a queue', '12 Use a queue'],
    ['[7] Use a queue', 'Use a queue'],
    ['#7: Use a queue', 'Use a queue'],
    ['ADR-0007: Use a queue', 'Use a queue'],
    ['ADR 7 - Use a queue', 'Use a queue'],
    ['ADR 7 Use a queue', 'Use a queue'],
    ['ADR#7: Use a queue', 'Use a queue'],
    ['[ADR-7] Use a queue', 'Use a queue'],
    ['ADR: Use a queue', 'Use a queue'],
    ['Architecture Decision Record: Use a queue', 'Use a queue'],
    ['Architecture Decision Record 7: Use a queue', 'Use a queue'],
    ['QUEUES-0007: Use a queue', 'Use a queue'],
    ['2021-02-03 - Use a queue', 'Use a queue'],
    ['📝 ADR-7: Use a queue', 'Use a queue'],
    ['Draft: Use a queue', 'Use a queue'],
    ['[Rejected] Use a queue', 'Use a queue'],
    ['**Use** a `queue`', 'Use a queue'],
    ['Use [a queue](https://example.org)', 'Use a queue'],
    ['Use a queue <!-- really -->', 'Use a queue'],
    ['Use a queue ##', 'Use a queue'],
    ['Record linkage', 'Record linkage'],
    ['Decision tables in code', 'Decision tables in code'],
    ['RFC 7807 for errors', 'RFC 7807 for errors'],
    ['2FA for all', '2FA for all'],
    ['RFC 7 Use a queue', 'Use a queue'],
    ['1.5 million rows', '1.5 million rows'],
    ['Title insurance is a service of its own', 'Title insurance is a service of its own'],
    ['[Design guideline]', '[Design guideline]'],
    ['キューを使う', 'キューを使う'],
  ] as const) {
    it(`is ${JSON.stringify(expected)} under the heading ${JSON.stringify(heading)}`, () => {
      assert.equal(title(`# ${heading}\n\nText.\n`), expected);
    });
  }

  it('may be underlined, or stand behind front matter and a comment', () => {
    assert.equal(title('Use a queue\n===========\n'), 'Use a queue');
    assert.equal(title('---\nstatus: x\n---\n<!-- c -->\n\n# Use a queue\n'), 'Use a queue');
  });

  it('is that of the front matter where there is no heading of level 1', () => {
    assert.equal(title('---\ntitle: "ADR-7: Use a queue"\n---\n\n## Context\n'), 'Use a queue');
    assert.equal(title('---\ntitle: Queues: one for all\n---\n\n## Context\n'), 'Queues: one for all');
  });

  it('is that of the heading where both are there', () => {
    assert.equal(title('---\ntitle: Other\n---\n\n# Use a queue\n'), 'Use a queue');
  });

  it('is that of the front matter where the heading is a template’s', () => {
    assert.equal(title('---\ntitle: Use a queue\n---\n\n# {short title}\n'), 'Use a queue');
  });

  it('is made of the file name where the record states none', () => {
    for (const text of [
      '',
      'Text.\n',
      '# [short title of solved problem and solution]\n',
      '# {title}\n',
      '# Title\n',
    ]) {
      assert.equal(title(text), 'Use a queue', text);
    }
    assert.equal(title('', 'docs/adr/2021-02-03.md'), '2021-02-03');
  });

  it('is not the heading of a section', () => {
    assert.equal(title('# Status\n\nAccepted\n\n# Context\n'), 'Use a queue');
  });

  it('is not in a fence', () => {
    assert.equal(title('```\n# no\n```\n\n# Use queues\n'), 'Use queues');
  });
});
