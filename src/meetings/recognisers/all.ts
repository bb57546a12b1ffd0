import { listed } from './listed.ts';
import { marked } from './marked.ts';
import type { Recogniser } from './recogniser.ts';
import { tableCell } from './tableCell.ts';
import { task } from './task.ts';

/** Every shape, in the order in which they are asked; the first that knows a passage has it. */
export const recognisers: readonly Recogniser[] = [task, marked, tableCell, listed];
