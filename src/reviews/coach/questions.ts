import { type Message, phrase } from '../../humanError.ts';
import type { Part } from './cue.ts';

/** What to ask oneself for a part that a comment leaves out. */
export const questions: Readonly<Record<Part, Message>> = {
  why: phrase('What is wrong with it as it is?'),
  pattern: phrase('What would you write instead?'),
  risk: phrase('What could go wrong?'),
};
