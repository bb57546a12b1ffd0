import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { DecisionLog } from '../../../src/decisions/log.ts';
import { siteFiles } from '../../../src/decisions/site/site.ts';
import { recordText, ScratchLog } from './logOf.ts';

const assets = { logStyle: 'main{color:red}', recordStyle: 'h1{color:blue}', script: 'start()' };
const evil = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
const hostile = `---
title: ${JSON.stringify(evil)}
status: accepted ${JSON.stringify(evil).slice(1, -1).replaceAll('\\', '')}
date: 2026-01-01
tags: ['"><script>alert(2)</script>']
decision-makers: [Ana <script>alert(3)</script>]
---

<script>alert(4)</script>

Inline <img src=x onerror=alert(5)> and <!-- a comment --> text.

<!-- a longer
comment -->

[js](javascript:alert(6)) [data](data:text/html,x) [other host](//evil.example/x) ![picture](https://evil.example/p.png)
[b](0002-b%20c.md#why) [outside](../../src/x.ts) [far](../../../../etc/passwd) [web](https://example.org/?a=1&b="2)

\`\`\`html
</script><script>alert(7)</script>
\`\`\`
`;

describe('A site', () => {
  const scratch = new ScratchLog();
  let log: DecisionLog;
  let files: Map<string, string>;

  before(async () => {
    const texts = {
      'docs/adr/0001-a.md': hostile,
      'docs/adr/0002-b c.md': recordText('B', 'superseded by [3](../other/adr/0003-c.md)'),
      'docs/other/adr/0003-c.md': recordText('C', 'accepted', '2026-02-01', 'See [b](../../adr/0002-b%20c.md).'),
      'docs/adr/0004-d.rst': 'Title in RST\n============\n\n:Status: accepted\n\nSee `b <0002-b%20c.md>`_\n',
    };
    log = await scratch.of(texts);
    files = await siteFiles(log, new Map(Object.entries(texts)), 'billing & <more>', assets);
  });
  after(() => scratch.remove());

  const body = (path: string) => /<body>([\s\S]*)<\/body>/.exec(files.get(path) ?? '')?.[1] ?? '';

  it('has an index, and a page for each record', () => {
    assert.deepEqual([...files.keys()].sort(), [
      'index.html',
      'records/docs/adr/0001-a.md.html',
      'records/docs/adr/0002-b c.md.html',
      'records/docs/adr/0004-d.rst.html',
      'records/docs/other/adr/0003-c.md.html',
    ]);
  });

  it('holds no script but its own, and allows no other by its policy', () => {
    for (const [path, page] of files) {
      const scripts = [...page.matchAll(/<script(?: [^>]*)?>([\s\S]*?)<\/script>/g)];
      const running = scripts.filter(([whole]) => !whole.startsWith('<script type="application/json"'));
      assert.deepEqual(
        running.map(([, text]) => text),
        path === 'index.html' ? [assets.script] : [],
        path,
      );
      assert.doesNotMatch(
        page.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, ''),
        /<img|<script>alert/,
      );
      assert.doesNotMatch(page, /(?:href|src)="(?:javascript|data|\/\/)/i);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
      assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+';/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
      assert.ok(policy.includes(createHash('sha256').update(style).digest('base64')));
      assert.equal(policy.includes('script-src'), path === 'index.html');
    }
  });

  it('loads nothing from anywhere', () => {
    for (const page of files.values()) assert.doesNotMatch(page, /<link|<[a-z]+[^>]*\ssrc=|@import|url\(/);
  });

  it('shows markup of a record as the text that it is, without its comments', () => {
    const page = body('records/docs/adr/0001-a.md.html');
    assert.ok(page.includes('&lt;script&gt;alert(4)&lt;/script&gt;'));
    assert.ok(page.includes('Inline &lt;img src=x onerror=alert(5)&gt; and  text.'));
    assert.doesNotMatch(page, /comment/);
    assert.ok(page.includes('picture'));
  });

  it('gives the data whole to its script', () => {
    const page = files.get('index.html') ?? '';
    const block = (id: string) =>
      JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(page)?.[1] ?? '');
    const { records, links, pages } = block('data');
    assert.deepEqual(records[0].people, ['Ana <script>alert(3)</script>']);
    assert.deepEqual(records[0].tags, ['"><script>alert(2)</script>']);
    assert.equal(records.length, 4);
    assert.deepEqual(Object.keys(pages).sort(), log.records.map(({ path }) => path).sort());
    assert.equal(pages['docs/adr/0002-b c.md'], 'records/docs/adr/0002-b%20c.md.html');
    assert.ok(Array.isArray(links));
    assert.ok(block('index').index.length);
    assert.ok(page.includes('<title>billing &#38; &#60;more&#62;: decisions</title>'));
  });

  it('links records to records, drops links to what is not in it, and keeps those to the web', () => {
    const page = body('records/docs/adr/0001-a.md.html');
    assert.ok(page.includes('<a href="0002-b%20c.md.html#why">b</a>'));
    assert.ok(page.includes(' outside far '));
    assert.ok(page.includes('href="https://example.org/?a=1&amp;b=%222" rel="noopener noreferrer"'));
    assert.ok(body('records/docs/adr/0004-d.rst.html').includes('<a href="0002-b%20c.md.html">b</a>'));
  });

  it('has no link that leads to no file', () => {
    let count = 0;
    for (const [path, page] of files) {
      for (const [, href = ''] of page.matchAll(/<a href="([^"]*)"/g)) {
        if (/^https:|^#/.test(href)) continue;
        const target = posix.join(posix.dirname(path), decodeURIComponent(href.replace(/#.*$/, '')));
        assert.ok(files.has(target), `${href} in ${path}`);
        count++;
      }
    }
    assert.ok(count >= 9, `${count} links`);
  });

  it('says on both pages what supersedes what', () => {
    assert.match(
      body('records/docs/other/adr/0003-c.md.html'),
      /supersedes <a href="\.\.\/\.\.\/adr\/0002-b%20c\.md\.html"><bdi>2 B</,
    );
    assert.match(body('records/docs/adr/0002-b c.md.html'), /superseded by <a href="[^"]*0003-c\.md\.html"><bdi>3 C</);
  });
});
