import type { Format } from './format.ts';
import { hasSection } from './shapes.ts';

/** The project's own: MADR 4 front matter; Context, Options, Recommendation, Risks. */
export const lead: Format = {
  id: 'lead',
  template: 'decision',
  recognise: (document) => hasSection(document, 'recommendation') && hasSection(document, 'risks'),
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
};
