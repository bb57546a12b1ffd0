import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { readGlob } from '../../../src/records/glob.ts';

function matches(pattern: string, ...paths: string[]): void {
  for (const path of paths) assert.equal(readGlob(pattern).matches(path), true, `${pattern} ${path}`);
}

function leaves(pattern: string, ...paths: string[]): void {
  for (const path of paths) assert.equal(readGlob(pattern).matches(path), false, `${pattern} ${path}`);
}

describe('A glob', function () {
  this.timeout(20_000);

  it('without wildcards is a file, or a folder with everything below it', () => {
    matches('src/billing', 'src/billing', 'src/billing/retry.ts', 'src/billing/a/.b/c');
    leaves('src/billing', 'src/billing2', 'src', 'test/src/billing/retry.ts');
    matches('src/billing/', 'src/billing/retry.ts');
    matches('./src/billing/retry.ts', 'src/billing/retry.ts');
    matches('/src/billing/retry.ts', 'src/billing/retry.ts');
    matches('src\\billing\\retry.ts', 'src/billing/retry.ts');
  });

  it('keeps * within a folder and lets ** go over any number of them', () => {
    matches('src/*/retry.ts', 'src/billing/retry.ts', 'src/.x/retry.ts');
    leaves('src/*/retry.ts', 'src/a/b/retry.ts', 'src/retry.ts', 'src/a/retry.ts/x');
    matches('src/**', 'src', 'src/a', 'src/a/b/c.ts', 'src/.env');
    matches('**/retry.ts', 'retry.ts', 'a/b/retry.ts');
    matches('src/**/test/*.ts', 'src/test/a.ts', 'src/a/b/test/a.ts');
    matches('packages/*/', 'packages/api/src/x.ts');
    leaves('*.sql', 'db/a.sql');
  });

  it('knows alternatives, also over several folders', () => {
    matches('src/{billing,ledger}/**', 'src/billing/a.ts', 'src/ledger/b.ts');
    leaves('src/{billing,ledger}/**', 'src/other/a.ts');
    matches('{src/a,lib/{b,c}}/*.{ts,tsx}', 'src/a/x.ts', 'lib/c/x.tsx');
    matches('src/file[0-9].ts', 'src/file7.ts');
    matches('src/!(test)/a.ts', 'src/main/a.ts');
  });

  it('takes brackets and parentheses in names as they are, too', () => {
    matches('app/[id]/page.tsx', 'app/[id]/page.tsx', 'app/i/page.tsx');
    matches('app/(shop)/[...slug]/**', 'app/(shop)/[...slug]/page.tsx');
  });

  it('of nothing, or out of the repository, matches nothing', () => {
    leaves('', 'a', '');
    leaves('../other/**', 'a', 'other/a');
  });

  it('agrees with picomatch on wildcards', () => {
    const name = fc.constantFrom('a', 'b', 'ab', '.a', 'a.ts', 'b.test.ts');
    const part = fc.oneof(name, fc.constantFrom('*', '**', '*.ts', 'a*', '*b*', '?', '{a,b}', '*.{ts,js}'));
    const pattern = fc
      .array(part, { minLength: 1, maxLength: 4 })
      // What has no wildcard also means a folder here; of a final `**` picomatch says sometimes that it needs a name.
      .filter((parts) => parts.some((each) => /[*?]/.test(each)) && parts.at(-1) !== '**')
      .map((parts) => parts.join('/'));
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, path, (glob, asked) => {
        assert.equal(readGlob(glob).matches(asked), picomatch(glob, { dot: true })(asked), `${glob} ${asked}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('answers at once, whatever a hostile repository names', () => {
    const long = 'a'.repeat(250);
    const deep = 'a/'.repeat(400);
    for (const pattern of [
      '*a*a*a*a*a*a*a*b',
      `${'**/a/'.repeat(80)}b`,
      `${'{a,b}'.repeat(100)}`,
      `${'[a]*?'.repeat(30)}b`,
      `${'+(a|aa)'.repeat(20)}b`,
      '+(+(+(a)))b',
      '{1..1000000000}',
      `${'?*'.repeat(60)}b`,
    ]) {
      leaves(pattern, long, `${deep}c`, `${long}/${long}`);
    }
  });
});
