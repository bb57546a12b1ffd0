import { type Files, finds, lead, own, silent } from './checked.ts';

const code = 'unmatched-affects';
const governing = (affects: string, front = ''): Files => ({
  [own]: lead({}, `${front}affects: ${affects}\n`),
  'src/billing/charge.ts': '',
  'app/[id]/page.tsx': '',
  '.github/workflows/ci.yml': '',
});

describe('An `affects` that matches nothing', () => {
  finds(code, 'a folder that is gone', governing('[src/billing/**, src/gone/**]'), 'src/gone/**');
  finds(code, 'a path alone', governing('src/gone.ts'), 'src/gone.ts');
  finds(code, 'entries of a block list', governing('\n  - src/billing\n  - lib/*.rb'), 'lib/*.rb');
  finds(
    code,
    'a glob of another ending, in a German record',
    { ...governing('x'), [own]: '---\nstatus: angenommen\naffects: ["src/**/*.go"]\n---\n\n# Wiederholen\n' },
    'src/**/*.go',
  );

  silent(
    code,
    'globs, folders and files that are there',
    governing(
      '[src/billing/**, src/billing, src/, src/billing/charge.ts, "app/[id]/page.tsx", ".github/**", "**/*.{ts,js}", ./src]',
    ),
  );
  silent(code, 'what is taken back', governing('[src/**, "!src/gone/**"]'));
  silent(
    code,
    'a proposal, which may speak of code that is yet to be written',
    governing('src/new/**', 'status: proposed\n'),
  );
  silent(code, 'a record that no longer holds', governing('src/gone/**', 'status: superseded\n'));
});
