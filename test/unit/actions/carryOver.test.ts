import assert from 'node:assert/strict';
import type { Action } from '../../../src/actions/action.ts';
import { type ActionDocument, itemsOf, likenessOf } from '../../../src/actions/carryOver.ts';

const action = (text: string, more: Partial<Action> = {}): Action => ({
  line: 1,
  text,
  owners: [],
  due: null,
  dueText: null,
  done: false,
  explicit: true,
  ...more,
});
const minutes = (date: string | null, ...actions: Action[]): ActionDocument => ({
  path: `meetings/${date ?? 'undated'}.md`,
  date,
  actions,
});

describe('actions across meetings', () => {
  it('are one item with its age and its sources, in the order of the meetings', () => {
    const items = itemsOf([
      minutes('2026-11-13', action('measure the current retry storm', { owners: ['Raj'], due: '2026-11-20', line: 7 })),
      minutes('2026-10-30', action('Measure the retry storm', { owners: ['Raj Patel'], line: 4 })),
      minutes('2026-11-06', action('measure the current retry storm', { owners: ['Raj'], line: 5 })),
    ]);
    assert.deepEqual(items, [
      {
        text: 'measure the current retry storm',
        owners: ['Raj'],
        due: '2026-11-20',
        done: false,
        firstSeen: '2026-10-30',
        lastSeen: '2026-11-13',
        sources: [
          { path: 'meetings/2026-10-30.md', line: 4 },
          { path: 'meetings/2026-11-06.md', line: 5 },
          { path: 'meetings/2026-11-13.md', line: 7 },
        ],
      },
    ]);
  });

  it('are two where other people are named, however alike the words', () => {
    const items = itemsOf([
      minutes('2026-11-06', action('review the partner contract', { owners: ['Ana'] })),
      minutes('2026-11-13', action('review the partner contract', { owners: ['Sam'] })),
    ]);
    assert.equal(items.length, 2);
  });

  it('keep the owner that one of the meetings names', () => {
    const items = itemsOf([
      minutes('2026-11-06', action('review the partner contract', { owners: ['Ana'] })),
      minutes('2026-11-13', action('review the partner contract')),
    ]);
    assert.deepEqual(
      items.map(({ owners }) => owners),
      [['Ana']],
    );
  });

  it('are done when the last meeting says so', () => {
    const items = itemsOf([
      minutes('2026-11-06', action('write the billing runbook')),
      minutes('2026-11-13', action('write the billing runbook', { done: true })),
    ]);
    assert.deepEqual(
      items.map(({ done }) => done),
      [true],
    );
  });

  it('are not joined by a word or two', () => {
    const items = itemsOf([
      minutes('2026-11-06', action('write the billing runbook'), action('write the release notes')),
      minutes('2026-11-13', action('read the billing contract of the partner'), action('runbook')),
    ]);
    assert.equal(items.length, 4);
  });

  it('come from documents without a day as well', () => {
    const [item] = itemsOf([minutes(null, action('write the billing runbook'))]);
    assert.deepEqual([item?.firstSeen, item?.lastSeen], [null, null]);
  });

  it('say why they are one: the words and the owner that they share', () => {
    const before = action('measure the current retry storm', { owners: ['Raj Patel'] });
    assert.deepEqual(likenessOf(before, action('Measure the retry storm again', { owners: ['Ana', 'Raj'] })), {
      words: ['measure', 'retry', 'storm'],
      owner: 'Raj',
    });
    assert.equal(likenessOf(before, action('measure the retry storm')).owner, undefined);
  });

  it('are two where a line below one of them says so, whichever meeting was first', () => {
    const [first, second] = [
      minutes('2026-10-30', action('measure the retry storm', { line: 4 })),
      minutes('2026-11-06', action('measure the retry storm', { line: 5 })),
    ];
    assert.equal(itemsOf([first, second]).length, 1);
    const said = (of: ActionDocument, other: ActionDocument, line: number) => ({
      ...of,
      apart: [{ line, path: other.path, text: 'Measure the retry storm' }],
    });
    assert.equal(itemsOf([first, said(second, first, 5)]).length, 2);
    assert.equal(itemsOf([said(first, second, 4), second]).length, 2);
    assert.equal(itemsOf([first, said(second, first, 6)]).length, 1);
  });
});
