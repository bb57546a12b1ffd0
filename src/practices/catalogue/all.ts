import type { Practice } from '../practice.ts';
import { career } from './career.ts';
import { influence } from './influence.ts';
import { judgement } from './judgement.ts';
import { managers } from './managers.ts';
import { people } from './people.ts';
import { politics } from './politics.ts';
import { start } from './start.ts';

/** Every practice that comes with the extension, by group. */
export const catalogue: readonly Practice[] = [
  ...start,
  ...judgement,
  ...influence,
  ...politics,
  ...people,
  ...career,
  ...managers,
];
