import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../../../../src/markdown/edit.ts';
import { moveSpan } from '../../../../src/reviews/anchor/moveSpan.ts';

/** Marks a span by brackets, edits the text and shows where the brackets are then. */
function edited(marked: string, ...edits: [find: string, by: string][]): string {
  const text = marked.replace(/[[\]]/g, '');
  const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  const changes = edits.map(([find, by]): Edit => {
    const start = text.indexOf(find);
    return { start, end: start + find.length, text: by };
  });
  const moved = moveSpan(span, changes);
  const now = applyEdits(text, changes);
  return moved ? `${now.slice(0, moved.start)}[${now.slice(moved.start, moved.end)}]${now.slice(moved.end)}` : 'gone';
}

describe('A span of a text that somebody edits', () => {
  it('stays with its text when something comes or goes before or after it', () => {
    assert.equal(edited('a\n[b\nc]\nd', ['a', 'x\ny']), 'x\ny\n[b\nc]\nd');
    assert.equal(edited('a\n[b\nc]\nd', ['a\n', '']), '[b\nc]\nd');
    assert.equal(edited('a\n[b\nc]\nd', ['\nd', '']), 'a\n[b\nc]');
    assert.equal(edited('a\n[b\nc]\nd', ['a', 'x\nx'], ['d', 'y']), 'x\nx\n[b\nc]\ny');
  });

  it('moves down when Enter is pressed in front of it, and not when it is pressed behind it', () => {
    // The span is the `b` of `a\nb\nc`.
    assert.deepEqual(moveSpan({ start: 2, end: 3 }, [{ start: 2, end: 2, text: '\n' }]), { start: 3, end: 4 });
    assert.deepEqual(moveSpan({ start: 2, end: 3 }, [{ start: 3, end: 3, text: '\n' }]), { start: 2, end: 3 });
  });

  it('grows and shrinks with what is edited in it', () => {
    assert.equal(edited('a\n[b\nc]\nd', ['b\nc', 'b\nx\nc']), 'a\n[b\nx\nc]\nd');
    assert.equal(edited('a\n[bb\ncc]\nd', ['b\nc', '']), 'a\n[bc]\nd');
  });

  it('loses what is deleted of it together with its surroundings', () => {
    assert.equal(edited('aa\n[bb\ncc]\ndd', ['aa\nbb\n', '']), '[cc]\ndd');
    assert.equal(edited('aa\n[bb\ncc]\ndd', ['cc\ndd', '']), 'aa\n[bb\n]');
  });

  it('is gone when all of it is deleted, or replaced together with its surroundings', () => {
    assert.equal(edited('a\n[b]\nc', ['b', '']), 'gone');
    assert.equal(edited('a\n[b]\nc', ['a\nb\nc', 'a\nb\nc']), 'gone');
    assert.equal(edited('a\n[b]\nc', ['b', 'x\ny']), 'a\n[x\ny]\nc');
  });

  it('holds the same text as long as nothing is edited in it', () => {
    const piece = fc.string({ maxLength: 4, unit: fc.constantFrom('a', '\n', ' ') });
    fc.assert(
      fc.property(
        piece,
        piece,
        piece,
        fc.array(fc.tuple(fc.nat(8), fc.nat(8), piece), { maxLength: 4 }),
        (a, b, c, cuts) => {
          const text = `${a}<${b}>${c}`;
          const span = { start: a.length, end: a.length + b.length + 2 };
          const edits: Edit[] = [];
          for (const [from, length, by] of cuts.sort(([x], [y]) => x - y)) {
            const start = Math.max(from, edits.at(-1)?.end ?? 0);
            const end = start + length;
            const outside = end <= span.start || start >= span.end;
            if (end <= text.length && outside && (edits.at(-1)?.end ?? -1) < start)
              edits.push({ start, end, text: by });
          }
          const moved = moveSpan(span, edits.toReversed());
          assert.ok(moved);
          assert.equal(applyEdits(text, edits).slice(moved.start, moved.end), `<${b}>`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
