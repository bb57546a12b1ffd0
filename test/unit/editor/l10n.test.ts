import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logWords } from '../../../src/decisions/logWords.ts';
import { catalogue } from '../../../src/practices/catalogue/all.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const bundle = join(root, 'l10n', 'bundle.l10n.json');

/** Every text that the editor shows in the user's language: arguments of `l10n.t` and `phrase`, and the sentences of human errors. */
function shownTexts(): string[] {
  // The words of the log's page are translated one by one.
  const texts = new Set<string>(Object.values(logWords));
  // So are those of the catalogue.
  for (const { title, group, cue, action, question } of catalogue) {
    for (const text of [title, group, cue, action, question]) if (text) texts.add(text);
  }
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(root, 'src', file), 'utf8');
    const call =
      /(?:l10n\.t|\bphrase|new (?:HumanError|TemplateError))\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;
    for (const [, single, double] of source.matchAll(call)) {
      texts.add((single ?? double ?? '').replace(/\\(.)/g, '$1'));
    }
    // Tables of sentences, by error code or reason, are data until an error is made of one.
    if (!source.includes('HumanError')) continue;
    for (const [, single, double] of source.matchAll(
      /'((?:[A-Z]|\{\d\})[^'\n]{12,}\.)'|"((?:[A-Z]|\{\d\})[^"\n]{12,}\.)"/g,
    )) {
      texts.add((single ?? double ?? '').replace(/\\(.)/g, '$1'));
    }
  }
  return [...texts].sort();
}

describe('texts for translators', () => {
  it('are all in the bundle, and nothing else is: UPDATE_L10N=1 writes it anew', () => {
    const expected = Object.fromEntries(shownTexts().map((text) => [text, text]));
    if (process.env.UPDATE_L10N) writeFileSync(bundle, `${JSON.stringify(expected, null, 2)}\n`);
    assert.deepEqual(JSON.parse(readFileSync(bundle, 'utf8')), expected);
  });

  it('have a name for every placeholder of the manifest', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const names = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, name]) => name ?? '');
    assert.deepEqual(
      used.filter((name) => !names[name]),
      [],
    );
    assert.deepEqual(
      Object.keys(names).filter((name) => !used.includes(name)),
      [],
    );
  });
});
