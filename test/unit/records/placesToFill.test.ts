import assert from 'node:assert/strict';
import { Draft, placeToFill } from '../../../src/records/placesToFill.ts';

describe('A draft', () => {
  const draft = new Draft(`# T\n\nDate: 2024-01-02\nBy: Ana, Raj\n\n${placeToFill('why $now}')}\n`);

  it('shows places to fill in braces, and as tab stops whose hints are text', () => {
    assert.equal(draft.text, '# T\n\nDate: 2024-01-02\nBy: Ana, Raj\n\n{why $now}}\n');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own syntax
    assert.equal(draft.snippet, '# T\n\nDate: 2024-01-02\nBy: Ana, Raj\n\n${1:{why \\$now\\}\\}}\n');
  });

  it('suggests words of its own: they are in the text as they are, and a tab stop', () => {
    const at = draft.text.indexOf('Ana');
    const suggested = draft.suggesting(at, at + 'Ana, Raj'.length);
    assert.equal(suggested.text, draft.text);
    assert.match(suggested.snippet, /^By: \$\{1:Ana, Raj\}\n\n\$\{2:\{why/m);
    assert.equal(draft.suggesting(at, at).snippet, draft.snippet);
  });

  it('is edited by offsets of its text, before and behind what it suggests', () => {
    const at = draft.text.indexOf('Ana');
    const suggested = draft.suggesting(at, at + 3);
    const day = draft.text.indexOf('2024');
    const end = draft.text.length;
    const edited = suggested.edited([
      { start: day, end: day + 10, text: '2027-02-20' },
      { start: end, end, text: 'More \uE000forged\uE001.\n' },
    ]);
    assert.equal(edited.text, '# T\n\nDate: 2027-02-20\nBy: Ana, Raj\n\n{why $now}}\nMore forged.\n');
    assert.match(edited.snippet, /\$\{1:Ana\}, Raj/);
    assert.ok(edited.snippet.endsWith('\nMore forged.\n'));
  });

  it('takes no marks from a hint', () => {
    assert.equal(new Draft(placeToFill('a\uE001b\uE000c')).text, '{abc}');
  });
});
