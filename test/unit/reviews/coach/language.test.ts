import assert from 'node:assert/strict';
import { isEnglish } from '../../../../src/reviews/coach/language.ts';

describe('The language of a comment', () => {
  for (const text of [
    'Please rename this.',
    'typo',
    'Nice naïve approach, but this is a façade.',
    'Use a Map here',
    '+1',
    'Can we drop the `für` in the test names?',
  ]) {
    it(`is English in "${text}"`, () => assert.equal(isEnglish(text), true));
  }

  for (const text of [
    'Bitte umbenennen.',
    'Das sollte eine Konstante sein, weil wir es auch im Test brauchen.',
    'On devrait plutôt utiliser une constante ici.',
    'Esto debería ser una constante.',
    'Isto deveria ser uma constante.',
    'Questo dovrebbe essere una costante.',
    'Dit moet een constante zijn, omdat we het ook in de test gebruiken.',
    'To powinno być stałą.',
    'Det här borde vara en konstant.',
    '这里应该用常量。',
    'ここは定数にしてください。',
    'Здесь лучше константа.',
  ]) {
    it(`is not English in "${text}"`, () => assert.equal(isEnglish(text), false));
  }
});
