import assert from 'node:assert/strict';
import { summaryText } from '../../../src/meetings/summary.ts';
import { minutesOf, rows } from './read.ts';

describe('Notes as they should not be', () => {
  for (const [name, text] of Object.entries({
    nothing: '',
    'a byte order mark': '\uFEFF',
    'bytes of a picture': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\uFFFD\uFFFD',
    'bytes that are no UTF-8': 'ACTI\uFFFDN \uFFFD\uFFFD\uFFFD',
  })) {
    for (const extension of ['md', 'txt', 'html', 'vtt', 'srt', 'rst']) {
      it(`${name} as .${extension} states nothing`, () => {
        const { actions, decisions, questions } = minutesOf(text, `2026-11-20.${extension}`);
        assert.deepEqual([actions, decisions, questions], [[], [], []]);
      });
    }
  }

  it('a transcript without speakers is of nobody, and its actions are there', () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAction item: I will write it\n';
    assert.deepEqual(rows(vtt, '2026-11-20.vtt'), ['I | write it | -']);
    assert.deepEqual(minutesOf(vtt, '2026-11-20.vtt').attendees, []);
  });

  it('days end with the year 9999, and a day that no calendar has is none', () => {
    const due = (words: string, path?: string) => minutesOf(`ACTION: Ana to write it ${words}`, path).actions[0]?.due;
    assert.equal(due('by 31 December 9999'), '9999-12-31');
    assert.equal(due('in 8 weeks', 'meetings/9999-12-30.md'), '9999-12-31');
    assert.equal(due('by 2026-02-30') ?? null, null);
    assert.equal(due('by 31.02.2027') ?? null, null);
  });

  it('names that are Markdown or HTML stay words in a summary', () => {
    for (const name of [
      '<b>Eve</b>',
      '<script>alert(1)</script>',
      '[Eve](https://example.org)',
      '![x](y)',
      '| Eve |',
      '# Eve',
    ]) {
      const notes = `## Actions\n\n- ${name}: write it\n- write more (${name})`;
      const read = minutesOf(notes);
      const summary = summaryText({ title: name, date: '2026-11-20', minutes: read, notes: undefined });
      assert.doesNotMatch(summary.replace(/\\[\s\S]/g, ''), /<(?:b|script)>|\]\(|^# Eve$/m, summary);
      assert.deepEqual(rows(summary, 'docs/meetings/x.md'), rows(notes));
    }
  });

  it('owners who are called as common words are', () => {
    assert.deepEqual(
      rows(
        '## Actions\n\n- Will: write it\n- Will will write it\n- Mark to mark it\n- May may read it\n- May to read it\n- ask Will about it',
      ),
      [
        'Will | write it | -',
        'Will | write it | -',
        'Mark | mark it | -',
        '- | May may read it | -',
        'May | read it | -',
        '- | ask Will about it | -',
      ],
    );
  });
});
