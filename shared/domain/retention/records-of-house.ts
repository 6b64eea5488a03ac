import type { OwnRecordRule } from './own-records.ts';

/**
 * By which rule each store that tells of no client is kept (J-7.5). `stands`: there while what it is a part of is.
 * `passes`: the table takes it away by itself, or it is used up. A test holds the list against the register of stores, and
 * against what takes each of them away.
 */
export const KEPT_BY: Readonly<Record<string, OwnRecordRule['kind'] | 'stands' | 'passes'>> = {
  controller: 'stands',
  unit: 'stands',
  post: 'stands',
  settings: 'settings',
  settingsVersion: 'settings',
  settingsProposal: 'settingsProposal',
  notice: 'notice',
  noticeText: 'notice',
  publishedNotice: 'stands',
  controllerKey: 'stands',
  user: 'user',
  member: 'user',
  powers: 'user',
  knownAs: 'user',
  disqualification: 'user',
  barredOfCode: 'user',
  grant: 'grant',
  proposal: 'grant',
  rightsPolicy: 'grant',
  rightsInstruction: 'grant',
  commitment: 'commitment',
  dayOfUse: 'passes',
  delegation: 'delegation',
  delegationVersion: 'delegation',
  paperFolder: 'stands',
  bookingResource: 'stands',
  openHours: 'calendar',
  fact: 'fact',
  goneFact: 'fact',
  lateFacts: 'passes',
  latestEdition: 'statistics',
  statisticsRun: 'passes',
  mergedPerson: 'statistics',
  statisticsCube: 'statistics',
  statisticsCubePart: 'statistics',
  statisticsPublication: 'statistics',
  statisticsPublicationHead: 'statistics',
  statisticsEdition: 'statistics',
  party: 'party',
  partyVersion: 'party',
  providerContract: 'contract',
  subcontract: 'contract',
  breach: 'breach',
  absence: 'passes',
  researchPermit: 'researchPermit',
  outbox: 'passes',
  idempotencyMark: 'passes',
  caseOpenings: 'passes',
  handOver: 'passes',
  escalationRun: 'passes',
  messageRun: 'passes',
  announcingTurn: 'passes',
  signRun: 'passes',
  disposalList: 'disposalCertificate',
  disposalRow: 'disposalCertificate',
  retentionCounted: 'passes',
  witnessRun: 'passes',
  versionsLooked: 'passes',
  waitingSearches: 'passes',
  plantingDay: 'plantingDay',
  judgedReport: 'passes',
  plantedArrival: 'passes',
  deployedDay: 'witness',
  deploymentAnnounced: 'witness',
  witnessFinding: 'witness',
};

/** Why what `stands` has no end. */
export const STANDS_FOR: Readonly<Record<string, string>> = {
  controller: 'the register has its controller as long as there is anything in it',
  unit: 'documents, cases and lines of the log name their unit, also one that has ended',
  post: 'grants and rows of the delegation table name it',
  controllerKey: 'it opens what is sealed of the controller, whatever its age',
  publishedNotice: 'one row: which notice stands at the public address',
  paperFolder: 'papers name the folder they stand in',
  bookingResource: 'appointments in the files of clients name the room',
};

/** Why a kind has no period of ours: its run waits for one of the archive plan, or of the setting. */
export const UNTIL_PLANNED: Readonly<Partial<Record<OwnRecordRule['kind'], string>>> = {
  delegation: 'decisions name the row by which their maker had the power, as long as they are kept',
};

/** How what `passes` without a time of its own goes. */
export const USED_UP: Readonly<Record<string, string>> = {
  outbox: 'the carrier takes it away when the event is delivered',
  lateFacts: 'the morning’s run takes it away when the month is counted',
  messageRun: 'one row, written over by each run',
  announcingTurn: 'one row, written over with each announcement',
  retentionCounted: 'one row, written over when a rule is another',
  versionsLooked: 'one row, written over, and gone when the round is done',
};
