import assert from 'node:assert/strict';
import { type Place, successor } from '../../../../src/reviews/anchor/place.ts';

const retry = `import { charge } from './charge.ts';

export function retry(most: number): boolean {
  for (let count = 0; count < most; count++) {
    if (charge()) {
      return true;
    }
  }
  return false;
}

export function once(): boolean {
  const charged = charge();
  return charged;
}
`;

/** Where lines are after an edit, as `state first-last`. */
function found(edit: (text: string) => string, line: number, endLine = line): string {
  const place: Place | undefined = successor(retry, edit(retry)).place({ line, endLine });
  return place ? `${place.state} ${place.line}-${place.endLine}` : 'orphaned';
}

const insert = (before: string, lines: string) => (text: string) => text.replace(before, `${lines}${before}`);

describe('A comment on lines, later', () => {
  it('is where it was, if nothing has changed, or something below', () => {
    assert.equal(
      found((text) => text, 4, 8),
      'same 4-8',
    );
    assert.equal(
      found((text) => `${text}// end\n`, 4, 8),
      'same 4-8',
    );
  });

  it('moves with edits above it', () => {
    assert.equal(
      found((text) => `// one\n// two\n${text}`, 4, 8),
      'moved 6-10',
    );
    assert.equal(
      found((text) => text.split('\n').slice(2).join('\n'), 4, 8),
      'moved 2-6',
    );
  });

  it('does not mind line endings, a byte order mark or the end of the file', () => {
    assert.equal(
      found((text) => text.replaceAll('\n', '\r\n'), 4, 8),
      'same 4-8',
    );
    assert.equal(
      found((text) => `\uFEFF${text}`, 1),
      'same 1-1',
    );
    assert.equal(
      found((text) => text.trimEnd(), 15),
      'same 15-15',
    );
  });

  it('follows lines that moved past others', () => {
    const [head = '', tail = ''] = retry.split('export function once');
    assert.equal(
      found(() => `export function once${tail}\n${head}`, 3, 9),
      'moved 8-14',
    );
  });

  it('is on what its lines have become, if some of them are edited', () => {
    const budget = (text: string) => text.replace('count < most;', 'count < most && budget.left();');
    assert.equal(found(budget, 4, 8), 'changed 4-8');
    assert.equal(found(budget, 4), 'changed 4-4');
    assert.equal(found(insert('      return true', '      log();\n'), 4, 8), 'changed 4-9');
    assert.equal(
      found((text) => text.replace('    if (charge()) {\n', ''), 4, 6),
      'changed 4-5',
    );
  });

  it('is on a line that was only indented otherwise', () => {
    assert.equal(
      found((text) => text.replace('  const charged', '    const charged'), 13),
      'changed 13-13',
    );
  });

  it('is orphaned when its lines are gone', () => {
    assert.equal(
      found((text) => text.replace('  return false;\n', ''), 9),
      'orphaned',
    );
    assert.equal(
      found((text) => text.replace(/ {2}for[\s\S]*?(?= {2}return false)/u, ''), 4, 8),
      'orphaned',
    );
    assert.equal(
      found(() => '', 4),
      'orphaned',
    );
  });

  it('is orphaned when its lines are rewritten', () => {
    assert.equal(
      found((text) => text.replace('  return false;', "  throw new Error('spent');"), 9),
      'orphaned',
    );
  });

  it('is orphaned when it could be either of two', () => {
    // Which of the two braces is the old one, nobody can say.
    assert.equal(found(insert('  return charged', '  }\n'), 7), 'same 7-7');
    assert.equal(
      found((text) => text.replace('    }\n  }\n', '    }\n    }\n  }\n'), 7),
      'orphaned',
    );
    assert.equal(
      found((text) => text.replace('count++) {', 'count += 2) {').replace('    if', '    else if'), 8),
      'same 8-8',
    );
  });

  it('is orphaned when it names lines that the file never had', () => {
    assert.equal(
      found((text) => text, 400),
      'orphaned',
    );
    assert.equal(
      found((text) => text, 5, 4),
      'orphaned',
    );
    assert.equal(
      found((text) => text, 0),
      'orphaned',
    );
  });
});
