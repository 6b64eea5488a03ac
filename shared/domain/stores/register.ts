import { ELSEWHERE } from './elsewhere.ts';
import type { PersonalStore } from './model.ts';
import { OF_FILE } from './of-file.ts';

/** Every kind of stored thing that tells of a client (GDPR art. 15, 17, 30; 703/2023 liite). */
export const PERSONAL_STORES: readonly PersonalStore[] = [...OF_FILE, ...ELSEWHERE];

const byKind = new Map(PERSONAL_STORES.map((store) => [store.kind, store]));

/** @throws for a kind that is not registered: a thing of a client's that nobody has said what becomes of. */
export function storeOf(kind: string): PersonalStore {
  const store = byKind.get(kind);
  if (store === undefined) throw new Error(`What is stored as ${kind} is not in the register of stores.`);
  return store;
}

/**
 * Entities that tell of no client, and why. One that is in neither list fails a house test: whoever adds a stored thing
 * says what becomes of it, and by which rule it is kept (`retention/records-of-house.ts`).
 */
export const OF_NO_CLIENT: Readonly<Record<string, string>> = {
  // The controller itself and its workers.
  controller: 'the organisation',
  unit: 'the organisation',
  post: 'the organisation',
  settings: 'what the controller has chosen',
  settingsVersion: 'what the controller has chosen',
  settingsProposal: 'what is proposed to be chosen',
  notice: 'the published privacy notice, and who signed it',
  noticeText: 'the published privacy notice',
  publishedNotice: 'the published privacy notice',
  controllerKey: 'keys of the controller',
  user: 'a worker',
  member: 'a worker',
  powers: 'a worker',
  grant: 'a worker’s right',
  proposal: 'a worker’s right',
  commitment: 'what a worker has signed',
  rightsPolicy: 'how rights are given, approved by management',
  rightsInstruction: 'which rights are given',
  knownAs: 'keyed hashes of a worker, told by the employer',
  disqualification: 'a worker; of the other person a keyed hash alone',
  barredOfCode:
    'workers shut out; its key is a keyed hash, and it is there whether or not anybody is a client',
  dayOfUse: 'counts of a worker’s day; it names no client and expires',
  delegation: 'posts and kinds of decisions',
  delegationVersion: 'posts and kinds of decisions',
  paperFolder: 'a folder’s place and label; of a client’s own folder an id',
  bookingResource: 'rooms and equipment',
  openHours: 'published hours of a worker',
  fact: 'what was done, in figures; a person by a keyed hash of one year, which nothing leads back from',
  goneFact: 'that the thing of a fact is no more: a kind, and the same keyed hash as the fact’s name',
  lateFacts: 'months to which something came after they were over',
  mergedPerson: 'that two persons of a year’s figures are one, by the keyed hashes of that year',
  statisticsCube: 'a month in sums: how many facts it is of, and a hash',
  statisticsCubePart: 'sums of a month; persons by the same keyed hashes of one year as the facts',
  latestEdition: 'the number of an edition',
  statisticsRun: 'which export was made, when, and how it ended',
  statisticsPublication: 'sums that were published, with small numbers hidden',
  statisticsPublicationHead: 'how often figures were published',
  statisticsEdition: 'sums by unit, municipality, service or month; no person stands in one',
  // Parties are persons of their own register, and no clients.
  party: 'a support person, a support family or a supplier',
  partyVersion: 'a support person, a support family or a supplier',
  providerContract: 'a contract with a producer',
  subcontract: 'a contract with a producer',
  breach: 'what happened in the controller; its clients stand in stores of their own',
  absence: 'somebody of whom nothing is held; it expires',
  researchPermit: 'a study, its grantor and conditions',
  // What passes, and runs.
  outbox: 'ids; gone when it is carried',
  idempotencyMark: 'ids and a hash; it expires',
  caseOpenings: 'an id; it expires in days',
  handOver: 'workers and a count',
  escalationRun: 'how far a run came',
  messageRun: 'how far a run came',
  deploymentAnnounced: 'a release, and the days on which it goes out',
  announcingTurn: 'that announcements are taken one after another',
  signRun: 'how far a run came',
  disposalList: 'a month and its approval',
  retentionCounted: 'by which rules due months were counted',
  disposalRow:
    'the mark that a unit was: ids and codes, by which its destruction is done again after a restore',
  witnessRun: 'how far a run came',
  versionsLooked: 'how far a run came',
  waitingSearches: 'ids of a worker’s searches of the log',
  plantingDay: 'what was planted on an invented client, and what was reported of it',
  judgedReport: 'that a report of a control was looked at',
  plantedArrival: 'an event of nobody',
  deployedDay: 'hashes of code and policies',
  witnessFinding: 'a use of a key or an answer, by the ids of machines',
};
