import assert from 'node:assert/strict';
import { HumanError } from '../../../src/humanError.ts';
import { catalogue } from '../../../src/practices/catalogue/all.ts';
import { creditHints } from '../../../src/practices/credit.ts';
import { headingOf, journalPath, teamFolder, teamPath } from '../../../src/practices/document.ts';
import type { Practice } from '../../../src/practices/practice.ts';
import { publicationOf } from '../../../src/practices/publish.ts';
import { practicesFor } from '../../../src/practices/suggest.ts';

function practice(id: string): Practice {
  const found = catalogue.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

describe("a practice's document", () => {
  it('is one file an event in the journal, and never the name of another', () => {
    const pitch = practice('pitch');
    assert.equal(
      journalPath(pitch, 'Split the ledger', '2026-11-20', new Set()),
      'practices/pitch/2026-11-20-split-the-ledger.md',
    );
    const taken = new Set(['practices/pitch/2026-11-20-split-the-ledger.md']);
    assert.equal(
      journalPath(pitch, 'Split the ledger', '2026-11-20', taken),
      'practices/pitch/2026-11-20-split-the-ledger-2.md',
    );
    assert.equal(
      journalPath(practice('fit-check'), undefined, '2026-11-20', taken),
      'practices/fit-check/2026-11-20-fit-check.md',
    );
  });

  it('goes where the team keeps its kind already', () => {
    const debrief = practice('debrief');
    assert.equal(teamFolder(debrief, ['README.md']), 'docs/debriefs');
    assert.equal(
      teamFolder(debrief, ['ops/Postmortems/2025-01-01-x.md', 'a/b/retrospectives/y.md']),
      'ops/Postmortems',
    );
    assert.equal(teamFolder(debrief, ['ops/postmortems/x.png']), 'docs/debriefs');
    assert.equal(
      teamPath(debrief, 'The outage', '2026-11-20', ['docs/debriefs/2026-11-20-the-outage.md']),
      'docs/debriefs/2026-11-20-the-outage-2.md',
    );
  });

  it('of a state has no date in its name', () => {
    assert.equal(
      teamPath(practice('runbook'), 'Billing retries', '2026-11-20', []),
      'docs/runbooks/billing-retries.md',
    );
  });

  it('has the answer in its heading, which must name something', () => {
    assert.equal(headingOf(practice('runbook'), 'billing'), 'Runbook: billing');
    assert.equal(headingOf(practice('idea'), 'Fewer $& flags'), 'Fewer $& flags');
    assert.equal(headingOf(practice('fit-check'), undefined), 'Do I want this?');
    assert.throws(() => headingOf(practice('runbook'), '  '), HumanError);
    assert.throws(() => headingOf(practice('runbook'), '???'), HumanError);
  });
});

describe('the practices for what somebody is doing', () => {
  const ids = (...now: Parameters<typeof practicesFor>[1] extends ReadonlySet<infer S> ? S[] : never) =>
    practicesFor(catalogue, new Set(now), new Set()).map(({ id }) => id);

  it('are others in code, in a decision and in a meeting', () => {
    assert.ok(ids('code', 'selected code').includes('retro-record'));
    assert.ok(ids('decision').includes('decision-outcome'));
    assert.equal(ids('meeting', 'markdown')[0], 'trade-off');
    assert.ok(ids('comment').includes('teaching-review'));
    assert.deepEqual(ids('owned path without runbook', 'code')[0], 'runbook');
  });

  it('are at most six', () => {
    assert.equal(ids('nothing open', 'meeting', 'decision', 'selected code').length, 6);
    assert.deepEqual(ids(), []);
  });

  it("are first those that the plan's phase has open", () => {
    const [first] = practicesFor(catalogue, new Set(['nothing open']), new Set(['manager-map']));
    assert.equal(first?.id, 'manager-map');
  });
});

describe('publishing', () => {
  it('takes a draft to the folder of its kind, and finds the links that would lead nowhere', () => {
    const { path, links } = publicationOf(
      'practices/idea/2026-11-20-fewer-flags.md',
      'See [it](../evidence/2026-11.md), [that](https://example.org), [here](#below).',
      catalogue,
      ['ideas/2025.md'],
    );
    assert.equal(path, 'ideas/2026-11-20-fewer-flags.md');
    assert.deepEqual(links, ['../evidence/2026-11.md']);
    assert.equal(publicationOf('status/2026-W47.md', '', catalogue, []).path, 'docs/status/2026-W47.md');
  });

  it('leaves out the sections that stay in the journal, and keeps the numbers of lines for who looks at the draft', () => {
    const text =
      '# News\n\n## Tell the team\n\n- I shipped it\n\n## Hold back\n\n- the layoffs\n\n### Why\n\nsecret\n\n## More\n\nI fixed it\n';
    for (const eol of ['\n', '\r\n']) {
      const own = text.replaceAll('\n', eol);
      const published = publicationOf('practices/signal-filter/2026-11-20-signal-filter.md', own, catalogue, []);
      assert.equal(
        published.text,
        '# News\n\n## Tell the team\n\n- I shipped it\n\n## More\n\nI fixed it\n'.replaceAll('\n', eol),
      );
      assert.deepEqual(
        creditHints(published.lines).map(({ line }) => line),
        [5, 17],
      );
    }
    const idea = 'practices/idea/2026-11-20-x.md';
    assert.equal(publicationOf(idea, text, catalogue, []).text, text);
  });

  it('refuses all else without a word of it', () => {
    for (const path of [
      'practices/pay-talk/2026-11-20-marker.md',
      'practices/growth-feedback/2026-11-20-marker.md',
      'practices/debrief/2026-11-20-marker.md',
      'evidence/2026-11.md',
      'plan.md',
      'practices/unheard-of/2026-11-20-marker.md',
    ]) {
      assert.throws(
        () => publicationOf(path, 'marker', catalogue, []),
        (error) =>
          error instanceof HumanError && /stays in the journal/.test(error.message) && !/marker/.test(error.message),
        path,
      );
    }
  });
});

describe('a hint about credit', () => {
  it('is given where a draft says "I" for work, or blames', () => {
    const text =
      '# I fixed it\n\nI shipped the budget.\n\nIt broke because Sam forgot the flag.\n\n```\nI fixed it\n```\n> I built\n';
    assert.deepEqual(creditHints(text), [
      { line: 3, kind: 'I', words: 'I shipped' },
      { line: 5, kind: 'blame', words: 'because Sam forgot' },
    ]);
  });

  it('is not given for what is said of oneself or of the system', () => {
    assert.deepEqual(creditHints('I will ask Raj.\nI was wrong.\nBecause It failed.\nWe shipped it.\n'), []);
  });
});
