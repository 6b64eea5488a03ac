/**
 * Every key of every table is built in the files beside this one and nowhere else; this is their door. Each partition
 * begins with the controller, so that credentials bound to one controller cannot name another's. Keys hold ids, times
 * and coded values only: key names stand in CloudTrail and in table metrics.
 */

export { bodyKey, documentBodyKeys, folderKeys, uploadKey } from './keys/bodies.ts';
export { breachKeys } from './keys/breaches.ts';
export { calendarKeys, messageKeys } from './keys/calendar.ts';
export {
  assessmentKeys,
  caseOpeningsKey,
  custodyReportKeys,
  deadlineKeys,
  matterKeys,
  planKeys,
  refundKeys,
  serviceKeys,
  taskKeys,
  transferKeys,
} from './keys/case-work.ts';
export { citizenKeys } from './keys/citizens.ts';
export { clientKeys, type WordsSize } from './keys/client.ts';
export { subjectRequestKeys } from './keys/data-subject-requests.ts';
export { type EndedKind, indexKeys } from './keys/indexes.ts';
export { keyKeys } from './keys/keys-table.ts';
export { logRequestKeys } from './keys/log-requests.ts';
export { logSearchKeys } from './keys/log-search.ts';
export { lookupKeys } from './keys/lookup.ts';
export { noticeKeys } from './keys/notices.ts';
export { controllerKeys, delegationKeys, partyKeys, userKeys } from './keys/organisation.ts';
export { type Key, type PartitionKey, SHARDS, type SortKey, type Span } from './keys/parts.ts';
export { researchKeys } from './keys/research.ts';
export { retentionKeys } from './keys/retention.ts';
export { sealingKeys } from './keys/sealing.ts';
export { signKeys } from './keys/signs.ts';
export { statisticsKeys } from './keys/statistics.ts';
export { checkKeys, questionKeys, trailKeys } from './keys/trail.ts';
export { deployedKeys, plantingKeys, witnessKeys } from './keys/witness.ts';
export { workKeys } from './keys/work.ts';
