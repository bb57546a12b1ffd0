// npm run bench: how fast the extension is, in ratios to what cannot be done without. `-- listing` runs the rows whose
// names begin with the word. Exits with 1 when a ratio is above its limit.

import { reported } from '../host/report.ts';
import { buildExtension } from '../host/vsix.ts';
import { activation } from './activation.ts';
import { adrTools } from './adrTools.ts';
import { anchors } from './anchors.ts';
import { bundle } from './bundle.ts';
import { commandLine } from './commandLine.ts';
import { committing } from './committing.ts';
import { makeOtherFiles, makeRecords } from './corpus.ts';
import { extraction } from './extraction.ts';
import { GitRepository, isolateGit } from './gitRepository.ts';
import { governing } from './governing.ts';
import { listing } from './listing.ts';
import { log4brains } from './log4brains.ts';
import { logPicture } from './logPicture.ts';
import { reindexing } from './reindexing.ts';
import { openingReview, savingComment } from './reviewing.ts';
import { header, isMissed, type LeftOut, printed, type Row } from './row.ts';
import { ticking } from './ticking.ts';

/** By the first word of their rows' names. Listing comes before what changes the repository. */
const onRepository: Readonly<Record<string, (repository: GitRepository) => Promise<Row>>> = {
  listing,
  'command line': commandLine,
  'decision log': logPicture,
  'decisions --for': governing,
  're-index': reindexing,
  commit: committing,
};
/** On files of its own. */
const onFiles: Readonly<Record<string, () => Promise<readonly Row[]>>> = { extraction };
const onExtension: Readonly<Record<string, () => Promise<Row>>> = {
  tick: ticking,
  anchors,
  'review open': openingReview,
  'review save': savingComment,
  bundle,
  activation,
};
/** Other tools, on the same files; each is left out where it cannot be had. */
const besideOthers: Readonly<Record<string, () => Promise<readonly (Row | LeftOut)[]>>> = {
  log4brains,
  'adr-tools': adrTools,
};

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const chosen = <Bench>(benches: Readonly<Record<string, Bench>>): Bench[] =>
    Object.entries(benches)
      .filter(([name]) => !words.length || words.some((word) => name.includes(word)))
      .map(([, bench]) => bench);
  const [ofRepository, ofExtension, ofOthers] = [
    chosen(onRepository),
    chosen(onExtension),
    [...chosen(onFiles), ...chosen(besideOthers)],
  ];
  if (!ofRepository.length && !ofExtension.length && !ofOthers.length) {
    const names = [onRepository, onExtension, onFiles, besideOthers].flatMap((benches) => Object.keys(benches));
    console.error(`Nothing is called "${words.join(' ')}". Choose among: ${names.join(', ')}.`);
    return 2;
  }

  isolateGit();
  await buildExtension();
  console.log(header);
  let missed = 0;
  const print = (row: Row | LeftOut) => {
    console.log(printed(row));
    if (!('why' in row) && isMissed(row)) missed++;
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
  for (const bench of ofOthers) for (const row of await bench()) print(row);
  return missed ? 1 : 0;
}

await reported(main);
