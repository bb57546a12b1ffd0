import assert from 'node:assert/strict';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { FrontMatter, textsOf, type Value } from '../../../src/markdown/frontMatter.ts';
import { Lines } from '../../../src/markdown/lines.ts';

function find(text: string): FrontMatter | undefined {
  return FrontMatter.find(text, new Lines(text));
}

function get(text: string, key: string): Value | undefined {
  return find(text)?.get(key);
}

/** The text after a value was set; undefined where that is refused. Undoing gives the text back. */
function set(text: string, key: string, value: string | readonly string[]): string | undefined {
  const edits = find(text)?.set(key, value);
  if (!edits) return undefined;
  const after = applyEdits(text, edits);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text);
  return after;
}

describe('Front matter', () => {
  it('stands between two lines of dashes at the top', () => {
    const found = find('---\nstatus: accepted\n---\n\n# Title\n');
    assert.deepEqual(found?.keys, ['status']);
    assert.equal(found?.bodyLine, 3);
    assert.equal(found?.close, 21);
  });

  it('may end with dots, have a byte order mark before it and spaces after its dashes', () => {
    assert.equal(get('\uFEFF---  \nstatus: accepted\n... \n# T', 'status'), 'accepted');
  });

  for (const [name, ending] of [
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ] as const) {
    it(`is read with ${name} as line ending`, () => {
      const text = ['---', 'status: accepted', 'tags:', '  - a', '  - b', '---', '# T'].join(ending);
      assert.equal(get(text, 'status'), 'accepted');
      assert.deepEqual(get(text, 'tags'), ['a', 'b']);
      assert.equal(find(text)?.bodyLine, 6);
    });
  }

  it('may be empty, or hold only comments', () => {
    assert.deepEqual(find('---\n---\n')?.keys, []);
    assert.deepEqual(find('---\n# status: accepted\n\n---\n')?.keys, []);
  });

  for (const [what, text] of [
    ['is not closed', '---\nstatus: accepted\n'],
    ['does not stand at the top', '\n---\nstatus: accepted\n---\n'],
    ['begins with four dashes', '----\nstatus: accepted\n----\n'],
    ['is indented', ' ---\nstatus: accepted\n ---\n'],
    ['is prose between two rules', '---\nWhat we talked about\n---\n'],
    ['is a list between two rules', '---\n- one\n- two\n---\n'],
    ['is longer than a record has', `---\nnote: |\n${'  words and more words\n'.repeat(20000)}---\n`],
  ] as const) {
    it(`is none where it ${what}`, () => {
      assert.equal(find(text), undefined);
    });
  }

  it('ends at the first line of dashes, whatever a later rule or fence holds', () => {
    const found = find('---\nstatus: accepted\n---\n\n---\nstatus: rejected\n---\n');
    assert.equal(found?.get('status'), 'accepted');
    assert.equal(found?.bodyLine, 3);
  });

  it('keeps indented dashes in a block of text', () => {
    assert.equal(get('---\nnote: |\n  a\n  ---\n  b\nstatus: accepted\n---\n', 'note'), 'a\n---\nb\n');
  });
});

describe('A value of the front matter', () => {
  for (const [what, entry, value] of [
    ['plain words', 'k: some words', 'some words'],
    ['a date, as written', 'k: 2023-09-05', '2023-09-05'],
    ['a number, as written', 'k: 007', '007'],
    ['a word that YAML might take for a boolean', 'k: yes', 'yes'],
    ['single quotes', "k: 'it''s'", "it's"],
    ['double quotes', 'k: "a\\tb: c"', 'a\tb: c'],
    ['a quoted key', '"k": v', 'v'],
    ['a key in single quotes', "'k': v", 'v'],
    ['a comment behind it', 'k: v # why', 'v'],
    ['a hash without a space before it', 'k: C#', 'C#'],
    ['nothing', 'k:', null],
    ['nothing but a comment', 'k: # later', null],
    ['empty quotes', "k: ''", null],
    ['a flow list', 'k: [a, "b, c", d]', ['a', 'b, c', 'd']],
    ['a flow list over lines', 'k: [\n  a,\n  b\n  ]', ['a', 'b']],
    ['a block list', 'k:\n  - a\n  - "b"', ['a', 'b']],
    ['a block list that is not indented', 'k:\n- a\n- b', ['a', 'b']],
    ['a block list with comments', 'k:\n  # who\n  - a # first\n  - b', ['a', 'b']],
    ['a literal block', 'k: |\n  a\n  b: c', 'a\nb: c\n'],
    ['a folded block', 'k: >-\n  a\n  b', 'a b'],
    ['words over two lines', 'k: a\n  b', 'a b'],
    ['a map', 'k:\n  a: 1\n  b: [2, 3]', { a: '1', b: ['2', '3'] }],
    ['a list of maps', 'k:\n  - type: path\n    pattern: src/**', [{ type: 'path', pattern: 'src/**' }]],
    ['characters beyond the first plane', 'k: 🦊 𝒳', '🦊 𝒳'],
    ['an unquoted colon, which YAML refuses', 'k: Retries: how many', 'Retries: how many'],
    ['a tag of its own', 'k: !status accepted', 'accepted'],
    ['an anchor', 'k: &a accepted', 'accepted'],
  ] as const) {
    it(`may be ${what}`, () => {
      assert.deepEqual(get(`---\nbefore: x\n${entry}\nafter: y\n---\n`, 'k'), value);
    });
  }

  it('is none where the key is absent', () => {
    assert.equal(get('---\nstatus: accepted\n---\n', 'date'), undefined);
  });

  it('is none where it stands for another entry, which is not read', () => {
    assert.equal(get('---\nfirst: &a accepted\nk: *a\n---\n', 'k'), undefined);
  });

  it('is none where YAML refuses several lines', () => {
    assert.equal(get('---\nk: [a,\n  b\n---\n', 'k'), undefined);
  });

  it('does not suffer from an invalid entry beside it', () => {
    const text =
      '---\ntitle: Retries: how many\nowner: @ana\nlist: [a\nstatus: accepted\n\tbad\ndate: 2024-01-02\n---\n';
    assert.equal(get(text, 'title'), 'Retries: how many');
    assert.equal(get(text, 'owner'), '@ana');
    assert.equal(get(text, 'date'), '2024-01-02');
  });

  it('is the first where a key stands twice', () => {
    assert.equal(get('---\nstatus: accepted\nstatus: rejected\n---\n', 'status'), 'accepted');
  });

  it('grows no tree out of aliases that name each other many times over', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [to, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih']) {
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(',')}]`);
    }
    const text = `---\n${bomb.join('\n')}\nstatus: accepted\n---\n`;
    assert.equal(get(text, 'status'), 'accepted');
    assert.ok(textsOf(get(text, 'i')).length < 10);
  });

  it('gives its texts in order, however it is nested', () => {
    assert.deepEqual(textsOf(['a', null, { x: 'b', y: ['c'] }]), ['a', 'b', 'c']);
    assert.deepEqual(textsOf(null), []);
    assert.deepEqual(textsOf(undefined), []);
  });
});

describe('Setting a value of the front matter', () => {
  const within = (entry: string) => `---\nbefore: x # keep\n${entry}\n# between\nafter: y\n---\n# T\n`;

  for (const [what, before, after] of [
    ['replaces plain words', 'k: old', 'k: new'],
    ['replaces quoted words', 'k: "old: er"', 'k: new'],
    ['keeps a comment behind the value', 'k: old   # draft | accepted', 'k: new   # draft | accepted'],
    ['fills a gap', 'k:', 'k: new'],
    ['fills a gap that has a space', 'k: ', 'k: new'],
    ['fills a gap before a comment', 'k: # draft | accepted', 'k: new # draft | accepted'],
    ['keeps a quoted key', '"k": old', '"k": new'],
    ['keeps a space before the colon', 'k : old', 'k : new'],
    ['replaces a list in brackets', 'k: [a, b]', 'k: new'],
    ['replaces a list on lines of its own', 'k:\n  - a\n  - b', 'k: new'],
    ['replaces a block of text', 'k: |\n  a\n  b', 'k: new'],
    ['replaces words over two lines', 'k: a\n  b', 'k: new'],
  ] as const) {
    it(`${what}, and nothing else`, () => {
      assert.equal(set(within(before), 'k', 'new'), within(after));
    });
  }

  it('adds a missing key before the closing line', () => {
    assert.equal(set('---\na: 1\n---\n', 'status', 'accepted'), '---\na: 1\nstatus: accepted\n---\n');
    assert.equal(set('---\n---\n', 'status', 'accepted'), '---\nstatus: accepted\n---\n');
  });

  it('adds a key with the line ending of the file', () => {
    assert.equal(set('---\r\na: 1\r\n---\r\n', 'b', '2'), '---\r\na: 1\r\nb: "2"\r\n---\r\n');
  });

  it('keeps a byte order mark and CRLF', () => {
    const text = '\uFEFF---\r\nstatus: proposed\r\ndate: 2024-01-02\r\n---\r\n';
    assert.equal(set(text, 'status', 'accepted'), text.replace('proposed', 'accepted'));
  });

  it('writes a list in brackets', () => {
    assert.equal(
      set('---\nwho: Ana\n---\n', 'who', ['Ana Ruiz', 'Raj: lead', '1']),
      '---\nwho: [Ana Ruiz, "Raj: lead", "1"]\n---\n',
    );
    assert.equal(set('---\nwho:\n  - Ana\nx: 1\n---\n', 'who', []), '---\nwho: []\nx: 1\n---\n');
  });

  it('quotes what YAML would read as something else, and keeps it on one line', () => {
    for (const value of ['a: b', '# a', '[x', '- a', 'null', '', ' a ', 'two\nlines', 'x\ttab', '---', "it's", '"q"']) {
      const after = set('---\nk: old\nnext: 1\n---\n', 'k', value);
      assert.ok(after);
      assert.equal(after.split('\n').length, 5, after);
      assert.equal(get(after, 'k') ?? '', value);
      assert.equal(get(after, 'next'), '1');
    }
  });

  for (const [what, entry] of [
    ['is no valid YAML', 'k: Retries: how many'],
    ['is a map', 'k:\n  a: 1'],
    ['holds a nested list', 'k:\n  - [a]'],
    ['has a tag', 'k: !status old'],
    ['has an anchor', 'k: &a old'],
    ['is an alias', 'k: *a'],
    ['has a comment before its list', 'k: # who\n  - a'],
    ['has comments in its list', 'k:\n  - a # first\n  - b'],
    ['has a comment on a line of its list', 'k:\n  - a\n  # then\n  - b'],
    ['has comments in its brackets', 'k: [\n  a, # first\n  b ]'],
    ['has a comment behind the mark of a block', 'k: | # why\n  a'],
  ] as const) {
    it(`is refused where the entry ${what}, since something would be lost`, () => {
      assert.equal(set(within(entry), 'k', 'new'), undefined);
    });
  }
});
