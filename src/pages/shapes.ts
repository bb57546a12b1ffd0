import type { Status } from '../decisions/record.ts';
import { svg } from './dom.ts';

/** A status's shape around the origin, 12 units wide, and whether it is filled: told apart without any colour. */
const shapes: Readonly<Record<Status, { path: string; filled: boolean }>> = {
  proposed: { path: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z', filled: false },
  accepted: { path: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z', filled: true },
  rejected: { path: 'M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5', filled: false },
  deprecated: { path: 'M-4.5-4.5h9v9h-9z', filled: false },
  superseded: { path: 'M0-6L6 0L0 6L-6 0z', filled: true },
  unknown: { path: 'M-3-2.6A3 3 0 1 1 1.4 0Q0 .8 0 2.2M0 5v.2', filled: false },
};

/** The shape itself, to be placed in a drawing. */
export function shapeOf(status: Status): SVGPathElement {
  const { path, filled } = shapes[status];
  return svg('path', { d: path, class: `shape ${status} ${filled ? 'filled' : 'outline'}` });
}

/** The shape as a picture of its own in a line of text; what it means is written beside it. */
export function pictureOf(status: Status): SVGSVGElement {
  return svg('svg', { viewBox: '-8 -8 16 16', class: 'picture', 'aria-hidden': true }, shapeOf(status));
}
