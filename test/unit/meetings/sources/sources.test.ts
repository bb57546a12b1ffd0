import assert from 'node:assert/strict';
import { minutesOf } from '../read.ts';

const vtt = `WEBVTT - weekly

NOTE made by a machine

1
00:00:01.000 --> 00:00:02.000
<v Ana Ruiz>Hello. Action item: I will

2
00:00:03.000 --> 00:00:04.000 align:start
<v Ana Ruiz>send the &amp; file by Friday.

00:01:05.000 --> 00:01:06.000
<v.loud Raj Patel>We decided to use <i>a queue</i>.

00:01:07.000 --> 00:01:08.000
Eva Möller: ACTION: Ana to write it.
`;

const srt = vtt
  .replace(/^WEBVTT.*\n\nNOTE.*\n\n/, '')
  .replace(/<v(?:\.loud)? ([^>]+)>/g, '$1: ')
  .replace(/(\d\d)\.(\d{3})/g, '$1,$2');

const html = `<!doctype html>
<html><head><title>no text</title><style>li { color: red }</style></head>
<body><h1>Weekly</h1>
<p>Present: Ana &amp; co, Raj Patel</p>
<h2>Actions</h2>
<ul><li>Ana: measure
 the <b>storm</b> by Friday</li><li><input type="checkbox" checked> Raj: write it</li></ul>
<script>ACTION: Eve to run</script><!-- ACTION: Eve to hide -->
<table><tr><th>Action</th><th>Owner</th></tr>
<tr><td>Show &lt;b&gt; | it</td><td>Ana</td></tr></table>
<p>Decision: we use it<br>
ACTION: Raj to go</p>
</body></html>
`;

const found = (text: string, path: string) =>
  minutesOf(text, path).actions.map(({ line, owners, text: what, due }) => [line, owners.join(), what, due]);

describe('Transcripts', () => {
  for (const [name, text, shift] of [
    ['.vtt', vtt, 0],
    ['.srt', srt, 4],
  ] as const) {
    it(`${name}: sentences over several cues, on the lines of the file`, () => {
      assert.deepEqual(found(text, `2026-11-20${name}`), [
        [7 - shift, 'Ana Ruiz', 'send the & file', '2026-11-27'],
        [17 - shift, 'Ana', 'write it.', null],
      ]);
    });

    it(`${name}: who speaks is who was there`, () => {
      const { attendees, readable, decisions } = minutesOf(text, `2026-11-20${name}`);
      assert.deepEqual(
        attendees.map((each) => each.name),
        ['Ana Ruiz', 'Raj Patel', 'Eva Möller'],
      );
      assert.deepEqual(decisions, [{ line: 14 - shift, text: 'We decided to use a queue.' }]);
      assert.equal(
        readable,
        'Ana Ruiz: Hello. Action item: I will send the & file by Friday.\n\nRaj Patel: We decided to use a queue.\n\nEva Möller: ACTION: Ana to write it.',
      );
    });
  }

  it('without speakers are read all the same', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nACTION: Ana to write it.\n\n00:03.000 --> 00:04.000\nFine.\n';
    assert.deepEqual(found(text, '2026-11-20.vtt'), [[4, 'Ana', 'write it.', null]]);
    assert.deepEqual(minutesOf(text, '2026-11-20.vtt').attendees, []);
  });

  it('are read to their end, with CRLF, however long they are', () => {
    const cues = Array.from({ length: 20_000 }, (_, index) => {
      const at = new Date(index * 500).toISOString().slice(11, 23);
      return `${at} --> ${at}\r\n<v Speaker ${index % 7}>some words that somebody says in cue ${index}.\r\n`;
    });
    const text = `WEBVTT\r\n\r\n${cues.join('\r\n')}\r\n00:00:00.000 --> 00:00:01.000\r\nACTION: Ana to stop.\r\n`;
    assert.deepEqual(found(text, '2026-11-20.vtt'), [[60_004, 'Ana', 'stop.', null]]);
  });
});

describe('HTML', () => {
  it('is read as its reader sees it, on the lines of the file', () => {
    assert.deepEqual(found(html, '2026-11-20.html'), [
      [6, 'Ana', 'measure the storm', '2026-11-27'],
      [7, 'Raj', 'write it', null],
      [10, 'Ana', 'Show <b> | it', null],
      [12, 'Raj', 'go', null],
    ]);
  });

  it('may be broken, or no HTML at all', () => {
    assert.deepEqual(found('<p><b>ACTION: Ana to go <script', '2026-11-20.html'), [[1, 'Ana', 'go <script', null]]);
    assert.deepEqual(found('ACTION: Ana to go', '2026-11-20.htm'), [[1, 'Ana', 'go', null]]);
  });
});

describe('Other texts', () => {
  it('.txt and .rst', () => {
    assert.deepEqual(found('Actions\n=======\n\n* Ana to go\n', '2026-11-20.rst'), [[4, 'Ana', 'go', null]]);
    assert.deepEqual(found('Next steps:\n- Ana to go\n', '2026-11-20.txt'), [[2, 'Ana', 'go', null]]);
  });

  it('that nobody wrote end soon', function () {
    this.timeout(20_000);
    for (const text of [
      'ACTION: '.repeat(700_000),
      'a'.repeat(5_000_000),
      '- [ ] '.repeat(900_000),
      'Ana to '.repeat(700_000),
    ]) {
      for (const path of ['2026-11-20.md', '2026-11-20.html', '2026-11-20.vtt']) {
        const written = path.endsWith('.vtt') ? `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n` : text;
        assert.equal(minutesOf(written, path).meetingDate, '2026-11-20');
      }
    }
  });
});
