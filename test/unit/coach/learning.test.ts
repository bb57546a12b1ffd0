import assert from 'node:assert/strict';
import { agreement } from '../../coach/agreement.ts';
import { unseenAnswers } from '../../coach/crossValidation.ts';
import { examplesOf, type LabelledComment, learn, likelihoodIn } from '../../coach/learning.ts';

/** Comments in which a reader sees a risk wherever something is awkward, and nowhere else. */
const comments: readonly LabelledComment[] = Array.from({ length: 60 }, (_, index) => ({
  text: index % 3 ? `Rename number ${index}.` : `Number ${index} is awkward.`,
  why: false,
  pattern: index % 2 === 0,
  risk: index % 3 === 0,
}));

describe('Learning the weights of the coach', function () {
  // Learns some hundred times.
  this.timeout(60_000);
  const examples = examplesOf(comments);

  it('gives a word more weight the more comments speak for it', () => {
    const few = learn(examples.slice(0, 12), 'risk').weights.bad ?? 0;
    const many = learn(examples, 'risk').weights.bad ?? 0;
    assert.ok(many > few, `${many} after 60 comments, ${few} after 12`);
  });

  it('keeps what it expects of words that no comment has', () => {
    assert.ok((learn(examples, 'risk').weights.loses ?? 0) > 1);
  });

  it('tells comments apart that it has not seen', () => {
    const said = comments.map(({ risk }) => risk);
    assert.ok(agreement(said, unseenAnswers(examples, 'risk', 1)).kappa > 0.9);
  });

  it('finds nothing in what was labelled at random', () => {
    const said = comments.map(({ pattern }) => pattern);
    assert.ok(agreement(said, unseenAnswers(examples, 'pattern', 1)).kappa < 0.4);
  });

  it('is learned the same way each time', () => {
    assert.deepEqual(learn(examples, 'risk'), learn(examplesOf(comments), 'risk'));
  });

  it('says the likelihood between nothing and certainty', () => {
    const judge = learn(examples, 'risk');
    for (const example of examples) {
      const likelihood = likelihoodIn(example, judge);
      assert.ok(likelihood > 0 && likelihood < 1);
    }
  });
});
