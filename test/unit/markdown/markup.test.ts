import assert from 'node:assert/strict';
import { asMarkdown } from '../../../src/markdown/markup.ts';

describe('A reStructuredText file', () => {
  const read = (...lines: string[]) => asMarkdown(lines.join('\n'), '.rst').split('\n');

  it('has headings of the levels in which their underlines appear', () => {
    assert.deepEqual(
      read('Title', '=====', '', 'Part', '----', '', 'Other', '-----').filter((line) => line.startsWith('#')),
      ['# Title', '## Part', '## Other'],
    );
  });

  it('tells an overlined title from one that is only underlined', () => {
    assert.deepEqual(
      read('=====', 'Title', '=====', '', 'Part', '=====', '', 'Small', '~~~~~').filter((line) => line.startsWith('#')),
      ['# Title', '## Part', '### Small'],
    );
  });

  it('keeps every line where it was', () => {
    const source = ['=====', 'Title', '=====', '', 'Part', '----', 'text', ':status: x', '.. note:: y', 'end'];
    const result = read(...source);
    assert.equal(result.length, source.length);
    assert.equal(result.indexOf('end'), source.indexOf('end'));
  });

  it('has fields, links and comments', () => {
    assert.deepEqual(read(':Status: Accepted', '`Other <0002-other.rst>`_', ':doc:`0003-x`', '.. a comment'), [
      'Status: Accepted',
      '[Other](0002-other.rst)',
      '[0003-x](0003-x.rst)',
      '',
    ]);
  });

  it('is read with CRLF as well', () => {
    assert.equal(asMarkdown('Title\r\n=====\r\n', '.rst').split('\n')[0], '# Title');
  });
});

describe('An AsciiDoc file', () => {
  const read = (...lines: string[]) => asMarkdown(lines.join('\n'), '.adoc').split('\n');

  it('has headings by equals signs', () => {
    assert.deepEqual(read('= Title', '== Part', '=== Small'), ['# Title', '## Part', '### Small']);
  });

  it('has attributes, rows and links', () => {
    assert.deepEqual(
      read(
        ':status: Accepted',
        '| Status | Accepted',
        'link:0002-x.adoc[Other]',
        'xref:0003-y.adoc[Third]',
        '<<z,Fourth>>',
      ),
      ['status: Accepted', 'Status: Accepted', '[Other](0002-x.adoc)', '[Third](0003-y.adoc)', '[Fourth](z)'],
    );
  });

  it('says nothing in a comment, and no heading in a listing', () => {
    assert.deepEqual(read('// Status: accepted', '----', '== no', '----', '== yes'), [
      '',
      '```',
      '== no',
      '```',
      '## yes',
    ]);
  });

  it('keeps a listing of one kind open while lines of another kind stand in it', () => {
    assert.deepEqual(read('----', '....', '== no', '----', '== yes').slice(-2), ['```', '## yes']);
    assert.ok(!read('----', '....', '== no', '----', '== yes').includes('## no'));
  });
});

describe('Any other file', () => {
  it('is read as it is', () => {
    assert.equal(asMarkdown('Title\r\n=====\n', '.md'), 'Title\r\n=====\n');
  });
});
