import assert from 'node:assert/strict';
import { findDecisionFolders, isRecordFile } from '../../../src/decisions/folders.ts';
import { namedFolders } from '../../../src/decisions/hints.ts';

describe('A folder of decision records', () => {
  for (const folder of [
    'docs/adr',
    'doc/adr',
    'docs/adrs',
    'docs/ADR',
    'docs/decisions',
    'docs/architecture/adr',
    'docs/architecture/decisions',
    'src/adr',
    '.decisions',
    'decisions',
    'architecture-decision-record',
    'architecture-decision-records',
    'docs/architectural-decisions',
    'docs/decision-log',
    'docs/design_decisions',
    'packages/api/docs/adr',
  ]) {
    it(`may be ${folder}`, () => {
      assert.deepEqual(
        [...findDecisionFolders([`${folder}/0001-x.md`, 'docs/guide.md'])],
        [[folder, [`${folder}/0001-x.md`]]],
      );
    });
  }

  it('is none whose name only looks like one', () => {
    assert.deepEqual(
      [...findDecisionFolders(['docs/adrenaline/0001-x.md', 'src/decision-tree/0001-x.md', 'docs/0001-x.md'])],
      [],
    );
  });

  it('is never among the files of other people', () => {
    for (const folder of [
      'node_modules/lib/docs/adr',
      'vendor/lib/doc/adr',
      'a/node_modules/b/docs/decisions',
      'dist/docs/adr',
    ]) {
      assert.deepEqual([...findDecisionFolders([`${folder}/0001-x.md`])], [], folder);
    }
  });

  it('may have folders by topic, in which only numbers and dates make a record', () => {
    const paths = [
      'docs/adr/api/0001-x.md',
      'docs/adr/api/2024-01-02-y.md',
      'docs/adr/images/notes.md',
      'docs/adr/plain.md',
    ];
    assert.deepEqual([...findDecisionFolders(paths).values()].flat(), [
      'docs/adr/api/0001-x.md',
      'docs/adr/api/2024-01-02-y.md',
      'docs/adr/plain.md',
    ]);
  });

  it('may be any folder of files that call themselves records', () => {
    assert.deepEqual(
      [...findDecisionFolders(['docs/adr-012-x.md', 'ADR0013.md', 'docs/other.md'])],
      [
        ['docs', ['docs/adr-012-x.md']],
        ['.', ['ADR0013.md']],
      ],
    );
  });

  it('is one that is named, even the root, and then only direct children count in the root', () => {
    const paths = ['0001-x.md', 'README.md', 'src/0002-y.md', 'notes.md'];
    assert.deepEqual([...findDecisionFolders(paths, ['.'])], [['.', ['0001-x.md', 'notes.md']]]);
  });

  it('is only one that is named, where settings name any', () => {
    const paths = ['docs/adr/0001-x.md', 'wiki/0001-y.md', 'adr-003-z.md'];
    assert.deepEqual([...findDecisionFolders(paths, ['wiki'], true).keys()], ['wiki']);
  });
});

describe('A file in it', () => {
  for (const name of [
    '0001-x.md',
    'use-a-queue.md',
    '0001-x.rst',
    '0001-x.adoc',
    '0001-X.MD',
    '0005-template-engine.md',
    '0012-index-the-log.md',
  ]) {
    it(`is a record when it is called ${name}`, () => {
      assert.ok(isRecordFile(`docs/adr/${name}`));
    });
  }

  for (const name of [
    'README.md',
    'readme.de.md',
    'index.md',
    '_index.md',
    'template.md',
    'TEMPLATE.md',
    'adr-template.md',
    'adr_template.md',
    'madr-template.md',
    '0000-template.md',
    '0000-adr-template.md',
    '0000-template-short.md',
    '0007-adr-template.md',
    'template-short.md',
    '_template.md',
    'template-madr.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'glossary.md',
    'toc.md',
    'image.png',
    'adr.json',
    'notes.txt',
  ]) {
    it(`is no record when it is called ${name}`, () => {
      assert.ok(!isRecordFile(`docs/adr/${name}`));
    });
  }
});

describe('The folders that a repository names', () => {
  it('are adr-tools’ .adr-dir, whatever its line ending', () => {
    assert.deepEqual(namedFolders({ adrDir: 'docs/choices\n' }, []), ['docs/choices']);
    assert.deepEqual(namedFolders({ adrDir: './docs/choices/\r\n' }, []), ['docs/choices']);
    assert.deepEqual(namedFolders({ adrDir: 'docs\\choices' }, []), ['docs/choices']);
    assert.deepEqual(namedFolders({ adrDir: '.\n' }, []), ['.']);
    assert.deepEqual(namedFolders({ adrDir: '\n' }, []), []);
  });

  it('are log4brains’ own and those of its packages', () => {
    const log4brains =
      'project:\n  name: x\n  adrFolder: ./docs/choices\n  packages:\n    - name: api\n      path: ./api\n      adrFolder: ./api/docs/choices\n    - name: web\n';
    assert.deepEqual(namedFolders({ log4brains }, []), ['docs/choices', 'api/docs/choices']);
  });

  it('are none where that file says something else', () => {
    for (const log4brains of [
      '',
      '[',
      'project:\n',
      'project: x',
      '- a',
      'project:\n  adrFolder: 7\n  packages: x\n',
      'a: &a 1\nproject: *a\n',
    ]) {
      assert.deepEqual(namedFolders({ log4brains }, []), [], log4brains);
    }
  });

  it('are never outside of it', () => {
    assert.deepEqual(
      namedFolders({ adrDir: '../other/adr', log4brains: 'project:\n  adrFolder: a/../../b\n' }, []),
      [],
    );
  });

  it('are those of the settings, before all others, as names or globs', () => {
    const folders = ['packages/api/choices', 'packages/web/choices', 'packages/web/src', '.'];
    const hints = { configured: ['wiki/', 'packages/*/choices'], adrDir: 'docs/adr' };
    assert.deepEqual(namedFolders(hints, folders), ['wiki', 'packages/api/choices', 'packages/web/choices']);
  });
});
