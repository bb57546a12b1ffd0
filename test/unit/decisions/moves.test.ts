import assert from 'node:assert/strict';
import { posix } from 'node:path';
import fc from 'fast-check';
import { territoryOf } from '../../../src/decisions/affects.ts';
import { type Move, movedPath } from '../../../src/decisions/move.ts';
import { editsForMoves, leftBehind } from '../../../src/decisions/moves.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { MarkdownDocument } from '../../../src/markdown/document.ts';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { linksOf } from '../../../src/markdown/links.ts';
import { bodyBlock, fileShape, shaped } from '../markdown/generated.ts';

const path = 'docs/adr/0012-retry.md';

/** A text after some moves. */
function followed(text: string, moves: readonly Move[], at = path): string {
  return applyEdits(text, editsForMoves(at, text, moves));
}

function affects(list: string, from: string, to: string): string {
  const lead = '---\nstatus: accepted\naffects: ';
  return followed(`${lead}${list}\n---\n`, [{ from, to }]).slice(lead.length, -5);
}

describe('A record follows what moves', function () {
  this.timeout(20_000);

  it('in the entries of its affects that name it, or something in it', () => {
    assert.equal(affects('[src/billing/**, src/a.ts]', 'src/billing', 'src/payments'), '[src/payments/**, src/a.ts]');
    assert.equal(affects('[src/billing]', 'src/billing', 'lib/pay'), '[lib/pay]');
    assert.equal(
      affects('["./src/billing/", \'!/src/billing/test\']', 'src/billing', 'lib'),
      '["./lib/", \'!/lib/test\']',
    );
    assert.equal(affects('src/billing/*.{ts,tsx}', 'src', 'app'), 'app/billing/*.{ts,tsx}');
    assert.equal(
      affects('\n  - src/a.ts # the one\n  - "src/b.ts"', 'src/a.ts', 'src/c.ts'),
      '\n  - src/c.ts # the one\n  - "src/b.ts"',
    );
    assert.equal(affects('["app/[id]/**"]', 'app/[id]', 'app/[slug]'), '["app/[slug]/**"]');
    assert.equal(affects('[src/a.ts]', 'src/a.ts', 'src/x, y.ts'), "['src/x, y.ts']");
    const adrkit = '\n  - type: path\n    pattern: "src/billing/**"\n  - type: package\n    pattern: src/billing';
    assert.equal(affects(adrkit, 'src/billing', 'lib'), adrkit.replace('"src/billing/**"', '"lib/**"'));
  });

  it('in the choices of a glob, one by one, or set out where it leaves their folder', () => {
    for (const [before, from, to, after] of [
      ['src/{a,b}/**', 'src/a', 'src/x', 'src/{x,b}/**'],
      ['src/{a,b}/**', 'src/b', 'src/x/y', 'src/{a,x/y}/**'],
      ['!src/{a,b}', 'src/b', 'src/x', '!src/{a,x}'],
      ['./src/{a,b}/**', 'src/a', 'lib/x', './{lib/x,src/b}/**'],
      ['src/{a,b}/sub/*.ts', 'src/a/sub', 'src/a/new', 'src/{a/new,b/sub}/*.ts'],
      ['src/{a,b}/{c,d}/*.ts', 'src/a', 'src/x', 'src/{x,b}/{c,d}/*.ts'],
      ['src/{a,b}/{c,d}/*.ts', 'src/a/c', 'lib', '{lib,src/a/d,src/b/c,src/b/d}/*.ts'],
      ['src/{a,b/{c,d}}/**', 'src/b/c', 'src/b/x', 'src/{a,b/x,b/d}/**'],
      ['{a,b}.ts', 'a.ts', 'lib/c.ts', '{lib/c.ts,b.ts}'],
      ['src/{a/**,b.ts}', 'src/a', 'src/x', 'src/{x/**,b.ts}'],
    ] as const) {
      assert.equal(affects(JSON.stringify([before]), from, to), JSON.stringify([after]), before);
    }
    for (const same of ['src/{a,b}/**', 'src/{c,d*}/**', '{src,lib}/a2']) {
      assert.equal(affects(JSON.stringify([same]), 'src/c2', 'src/x'), JSON.stringify([same]));
    }
  });

  it('and names the globs that cannot follow', () => {
    const left = (list: string, from: string, to: string) => leftBehind(`---\naffects: ${list}\n---\n`, [{ from, to }]);
    assert.deepEqual(left('["src/{a,b}/**", "src/a"]', 'src/a', 'src/x, y'), ['src/{a,b}/**']);
    assert.deepEqual(left('|\n  src/a\n', 'src/a', 'lib'), ['src/a']);
    assert.deepEqual(left('[src/a, &x src/b]', 'src', 'lib'), ['src/a', 'src/b']);
    assert.deepEqual(left('["src/{a,b}/**", src/**, lib]', 'src/a', 'src/x'), []);
    assert.deepEqual(left('"src/{a,b}/**"', 'lib', 'src/x'), []);
  });

  it('but not in globs that are not about it by name', () => {
    for (const list of [
      '[src/**]',
      '["**/billing/**"]',
      '[src/*/retry.ts]',
      '[src/bill*]',
      '[src/billing2/**]',
      '["!**"]',
    ]) {
      assert.equal(affects(list, 'src/billing', 'src/payments'), list);
    }
  });

  it('in its relative links, in the way in which they are written', () => {
    const moves = [{ from: 'src/billing', to: 'lib/pay ments' }];
    for (const [before, expected] of [
      ['[a](../../src/billing/retry.ts#L4)', '[a](../../lib/pay%20ments/retry.ts#L4)'],
      ['![a](../../src/billing/x%20y.png "b")', '![a](../../lib/pay%20ments/x%20y.png "b")'],
      ['[a](/src/billing/)', '[a](/lib/pay%20ments/)'],
      ['[a]: <../../src/billing/a b.ts> "x"', '[a]: <../../lib/pay%20ments/a b.ts> "x"'],
      [
        '[![a](../../src/billing/a.png)](../../src/billing)',
        '[![a](../../lib/pay%20ments/a.png)](../../lib/pay%20ments)',
      ],
    ] as const) {
      assert.equal(followed(`# A\n\n${before}\n`, moves), `# A\n\n${expected}\n`);
    }
    for (const same of [
      '[a](../../src/billing2/a.ts)',
      '[a](https://example.org/src/billing)',
      '[a](#src/billing)',
      '[a](../../../src/billing/a.ts)',
      '`[a](../../src/billing/a.ts)`',
      '```\n[a](../../src/billing/a.ts)\n```',
      '<!-- [a](../../src/billing/a.ts) -->',
    ]) {
      assert.equal(followed(`# A\n\n${same}\n`, moves), `# A\n\n${same}\n`);
    }
  });

  it('when another record gets another name, and when it moves itself', () => {
    const rename = [{ from: 'docs/adr/0003-a.md', to: 'docs/adr/0003-b.md' }];
    assert.equal(
      followed('Supersedes [3](0003-a.md) and [3](./0003-a.md).', rename),
      'Supersedes [3](0003-b.md) and [3](./0003-b.md).',
    );
    const away = [{ from: 'docs/adr', to: 'decisions' }];
    assert.equal(
      followed('[3](0003-a.md) [code](../../src/a.ts) [notes](../notes.md) [root](/src/a.ts)', away),
      '[3](0003-a.md) [code](../src/a.ts) [notes](../docs/notes.md) [root](/src/a.ts)',
    );
    assert.equal(followed('[a](../../src/a.ts)', [{ from: path, to: 'docs/adr/0012-x.md' }]), '[a](../../src/a.ts)');
    const renamed = [{ from: 'docs/adr', to: 'docs/records' }];
    assert.equal(followed('[3](../adr/0003-a.md) [3](0003-a.md)', renamed), '[3](0003-a.md) [3](0003-a.md)');
  });

  it('so that globs and links lead to where things are now, nothing else changes, and undo restores every character', () => {
    const folder = fc.constantFrom('src', 'src/a', 'src/a/b', 'docs', 'docs/adr', 'lib x', 'app/[id]', 'é');
    const file = fc.tuple(folder, fc.constantFrom('x.ts', 'a b.md', '(1).ts', 'ü.md')).map((parts) => parts.join('/'));
    const target = fc.oneof(file, folder);
    const choice = fc
      .tuple(folder, fc.constantFrom('x', 'y/z', 'b'))
      .map(([first, second]) => [`{${first},${second}}`, first] as const);
    const named = fc.oneof({ arbitrary: target.map((each) => [each, each] as const), weight: 3 }, choice);
    // A pattern, the path in it that may move, and how the pattern goes on.
    const pattern = fc.tuple(named, fc.constantFrom('', '/**', '/*.ts', '/'));
    const encode = (text: string) =>
      text.replace(/[ ()[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const from = 'docs/adr';
    const link = fc
      .record({ target, form: fc.constantFrom('inline', 'angled', 'rooted', 'definition', 'winding') })
      .map((each) => {
        if (each.form === 'winding') return `[x](../../docs/adr/../../${encode(each.target)})`;
        const way = posix.relative(from, each.target) || '.';
        if (each.form === 'angled') return `[x](<${way}>)`;
        if (each.form === 'rooted') return `[x](/${encode(each.target)}#L1)`;
        return each.form === 'inline' ? `[x](${encode(way)})` : `[${each.target.length}]: ${encode(way)}`;
      });
    const move = fc
      .record({ from: target, to: fc.constantFrom('new', 'src/new', 'docs/n/w', 'new [x]', 'nö w.ts') })
      .filter((each) => each.from !== each.to);
    let edited = 0;
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 3 }),
        fc.array(fc.oneof(link, bodyBlock), { maxLength: 5 }),
        move,
        fileShape,
        (patterns, blocks, moved, shape) => {
          const text = shaped(
            [
              '---',
              'id: 7',
              `affects: ${JSON.stringify(patterns.map(([[written], end]) => written + end))}`,
              '---',
              '',
              ...blocks.flatMap((each) => [each, '']),
            ].join('\n'),
            shape,
          );
          const edits = editsForMoves(path, text, [moved]);
          const result = applyEdits(text, edits);
          edited += edits.length;
          assert.equal(applyEdits(result, invertEdits(text, edits)), text);
          const [old, now] = [readDecision(path, text), readDecision(path, result)];
          assert.equal(now.affects.length, old.affects.length);
          // Whatever was governed by name, and moves, is governed where it is now.
          for (const [[written, path], end] of patterns) {
            const place = movedPath(path, [moved]);
            if (place === undefined) continue;
            const below = end === '/*.ts' ? `${place}/q.ts` : `${place}/q/r`;
            assert.ok(
              territoryOf(now).holds(end === '' ? place : below),
              JSON.stringify([written, end, moved, result]),
            );
          }
          const newFolder = posix.dirname(movedPath(path, [moved]) ?? path);
          const before = linksOf(new MarkdownDocument(text)).map((each) => placeOf(each.target, from));
          const leads = linksOf(new MarkdownDocument(result)).map((each) => placeOf(each.target, newFolder));
          assert.deepEqual(
            leads,
            before.map((each) => movedPath(each, [moved]) ?? each),
            JSON.stringify([text, result, moved]),
          );
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(edited > 200, String(edited));
  });
});

/** The path that a link leads to, from a folder. */
function placeOf(target: string, folder: string): string {
  const decoded = decodeURIComponent(target.replace(/#.*/, ''));
  return (decoded.startsWith('/') ? posix.normalize(decoded.slice(1)) : posix.join(folder, decoded)).replace(/\/$/, '');
}
