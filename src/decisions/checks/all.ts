import { brokenLink } from './brokenLink.ts';
import type { Check } from './check.ts';
import { circularSupersede } from './circularSupersede.ts';
import { duplicateNumber } from './duplicateNumber.ts';
import { impossibleDate } from './impossibleDate.ts';
import { missingRecommendation } from './missingRecommendation.ts';
import { missingRisks } from './missingRisks.ts';
import { oneSidedSupersede } from './oneSidedSupersede.ts';
import { overdueRevisit } from './overdueRevisit.ts';
import { staleProposal } from './staleProposal.ts';
import { tooFewOptions } from './tooFewOptions.ts';
import { unfilledPlaceholder } from './unfilledPlaceholder.ts';
import { unknownStatus } from './unknownStatus.ts';
import { unmatchedAffects } from './unmatchedAffects.ts';

/** Every check, in the order of docs/checks.md. */
export const checks: readonly Check[] = [
  unfilledPlaceholder,
  tooFewOptions,
  missingRecommendation,
  missingRisks,
  unknownStatus,
  staleProposal,
  overdueRevisit,
  impossibleDate,
  brokenLink,
  oneSidedSupersede,
  circularSupersede,
  duplicateNumber,
  unmatchedAffects,
];
