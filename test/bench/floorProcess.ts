// The floor as a process of its own: reads and parses the files of the folder that is its argument.
import { recordFiles } from './corpus.ts';
import { readAndParse } from './floor.ts';

console.log(readAndParse(recordFiles(process.argv[2] ?? '.')));
