import assert from 'node:assert/strict';
import { commitMessage, supersedeMessage } from '../../../src/decisions/message.ts';
import { readDecision } from '../../../src/decisions/reader.ts';

const record = (name: string, title: string) => readDecision(`docs/adr/${name}`, `# ${title}\n`);

describe('The commit message of records', () => {
  it('names number and title', () => {
    assert.equal(commitMessage([record('0012-x.md', 'Retry with backoff')]), 'docs(decisions): 12 Retry with backoff');
  });

  it('names the title alone where there is no number', () => {
    assert.equal(commitMessage([record('2024-05-06-x.md', 'Retry')]), 'docs(decisions): Retry');
  });

  it('names several in one line while it is short', () => {
    assert.equal(
      commitMessage([record('0001-x.md', 'A queue'), record('0002-y.md', 'Backoff')]),
      'docs(decisions): 1 A queue, 2 Backoff',
    );
  });

  it('lists several that are long below the first line', () => {
    const [a, b] = ['Retry with backoff and a budget', 'Send partner events through a queue'];
    assert.equal(
      commitMessage([record('0001-x.md', a), record('0002-y.md', b)]),
      `docs(decisions): 2 records\n\n- 1 ${a}\n- 2 ${b}`,
    );
  });

  it('says what a record supersedes', () => {
    const next = record('0005-new.md', 'New way');
    assert.equal(supersedeMessage(next, record('0003-old.md', 'Old')), 'docs(decisions): 5 New way, supersedes 3');
    assert.equal(supersedeMessage(next, record('old.md', 'Old way')), 'docs(decisions): 5 New way, supersedes Old way');
  });
});
