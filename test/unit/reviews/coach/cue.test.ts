import assert from 'node:assert/strict';
import { words } from '../../../../src/reviews/coach/cue.ts';
import { proseOf } from '../../../../src/reviews/coach/prose.ts';

/** What of a comment's prose the phrases find. */
function found(phrases: RegExp, text: string): string[] {
  return [...proseOf(text).matchAll(phrases)].map(({ index, 0: match }) => text.slice(index, index + match.length));
}

describe('The words of a cue', () => {
  const phrases = words`
    slow|so that
    [\uE001]+ will|is [\uE001]+|\+1
  `;

  it('are found whole, in either case', () => {
    assert.deepEqual(found(phrases, 'Slow, so that it is no slower'), ['Slow', 'so that']);
  });

  it('may begin or end with code or signs', () => {
    assert.deepEqual(found(phrases, '+1 that `parse` will fail where it is `null`'), [
      '+1',
      '`parse` will',
      'is `null`',
    ]);
  });
});
