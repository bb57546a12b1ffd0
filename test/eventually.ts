import { setTimeout } from 'node:timers/promises';

/** Tries until nothing is thrown, and gives what came of it; after the time, in milliseconds, what was thrown last. */
export async function eventually<T>(look: () => T | Promise<T>, time = 15_000): Promise<T> {
  const end = performance.now() + time;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await setTimeout(40);
  }
}
