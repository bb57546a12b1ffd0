import type { Format } from './format.ts';
import { capitalised } from './shapes.ts';

/** Michael Nygard's, as adr-tools writes it, its spelling of "Superceded" included: teams' scripts look for it. */
export const nygard: Format = {
  id: 'nygard',
  template: 'nygard',
  recognise: (_document, fields) => fields.some((field) => field.name === 'status' && field.place === 'section'),
  writeStatus: capitalised,
  supersededBy: 'Superceded by',
  supersedes: 'Supercedes',
};
