import assert from 'node:assert/strict';
import { sectionsOf } from '../../../../src/reviews/coach/sections.ts';

describe('The sections of a comment', () => {
  for (const [how, text] of [
    ['in bold with the colon inside', '**Why:** it is late.\n\n**Risk:**'],
    ['in bold with the colon outside', '**Why**: it is late.\n\n**Risk**:'],
    ['in plain words', 'Why: it is late.\r\nRisk:'],
    ['as headings', '### Why\n\nIt is late.\n\n### Risk\n'],
    ['as a list', '- Why: it is late\n- Risk:'],
  ] as const) {
    it(`are read ${how}`, () => assert.deepEqual(sectionsOf(text), { why: true, risk: false }));
  }

  it('hold code as well as words', () => {
    assert.deepEqual(sectionsOf('**Pattern:**\n\n```ts\nretry(3);\n```\n'), { pattern: true });
  });

  it('end with their paragraph: what follows an empty one is no part of it', () => {
    const text = '**Why:** it is late.\n\n**Risk:** \n\nHappy to pair on this.';
    assert.deepEqual(sectionsOf(text), { why: true, risk: false });
    assert.deepEqual(sectionsOf(text.replaceAll('\n', '\r\n')), { why: true, risk: false });
  });

  it('are none in prose that only mentions their words', () => {
    assert.deepEqual(sectionsOf('Why not? The risk: none. I see a pattern here\nrisky business: yes'), {});
  });
});
