const last = new Map<string, Promise<unknown>>();

/**
 * Runs jobs with the same key one after another, in the order they came, whether or not the one before failed. Jobs with
 * different keys do not wait for each other.
 *
 * @returns what the job returns or throws
 */
export async function inTurn<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
  const before = last.get(key);
  const mine = (before ?? Promise.resolve()).then(job, job);
  last.set(key, mine);
  try {
    return await mine;
  } finally {
    if (last.get(key) === mine) {
      last.delete(key);
    }
  }
}
