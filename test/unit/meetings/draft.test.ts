import assert from 'node:assert/strict';
import { daySaid } from '../../../src/meetings/daySaid.ts';
import { draftSummary, titleOfFile, titleOfFirstLine } from '../../../src/meetings/draft.ts';
import { nameForNotes } from '../../../src/meetings/sources/sniff.ts';
import { minutesOf } from './read.ts';

const request = { title: 'Guessed', today: '2026-11-20', folder: 'meetings', paths: [], keepNotes: true };

describe("A summary's draft", () => {
  it('takes day and title from the notes, and what it is told where they state none', () => {
    const stated = draftSummary(minutesOf('# Retries\n\nDate: 2026-11-06\n', 'notes.md'), request);
    assert.deepEqual(
      [stated.path, stated.title, stated.date, stated.dated],
      ['meetings/2026-11-06-retries.md', 'Retries', '2026-11-06', true],
    );
    const bare = draftSummary(minutesOf('we met\n', 'notes.md'), request);
    assert.deepEqual(
      [bare.path, bare.title, bare.date, bare.dated],
      ['meetings/2026-11-20-guessed.md', 'Guessed', '2026-11-20', false],
    );
  });

  it('may be called as the file or the first line of its notes', () => {
    assert.equal(titleOfFile('notes/2026-11-20-billing_retries.txt'), 'Billing retries');
    assert.equal(titleOfFile('2026-11-20.md'), '');
    assert.equal(titleOfFirstLine('Billing retries 2026-11-20\n\nwe met'), 'Billing retries');
    assert.equal(titleOfFirstLine('ACTION: Raj to measure'), '');
    assert.equal(titleOfFirstLine('we met'), '');
  });
});

describe('Notes without a name', () => {
  for (const [text, name] of [
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nHello', 'notes.vtt'],
    ['\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nHello', 'notes.srt'],
    ['<!DOCTYPE html><p>Hello', 'notes.html'],
    ['<p>Hello</p>', 'notes.html'],
    ['<v> is a voice', 'notes.md'],
    ['1\n2\n3', 'notes.md'],
    ['', 'notes.md'],
  ] as const) {
    it(`${JSON.stringify(text.slice(0, 20))} are read as ${name}`, () => assert.equal(nameForNotes(text), name));
  }
});

describe('A day as somebody types it', () => {
  it('is the day that is meant, or those that can be, or none', async () => {
    const read = await daySaid();
    for (const [words, day] of [
      ['2026-12-01', ['2026-12-01']],
      ['2026-13-01', []],
      ['1 Dec', ['2026-12-01']],
      ['by Dec 1', ['2026-12-01']],
      ['tuesday', ['2026-11-24']],
      ['tomorrow', ['2026-11-21']],
      ['in 3 weeks', ['2026-12-11']],
      ['next monday', ['2026-11-23', '2026-11-30']],
      ['soon', []],
      ['xyz', []],
    ] as const) {
      assert.deepEqual(read(words, '2026-11-20'), day, words);
    }
  });
});
