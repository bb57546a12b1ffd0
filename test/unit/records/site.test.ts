import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { HumanError } from '../../../src/humanError.ts';
import { writeSite } from '../../../src/records/site.ts';
import { ScratchFolder } from './scratchFolder.ts';

const mark = '<mark of ours>';

describe('Writing a site', () => {
  let scratch: ScratchFolder;
  beforeEach(() => {
    scratch = new ScratchFolder();
  });
  afterEach(() => scratch.remove());

  const write = (...names: string[]) =>
    writeSite(scratch.path('out'), 'out', new Map(names.map((name) => [name, `${mark} ${name}`])), mark);
  const refusal = (message: RegExp) => (error: unknown) => error instanceof HumanError && message.test(error.message);
  const all = () =>
    readdirSync(scratch.path('out'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .sort();

  it('makes the folder, and all folders in it', async () => {
    await write('index.html', 'records/docs/a.html');
    assert.equal(scratch.read('out/records/docs/a.html'), `${mark} records/docs/a.html`);
  });

  it('refuses a folder that holds something else, and writes nothing', async () => {
    scratch.write('out/thesis.txt', 'years of work');
    await assert.rejects(write('index.html'), refusal(/^out is not empty, and holds no decision site/));
    assert.deepEqual(all(), ['thesis.txt']);
    scratch.write('out/index.html', 'somebody’s own page');
    await assert.rejects(write('index.html'), refusal(/not empty/));
    assert.equal(scratch.read('out/index.html'), 'somebody’s own page');
  });

  it('goes into the work tree of a branch for pages', async () => {
    scratch.write('out/.git', 'gitdir: elsewhere');
    await write('index.html');
    assert.deepEqual(all(), ['.git', 'index.html']);
  });

  it('replaces a site, removes pages of records that are gone, and leaves everything else', async () => {
    await write('index.html', 'records/a.html', 'records/b.html');
    scratch.write('out/CNAME', 'decisions.example.org');
    scratch.write('out/records/mine.html', 'mine');
    await write('index.html', 'records/a.html');
    assert.deepEqual(all(), ['CNAME', 'index.html', 'records', 'records/a.html', 'records/mine.html']);
  });

  it('does not write over a file that is not ours, nor anything else then', async () => {
    await write('index.html');
    scratch.write('out/records/a.html', 'mine');
    await assert.rejects(
      write('index.html', 'records/b.html', 'records/a.html'),
      refusal(/^records\/a\.html in out is not/),
    );
    assert.equal(scratch.read('out/records/a.html'), 'mine');
    assert.equal(existsSync(scratch.path('out/records/b.html')), false);
  });

  it('does not follow a link out of the folder', async () => {
    await write('index.html');
    mkdirSync(scratch.path('elsewhere'));
    symlinkSync(scratch.path('elsewhere'), scratch.path('out/records'), 'junction');
    await assert.rejects(write('index.html', 'records/a.html'), refusal(/^records\/a\.html leads out of out/));
    assert.deepEqual(readdirSync(scratch.path('elsewhere')), []);
  });

  it('says so where the folder is a file', async () => {
    scratch.write('out', 'a file');
    await assert.rejects(write('index.html'), refusal(/out is a file|not a folder/));
  });
});
