import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openRepository } from '../../../../src/git/repository.ts';
import { type Anchor, whereaboutsOf } from '../../../../src/reviews/anchor/whereabouts.ts';
import { worldOf } from '../../../../src/reviews/anchor/world.ts';
import { isolateGit, ScratchRepository } from '../../git/scratchRepository.ts';

interface Line {
  readonly text: string;
  readonly id: number;
}

/** What a commit does to the file. */
type Step =
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'rename' | 'crlf' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: fc.nat(30),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: fc.nat(30),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('rename' as const, 'crlf' as const) }) },
);

const start: readonly Line[] = Array.from({ length: 30 }, (_, id) => ({
  id,
  text: id % 5 === 4 ? '}' : id % 7 === 3 ? '  return value;' : `  const measure${id} = weigh(thing${id}, ${id});`,
}));

describe('Comments over generated histories', function () {
  this.timeout(120_000);
  isolateGit();

  it('are at their own line or orphaned, in the clone and in one that lacks the history', async () => {
    const counts = { found: 0, orphaned: 0, byQuote: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        const scratch = new ScratchRepository();
        try {
          const { commit, lines, path } = play(scratch, steps);
          const anchors = start.map(
            ({ id, text }): Anchor => ({ file: 'src/a.ts', line: id + 1, endLine: id + 1, commit, quote: [text] }),
          );
          for (const root of [scratch.root, shallowClone(scratch)]) {
            for (const [id, now] of (await places(root, anchors)).entries()) {
              const there = now.line === null ? undefined : lines[now.line - 1];
              const isTelling = start[id]?.text.includes('measure');
              if (now.state === 'orphaned') {
                counts.orphaned++;
                assert.ok(!isTelling || !lines.some((line) => line.id === id), `line ${id} is not found`);
              } else if (root === scratch.root || isTelling) {
                counts[root === scratch.root ? 'found' : 'byQuote']++;
                assert.deepEqual([now.file, there?.id], [path, id]);
              } else {
                // Which of several it was, a quote alone does not tell: but it says the same.
                assert.equal(there?.text, start[id]?.text);
              }
            }
          }
        } finally {
          scratch.remove();
        }
      }),
      { numRuns: 6 },
    );
    assert.ok(counts.found > 20 && counts.byQuote > 20 && counts.orphaned > 20, JSON.stringify(counts));
  });
});

/** Makes the history, one commit a step. */
function play(scratch: ScratchRepository, steps: readonly Step[]): { commit: string; lines: Line[]; path: string } {
  let [lines, path, ending] = [[...start], 'src/a.ts', '\n'];
  const save = () => {
    scratch.write(path, lines.map(({ text }) => text + ending).join(''));
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--allow-empty', '--message', 'Step');
  };
  save();
  const commit = scratch.git('rev-parse', 'HEAD').trim();
  for (const [number, step] of steps.entries()) {
    if (step.kind === 'rename') {
      const next = `src/${'b'.repeat(number + 1)}.ts`;
      scratch.git('mv', path, next);
      path = next;
    } else if (step.kind === 'crlf') {
      ending = '\r\n';
    } else if (step.kind === 'delete') {
      lines = lines.toSpliced(step.at, step.count);
    } else if (step.kind === 'insert') {
      const fresh = Array.from({ length: step.count }, (_, each) => ({
        id: -1,
        text: `// step ${number}, line ${each}`,
      }));
      lines = lines.toSpliced(step.at, 0, ...fresh);
    }
    save();
  }
  return { commit, lines, path };
}

function shallowClone(scratch: ScratchRepository): string {
  const root = scratch.path('clone');
  // One more commit, so that the commented one is behind the end even where no step was made.
  scratch.git('commit', '--quiet', '--allow-empty', '--message', 'End');
  scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, root);
  return root;
}

async function places(root: string, anchors: readonly Anchor[]) {
  const repository = await openRepository(root);
  assert.ok(repository);
  return whereaboutsOf(anchors, worldOf(root, repository));
}
