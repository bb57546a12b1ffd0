import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'src');

/** The modules that are loaded with one, by its imports that are not of types alone and not asked for later. */
function loadedWith(entry: string): string[] {
  const seen = new Set<string>();
  const open = [join(source, entry)];
  for (let file = open.pop(); file; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imports = /^(?:import|export) (?!type )(?:[^;'"]*? from )?'(\.[^']+\.ts)'/gm;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports)) open.push(join(dirname(file), path));
  }
  return [...seen].map((file) => relative(source, file).split(sep).join('/')).sort();
}

describe('the extension, before a review is open', () => {
  it('has loaded nothing that reads reviews, places comments, coaches or runs git', () => {
    const loaded = loadedWith('extension.ts');
    assert.ok(loaded.includes('editor/comments/reviewDesk.ts'));
    const early = loaded.filter((path) =>
      /^(?:reviews|git|markdown)\/|^editor\/comments\/(?:atWork|openReview|reviewThreads|inputs|writing|places|coachNote)|^editor\/completion\/reviewItems|^editor\/commands\/(?:review(?!s\.)|lessons|pullRequest)/.test(
        path,
      ),
    );
    assert.deepEqual(early, []);
  });
});
