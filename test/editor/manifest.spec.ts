import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

const extension = vscode.extensions.getExtension('lead-habits.lead-habits');
const folder = extension?.extensionPath ?? '';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly args?: { readonly commands?: readonly (string | { readonly command: string })[] };
      readonly key: string;
      readonly mac: string;
      readonly when?: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
    };
  };
}

/** The manifest as it is written, with its `%keys%`. */
const source = readFileSync(join(folder, 'package.json'), 'utf8');
const { contributes }: Manifest = JSON.parse(source);
const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(folder, 'package.nls.json'), 'utf8'));

/** Everything that the extension is made from, in one text. */
function sources(): string {
  const names = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, 'src', name), 'utf8'))
    .join('\n');
}

describe('the manifest', () => {
  before(() => extension?.activate());

  it('names only commands that are registered, and every registered one', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) =>
        id.startsWith('leadHabits.') &&
        !/^leadHabits\.\w+\.(?:focus|open|removeView|resetViewLocation|toggleVisibility)$/.test(id),
    );
    const own = registered.filter((id) => !/^leadHabits\.(?:decisions|week)\./.test(id));
    assert.deepEqual(own.toSorted(), contributes.commands.map(({ command }) => command).toSorted());
  });

  it('gives every command a title of its own in package.nls.json, in the category Lead', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(title, /^%command\.\w+%$/, command);
      assert.equal(category, 'Lead', command);
      assert.ok(texts[title.slice(1, -1)], title);
    }
    // Those that the palette hides belong to a place of their own.
    const hidden = new Set(
      contributes.menus.commandPalette?.filter(({ when }) => when === 'false').map((each) => each.command),
    );
    const shown = contributes.commands.filter(({ command }) => !hidden.has(command));
    const titles = shown.map(({ title }) => texts[title.slice(1, -1)]);
    assert.equal(new Set(titles).size, titles.length);
  });

  it('resolves every %key%, and has no text that nothing uses', () => {
    const used = new Set([...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].toSorted(), Object.keys(texts).toSorted());
  });

  it('sets every context key of its own that a condition asks for', () => {
    const whens = [...source.matchAll(/"when": "([^"]+)"/g)].map(([, when]) => when ?? '').join(' ');
    const views = new Set(Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id)));
    const keys = [...whens.matchAll(/leadHabits\.\w+/g)].map(([key]) => key).filter((key) => !views.has(key));
    const code = sources();
    for (const key of new Set(keys)) assert.ok(code.includes(`'${key}'`), `${key} is never set`);
  });

  it('names only commands and views of its own in menus, keys and welcome texts', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const views = new Set(Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id)));
    for (const { command } of Object.values(contributes.menus).flat()) assert.ok(commands.has(command), command);
    for (const { command, args } of contributes.keybindings) {
      // A key may show a view, or have the list do its part first.
      const run = command === 'runCommands' ? (args?.commands ?? []) : [command];
      const names = run.map((each) => (typeof each === 'string' ? each : each.command));
      const others = names.filter((name) => !commands.has(name) && !views.has(name.replace(/\.focus$/, '')));
      assert.deepEqual(
        others.filter((name) => !name.startsWith('list.')),
        [],
      );
    }
    for (const { view, contents } of contributes.viewsWelcome) {
      assert.ok(views.has(view), view);
      const text = texts[contents.slice(1, -1)] ?? '';
      for (const [, id = ''] of text.matchAll(/\(command:(leadHabits\.\w+)/g)) assert.ok(commands.has(id), id);
    }
  });

  it('describes every setting, and the code reads it', () => {
    const code = sources();
    for (const [name, { markdownDescription }] of Object.entries(contributes.configuration.properties)) {
      assert.match(markdownDescription ?? '', /^%setting\.[\w.]+%$/, name);
      // Read by its whole name, or by its name below `leadHabits` or a part of it.
      const parts = name.split('.');
      const names = parts.map((_, index) => parts.slice(index).join('.'));
      assert.ok(
        names.some((each) => code.includes(`'${each}'`)),
        `${name} is never read`,
      );
    }
  });

  it('begins its keys with a chord that no default key begins with, and that types no character', async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const defaults = JSON.parse(document.getText().replace(/^\s*\/\/.*$/gm, '')) as { key: string; command: string }[];
    assert.ok(defaults.length > 500);
    const chords = contributes.keybindings.filter(({ key }) => key.includes(' '));
    assert.ok(chords.length >= 2);
    for (const { key, mac, command } of chords) {
      const [prefix = '', letter] = key.split(' ');
      assert.match(letter ?? '', /^[a-z]$/, command);
      const clashes = defaults.filter(
        (each) => !each.command.startsWith('leadHabits.') && sameKeys(each.key.split(' ')[0] ?? '', prefix),
      );
      assert.deepEqual(clashes, []);
      // Ctrl+Alt is AltGr on Windows; Option types characters on macOS.
      assert.ok(!/ctrl.*alt|alt.*ctrl/.test(prefix), prefix);
      assert.ok(!/alt/.test(mac), mac);
      assert.equal(mac.split(' ')[1], letter);
    }
    assert.equal(new Set(chords.map(({ key }) => key.split(' ')[0])).size, 1, 'one prefix for all');
  });
});

function sameKeys(one: string, other: string): boolean {
  const parts = (key: string) => key.split('+').toSorted().join('+');
  return parts(one) === parts(other);
}
