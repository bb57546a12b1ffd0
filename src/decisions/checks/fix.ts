import { HumanError } from '../../humanError.ts';
import type { Fix } from './check.ts';

/** A fix, or none where its edits cannot be made safely: then nothing is offered, and the finding says what to do. */
export function orNone(make: () => Fix): Fix[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof HumanError) return [];
    throw error;
  }
}
