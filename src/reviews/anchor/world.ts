import { listFiles } from '../../git/files.ts';
import { type Past, readPast } from '../../git/pastTexts.ts';
import { renamesSince } from '../../git/renames.ts';
import type { Repository } from '../../git/repository.ts';
import { filesWithLines } from '../../git/search.ts';
import { walk } from '../../records/files.ts';
import { readSource } from '../../records/source.ts';
import type { World } from './whereabouts.ts';

const noPast: Past = { text: () => undefined, time: () => undefined };

/** The files below a root as they are on disk, and the past of its repository, if it is one. */
export function worldOf(root: string, repository: Repository | undefined): World {
  return {
    past: async (files) => (repository ? readPast(repository, files) : noPast),
    files: () => (repository ? listFiles(repository) : walk(root)),
    renames: async (since) => (repository ? renamesSince(repository, since) : []),
    text: (path) => readSource(root, path),
    filesWithLines: async (lines) => (repository ? filesWithLines(repository, lines) : new Map()),
  };
}
