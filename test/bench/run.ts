// npm run bench: how fast the extension is, in ratios to what cannot be done without. `-- listing` runs the rows whose
// names begin with the word. Exits with 1 when a ratio is above its limit.

import { reported } from '../host/report.ts';
import { buildExtension } from '../host/vsix.ts';
import { activation } from './activation.ts';
import { bundle } from './bundle.ts';
import { commandLine } from './commandLine.ts';
import { committing } from './committing.ts';
import { makeOtherFiles, makeRecords } from './corpus.ts';
import { GitRepository, isolateGit } from './gitRepository.ts';
import { listing } from './listing.ts';
import { reindexing } from './reindexing.ts';
import { header, isMissed, printed, type Row } from './row.ts';

/** By the first word of their rows' names. Listing comes before what changes the repository. */
const onRepository: Readonly<Record<string, (repository: GitRepository) => Promise<Row>>> = {
  listing,
  'command line': commandLine,
  're-index': reindexing,
  commit: committing,
};
const onExtension: Readonly<Record<string, () => Promise<Row>>> = { bundle, activation };

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const chosen = <Bench>(benches: Readonly<Record<string, Bench>>): Bench[] =>
    Object.entries(benches)
      .filter(([name]) => !words.length || words.some((word) => name.includes(word)))
      .map(([, bench]) => bench);
  const [ofRepository, ofExtension] = [chosen(onRepository), chosen(onExtension)];
  if (!ofRepository.length && !ofExtension.length) {
    const names = [...Object.keys(onRepository), ...Object.keys(onExtension)];
    console.error(`Nothing is called "${words.join(' ')}". Choose among: ${names.join(', ')}.`);
    return 2;
  }

  isolateGit();
  await buildExtension();
  console.log(header);
  let missed = 0;
  const print = (row: Row) => {
    console.log(printed(row));
    if (isMissed(row)) missed++;
  };
  if (ofRepository.length) {
    const repository = await GitRepository.make([...makeRecords(1000), ...makeOtherFiles(4000)]);
    try {
      for (const bench of ofRepository) print(await bench(repository));
    } finally {
      await repository.delete();
    }
  }
  for (const bench of ofExtension) print(await bench());
  return missed ? 1 : 0;
}

await reported(main);
