import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { summaryText } from '../../../src/meetings/summary.ts';
import { summaryUpdate } from '../../../src/meetings/summaryUpdate.ts';
import { minutesOf } from './read.ts';

const path = 'docs/meetings/2026-11-20-retries.md';
const notes = `# Retries

Present: Ana Ruiz, Raj Patel

ACTION: Raj to measure it by Friday
We agreed to use a queue.
Q: who pays?
`;

function summaryOf(text: string): string {
  const minutes = minutesOf(text);
  return summaryText({ title: 'Retries', date: '2026-11-20', minutes, notes: minutes.readable });
}

/** The summary after its notes were read again; undefined where they are not its notes. */
function again(summary: string, source: string): string | undefined {
  const edits = summaryUpdate(path, summary, { source, minutes: minutesOf(source) }, minutesOf);
  return edits && applyEdits(summary, edits);
}

describe('A summary whose notes are read again', () => {
  it('stays as it is where they say what they said', () => {
    const summary = summaryOf(notes);
    assert.equal(again(summary, notes), summary);
    assert.equal(again(summary, notes.replaceAll('\n', '\r\n')), summary);
  });

  it('keeps what somebody changed or took out', () => {
    const edited = summaryOf(notes)
      .replace('- [ ] Raj will measure it by 2026-11-27', '- [x] Ana will measure the storm by 2026-12-01')
      .replace(/## Open questions\n\n.*\n\n/, '');
    assert.equal(again(edited, notes), edited);
  });

  it('gains what the notes say now, in its place, once', () => {
    const more = `${notes}ACTION: Eva to ask the partner\nDecision: wait a week\n`;
    const edited = summaryOf(notes).replace('by 2026-11-27', 'by 2026-12-01');
    const updated = again(edited, more) ?? '';
    assert.equal(
      updated.slice(updated.indexOf('## Decisions')),
      `## Decisions

- We agreed to use a queue.
- wait a week

## Next steps

- [ ] Raj will measure it by 2026-12-01
- [ ] Eva will ask the partner

## Open questions

- who pays?

## Notes

> # Retries
>
> Present: Ana Ruiz, Raj Patel
>
> ACTION: Raj to measure it by Friday
> We agreed to use a queue.
> Q: who pays?
> ACTION: Eva to ask the partner
> Decision: wait a week
`,
    );
    assert.equal(again(updated, more), updated);
  });

  it('gains a section that it lacked, before the ones that follow it', () => {
    const short = '# Sync\n\nWe talked.\nWe met.\n';
    const updated = again(summaryOf(short), `${short}\nACTION: Eva to ask the partner\n`) ?? '';
    assert.match(updated, /\n\n## Next steps\n\n- \[ \] Eva will ask the partner\n\n## Notes\n\n> # Sync\n/);
  });

  it('is not touched by notes of another meeting, nor where it quotes none', () => {
    assert.equal(again(summaryOf(notes), '# Other\n\nACTION: Eva to go there\n'), undefined);
    const bare = summaryText({ title: 'Retries', date: '2026-11-20', minutes: minutesOf(notes), notes: undefined });
    assert.equal(again(bare, notes), undefined);
  });

  it('keeps every line that it had, whatever is added, and is then up to date', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        'ACTION: Eva to ask',
        'Q: why?',
        '- Ana to go home',
        '## Actions',
        'We agreed to wait.',
        '> quoted',
      ),
      fc.string({ maxLength: 30, unit: 'grapheme' }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat(20), fc.boolean(), (added, at, crlf) => {
        const lines = notes.split('\n');
        lines.splice(Math.min(at, lines.length), 0, ...added);
        const ending = crlf ? '\r\n' : '\n';
        const summary = summaryOf(notes).replaceAll('\n', ending);
        const updated = again(summary, lines.join('\n')) ?? '';
        const after = updated.split(ending);
        let from = 0;
        for (const each of summary.split(ending)) {
          const found = after.indexOf(each, from);
          assert.notEqual(found, -1, `lost: ${each}`);
          from = found + 1;
        }
        assert.equal(again(updated, lines.join('\n')), updated);
      }),
    );
  });
});
