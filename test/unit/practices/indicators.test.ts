import assert from 'node:assert/strict';
import type { OwnCommit } from '../../../src/git/ownCommits.ts';
import { type Findings, indicatorsOf } from '../../../src/practices/indicators.ts';

const none: Findings = {
  me: ['Ana Ruiz', 'ana@billing.example'],
  ownership: new Map(),
  runbooks: new Map(),
  commits: [],
};
const codeOwners = (text: string) => ({ path: 'CODEOWNERS', text });
const commit = (subject: string, ...paths: string[]): OwnCommit => ({
  hash: subject,
  shortHash: subject,
  parent: '',
  date: '2026-11-20',
  subject,
  files: paths.map((path) => ({ path, added: false })),
});
const seen = (findings: Partial<Findings>) =>
  indicatorsOf({ ...none, ...findings }).map(({ kind, about }) => `${kind}: ${about}`);

describe('indicators', () => {
  it('see a path of mine that has no runbook, by CODEOWNERS and by ownership records', () => {
    const owners = codeOwners(
      '# Who\n* @ana-ruiz\n/src/billing/  @raj @ana-ruiz # us\n/src/server.ts @sam\n/docs/decisions/ @ana-ruiz\n[Section]\nsrc/ledger/** ana@billing.example\n',
    );
    assert.deepEqual(seen({ codeOwners: owners }), [
      'owned path without runbook: src/billing',
      'owned path without runbook: src/ledger',
    ]);
    const runbooks = new Map([
      ['docs/runbooks/retries.md', '---\npaths: [src/billing/retry.ts]\n---\n# Retries\n'],
      ['docs/runbooks/ledger.md', '# Ledger\n'],
    ]);
    assert.deepEqual(seen({ codeOwners: owners, runbooks }), []);
    const ownership = new Map([
      [
        'docs/ownership/queue.md',
        '---\nowner: Ana Ruiz\nsecond: [Raj]\npaths: [src/queue/**]\n---\n\n# Ownership: Queue\n',
      ],
    ]);
    assert.deepEqual(seen({ ownership }), ['owned path without runbook: src/queue']);
  });

  it('see a system of mine without a second expert, and none of somebody else', () => {
    const record = (owner: string, second: string) =>
      `---\nowner: ${owner}\nsecond: ${second}\n---\n\n# Ownership: Billing\n`;
    const of = (text: string) => seen({ ownership: new Map([['docs/ownership/billing.md', text]]) });
    assert.deepEqual(of(record('Ana Ruiz', '[]')), ['no second expert: Billing']);
    assert.deepEqual(of(record('"@ana-ruiz"', '[Ana Ruiz]')), ['no second expert: Billing']);
    assert.deepEqual(of(record('Ana Ruiz', '[Raj Patel]')), []);
    assert.deepEqual(of(record('Raj Patel', '[]')), []);
    assert.deepEqual(of('not a record'), []);
  });

  it('see a file that I have fixed three times, but no test or document', () => {
    const commits = [
      commit('Fix the retry', 'src/retry.ts', 'test/retry.test.ts', 'docs/x.md'),
      commit('fix(billing): again', 'src/retry.ts', 'test/retry.test.ts', 'docs/x.md'),
      commit('Revert "Retry faster"', 'src/retry.ts', 'test/retry.test.ts', 'docs/x.md'),
      commit('Fixture for the ledger', 'src/ledger.ts'),
      commit('Add a prefix', 'src/ledger.ts'),
      commit('fix: ledger', 'src/ledger.ts'),
    ];
    assert.deepEqual(indicatorsOf({ ...none, commits }), [
      { kind: 'repeated fixes', practice: 'debrief', about: 'src/retry.ts', path: 'src/retry.ts', count: 3 },
    ]);
  });

  it('see nothing where nobody is known', () => {
    assert.deepEqual(seen({ me: [], codeOwners: codeOwners('/src/ @ana-ruiz\n') }), []);
  });
});
