import assert from 'node:assert/strict';
import type { TreeItem } from 'vscode';
import { type DrawnGroup, DrawnRows } from '../../../src/editor/views/drawnRows.ts';

interface Row {
  readonly id: string;
  readonly words?: string;
}

/** Groups by their names, with rows such as `a: words`. */
function tree(drawn: DrawnRows<Row>, groups: Readonly<Record<string, readonly string[]>>): DrawnGroup<Row>[] {
  return Object.entries(groups).map(([id, rows]) => ({
    id,
    row: drawn.same(id, { id }),
    below: rows.map((each) => {
      const [name = '', words = ''] = each.split(': ');
      return { id: name, row: drawn.same(name, { id: name, words }), item: { label: words } as TreeItem };
    }),
  }));
}

describe('A tree of which much stays the same', () => {
  let drawn: DrawnRows<Row>;
  const follow = (groups: Readonly<Record<string, readonly string[]>>) =>
    drawn.follow(tree(drawn, groups))?.map(({ id }) => id);
  const start = { proposed: ['a: x', 'b: x'], accepted: ['c: x'] };

  beforeEach(() => {
    drawn = new DrawnRows();
    assert.equal(follow(start), undefined, 'what was never drawn is drawn as a whole');
  });

  it('draws nothing where nothing is different', () => assert.deepEqual(follow(start), []));

  it('draws a row that says something else, and no other', () => {
    assert.deepEqual(follow({ ...start, proposed: ['a: x', 'b: y'] }), ['b']);
    assert.deepEqual(follow({ ...start, proposed: ['a: x', 'b: y'] }), []);
  });

  it('draws a group that has more rows, fewer, or others first', () => {
    assert.deepEqual(follow({ ...start, accepted: ['d: x', 'c: x'] }), ['accepted']);
    assert.deepEqual(follow({ ...start, accepted: ['c: x'] }), ['accepted']);
    assert.deepEqual(follow({ ...start, proposed: ['b: x', 'a: y'] }), ['proposed']);
  });

  it('draws everything where a row has another group, or groups come and go', () => {
    assert.equal(follow({ proposed: ['a: x'], accepted: ['c: x', 'b: x'] }), undefined);
    assert.equal(follow({ proposed: ['a: x'], accepted: ['c: x', 'b: x'], rejected: ['d: x'] }), undefined);
    assert.equal(follow({ proposed: ['a: x'], accepted: ['c: x', 'b: x'] }), undefined);
  });

  it('keeps the row that is known, with what is new in it', () => {
    const row = drawn.same('a', { id: 'a', words: 'y' });
    assert.equal(drawn.same('a', { id: 'a', words: 'z' }), row);
    assert.equal(row.words, 'z');
  });
});
