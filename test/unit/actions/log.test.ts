import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { ActionLog } from '../../../src/actions/log.ts';
import { actionReader } from '../../../src/meetings/actionReader.ts';
import { walk } from '../../../src/records/files.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

describe('The log of actions', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());

  async function log(folders: readonly string[] = []): Promise<ActionLog> {
    const made = new ActionLog(folder.root, {
      listFiles: () => walk(folder.root),
      reader: await actionReader(),
      folders,
    });
    await made.load();
    return made;
  }
  const meeting = (date: string, ...lines: string[]) =>
    folder.write(`docs/meetings/${date}-sync.md`, `# Sync\n\nDate: ${date}\n\n## Next steps\n\n${lines.join('\n')}\n`);
  const shown = ({ items }: ActionLog) =>
    items.map(({ text, done, due, sources }) => [
      text,
      done ? 'done' : (due ?? '-'),
      sources.map(({ path }) => path).join(),
    ]);

  it('finds meetings and task lists by their names, and leaves transcripts, templates and other files alone', async () => {
    meeting('2026-11-13', '- [ ] measure the storm');
    folder.write('TODO.md', '- [ ] write the runbook\n');
    folder.write('docs/action-items.md', '- [ ] call the partner\n');
    folder.write('notes/todo.txt', 'send the letter due:2026-11-27\n');
    folder.write('docs/meetings/call.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nAna: ACTION: Ana to not be here\n');
    folder.write('docs/meetings/template.md', '- [ ] fill this in\n');
    folder.write('node_modules/x/TODO.md', '- [ ] stay away from this\n');
    folder.write('README.md', '- [ ] stay away from this too\n');
    assert.deepEqual(
      shown(await log())
        .map(([text]) => text)
        .toSorted(),
      ['call the partner', 'measure the storm', 'send the letter', 'write the runbook'],
    );
  });

  it('reads only what settings name, when they name something: folders, files or globs', async () => {
    meeting('2026-11-13', '- [ ] measure the storm');
    folder.write('team/notes/plan.md', '## Actions\n\n- [ ] write the runbook\n');
    folder.write('a/b/jobs.md', '- [ ] call the partner\n');
    const texts = async (...folders: string[]) => shown(await log(folders)).map(([text]) => text);
    assert.deepEqual(await texts('team/notes'), ['write the runbook']);
    assert.deepEqual(await texts('**/jobs.md', './team/'), ['call the partner', 'write the runbook']);
  });

  it('follows its files one by one, and puts the same work together across them', async () => {
    meeting('2026-11-06', '- [ ] Raj will measure the retry storm');
    const made = await log();
    meeting('2026-11-13', '- [ ] Raj will measure the retry storm by 2026-11-20', '- [ ] write the runbook');
    assert.equal(made.refresh('docs/meetings/2026-11-13-sync.md'), true);
    const both = 'docs/meetings/2026-11-06-sync.md,docs/meetings/2026-11-13-sync.md';
    assert.deepEqual(shown(made), [
      ['measure the retry storm', '2026-11-20', both],
      ['write the runbook', '-', 'docs/meetings/2026-11-13-sync.md'],
    ]);
    // A tick keeps the works together; a changed sentence takes them apart.
    meeting('2026-11-13', '- [x] Raj will measure the retry storm by 2026-11-20', '- [ ] write the runbook');
    made.refresh('docs/meetings/2026-11-13-sync.md');
    assert.deepEqual(shown(made)[0], ['measure the retry storm', 'done', both]);
    meeting('2026-11-13', '- [ ] Raj will buy a cake', '- [ ] write the runbook');
    made.refresh('docs/meetings/2026-11-13-sync.md');
    assert.deepEqual(
      shown(made).map(([text]) => text),
      ['measure the retry storm', 'buy a cake', 'write the runbook'],
    );
    rmSync(folder.path('docs/meetings/2026-11-13-sync.md'));
    assert.equal(made.refresh('docs/meetings/2026-11-13-sync.md'), true);
    assert.deepEqual(
      shown(made).map(([text]) => text),
      ['measure the retry storm'],
    );
    assert.equal(made.refresh('src/retry.ts'), false);
  });

  it('gives the line that said an item last: the one to tick', async () => {
    meeting('2026-11-06', '- [ ] Raj will measure the retry storm by 2026-11-20');
    meeting('2026-11-13', '- [ ] write the runbook', '- [ ] Raj will measure the retry storm');
    const made = await log();
    const storm = made.items.find(({ text }) => text.includes('storm'));
    assert.ok(storm);
    const said = made.lastSaid(storm);
    assert.deepEqual(said?.source, { path: 'docs/meetings/2026-11-13-sync.md', line: 8 });
    assert.equal(said?.action.due, null);
    assert.equal(storm.due, '2026-11-20');
  });
});
