import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coach } from '../../../../src/reviews/coach/coach.ts';
import { type Part, parts } from '../../../../src/reviews/coach/cue.ts';
import { expectations } from '../../../../src/reviews/coach/evidence.ts';
import { judges } from '../../../../src/reviews/coach/model.ts';

/** Comments of our own with what each of them teaches. */
const comments: readonly (readonly [string, string])[] = [
  ['Please rename this.', ''],
  ['Remove the blank line.', ''],
  ['Use `orders.at(-1)` here.', 'pattern'],
  ['You could use a `Map` instead: `const byId = new Map(orders.map((each) => [each.id, each]))`', 'pattern'],
  ['This check is redundant, since the caller already sorts the list.', 'why'],
  ['Extract this into a `retry()` helper, because the same loop is duplicated in three places.', 'why pattern'],
  ['This will throw when the response is empty, and the whole import is lost.', 'why risk'],
  [
    'Running this query inside a loop gets expensive and will time out for large customers. Instead, load all of them with one `findMany(ids)` call.',
    'why pattern risk',
  ],
  // A preference alone is no reason; what it is better in, is one.
  ['I think `retryBudget()` would be more appropriate here.', 'pattern'],
  ['I think `retryBudget()` would be clearer here.', 'why pattern'],
  // A question that proposes shows a pattern, with a reason or without one; one that wants to know does not.
  ["Shouldn't we be using the `https` address here?", 'pattern'],
  ['Any reason not to use the existing `slugify()` helper? It already deals with umlauts.', 'why pattern'],
  ['Where does `reduce()` come from?', ''],
  ["Is it possible to read these from `settings` so that we don't have to keep two lists?", 'why pattern'],
  // Code that fails is no pattern.
  ['What does this print? ``` Traceback (most recent call last): ValueError: no such account ```', ''],
  // A wish for tests or words about the code shows no way to write it.
  ['Please add tests for this.', ''],
  ['Can you add a comment to `retryBudget()`?', ''],
  // Neither does a wish to change something that leaves open into what.
  ['Rename this, so that readers do not take it for the total.', 'why'],
  // A doubted need and a fact behind a comma are reasons.
  ["I don't think we need this option, nobody sets it.", 'why'],
  ['Not a fan of this, it makes the tests depend on the order they run in.', 'why'],
  // The names of classes are code, and code can be the subject of a sentence.
  ['This should probably inherit from RetryPolicy.', 'pattern'],
  ['If the list is empty, `first` will throw an exception and the whole import fails.', 'why risk'],
  ['With this customers will get a blank page until the request finishes.', 'why risk'],
];

describe('The coach', function () {
  // Reads some hundred made-up comments.
  this.timeout(60_000);
  for (const [text, taught] of comments) {
    it(`finds ${taught.replaceAll(' ', ' and ') || 'nothing taught'} in "${text.slice(0, 60)}"`, () => {
      const advice = coach(text);
      assert.deepEqual(
        parts.filter((part) => advice[part].present),
        taught.split(' ').filter(Boolean),
      );
    });
  }

  it('explains what it finds by words: without them it does not find it', () => {
    // A long comment is likely to say something, whatever its words.
    const explained = comments
      .filter(([text]) => text.length < 120)
      .flatMap(([text, taught]) =>
        taught
          .split(' ')
          .filter((part) => part && coach(text)[part as Part].because.length)
          .map((part) => ({ text, part: part as Part })),
      );
    assert.ok(explained.length >= 5);
    for (const { text, part } of explained) {
      let without = text;
      for (const { start, end } of coach(text)[part].because) {
        without = without.slice(0, start) + without.slice(start, end).replace(/[^\s.]/g, 'x') + without.slice(end);
      }
      assert.equal(coach(without)[part].present, false, `${part} is still found in "${without}"`);
    }
  });

  it('points at the words in the comment, also behind a label', () => {
    const text = 'issue (blocking): this will throw when the list is empty';
    const [first] = coach(text).risk.because;
    assert.ok(first);
    assert.match(text.slice(first.start, first.end), /^(?:this )?will throw|empty/);
  });

  it('asks for what is missing, in the order why, pattern, risk', () => {
    assert.deepEqual(coach('Please rename this.').missing, ['why', 'pattern', 'risk']);
    assert.deepEqual(coach('Use `orders.at(-1)` here.').missing, ['why', 'risk']);
  });

  it('takes a part that is set out under its name as given, and as missing where nothing stands there', () => {
    const advice = coach(
      'Rename.\n\n**Why:** everybody reads it as the total.\n\n**Pattern:**\n\nRisk: wrong invoices.',
    );
    assert.deepEqual(advice.missing, ['pattern']);
  });

  it('asks nothing of praise and questions, with a label or without one', () => {
    for (const text of [
      'praise: the names read well.',
      'question: is this called at start-up?',
      'Why is this here?',
      'Thanks for the tests!',
      'LGTM',
    ]) {
      assert.deepEqual(coach(text).missing, [], text);
    }
    assert.deepEqual(coach('nitpick: rename this').missing, ['why', 'pattern', 'risk']);
    assert.deepEqual(coach('nitpick: rename this', ['nitpick']).missing, []);
    assert.notDeepEqual(coach('praise: rename this', []).missing, []);
  });

  it('asks for a reason where a question proposes something', () => {
    assert.ok(coach('Can we use `findMany(ids)` instead?').missing.includes('why'));
  });

  it('stays silent about other languages, but for the sections that they set out', () => {
    for (const text of [
      'Bitte umbenennen, der Name ist so nicht zu verstehen.',
      'Il faudrait renommer cette fonction.',
      'Falta una prueba para este caso.',
      'この関数の名前を変えてください。',
      'Переименуйте эту функцию, пожалуйста.',
    ]) {
      assert.deepEqual(coach(text).missing, [], text);
    }
    assert.deepEqual(coach('Bitte umbenennen.\n\n**Risk:**').missing, ['risk']);
  });

  it('says nothing of an empty comment', () => {
    assert.deepEqual(coach('').missing, []);
    assert.deepEqual(coach(' \n> \n').missing, []);
    assert.deepEqual(coach('suggestion: \n\n**Why:** \n**Pattern:** \n**Risk:** ').missing, []);
  });

  it('gives any text an answer, the same each time, with words that stand in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', 'issue: ', '```\n', '> '),
        (text, before) => {
          const advice = coach(before + text);
          assert.deepEqual(advice, coach(before + text));
          for (const part of parts) {
            for (const { start, end } of advice[part].because) {
              assert.ok(0 <= start && start < end && end <= before.length + text.length);
            }
          }
        },
      ),
    );
  });

  it('reads a very long comment', () => {
    assert.ok(coach('`x` '.repeat(100_000)).missing.length <= 3);
    assert.ok(coach(`${'a'.repeat(50_000)}!`).missing.length <= 3);
  });

  it('has a weight for nothing that is no longer looked for', () => {
    for (const part of parts) {
      assert.deepEqual(
        Object.keys(judges[part].weights).filter((name) => !expectations.has(name)),
        [],
      );
    }
  });
});
