import * as z from 'zod';
import { CaseId, ClientId, MatterId, RetentionHoldId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { DocumentKind } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';

/** A month of a calendar, `YYYY-MM`. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')
  .meta({ id: 'Month', examples: ['2036-12'] });

/** Muu kuin asiakasasiakirja: records of the controller of which no client is told, disposed of by its archive plan. */
export const HouseRecord = z
  .enum([
    'settingsProposal',
    'plantingDay',
    'researchPermit',
    'breach',
    'notice',
    'witnessFinding',
    'deployedDay',
    'deploymentAnnounced',
    'user',
    'grant',
    'rightsPolicy',
    'rightsInstruction',
    'delegation',
    'contract',
    'party',
    'factMonth',
  ])
  .meta({ id: 'HouseRecord' });
export type HouseRecord = z.infer<typeof HouseRecord>;

/**
 * Hävittämisyksikkö: what is disposed of at once: a case in the file of one client, an intake matter that led to no case,
 * the data of the client itself, a record that tells of no client. It has one due month, and whatever belongs to it goes with it.
 */
const Unit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), clientId: ClientId, caseId: CaseId }),
  z.strictObject({ kind: z.literal('client'), clientId: ClientId }),
  z.strictObject({ kind: z.literal('matter'), matterId: MatterId }),
  z.strictObject({ kind: z.literal('record'), record: HouseRecord, recordId: z.string() }),
]);
export type Unit = z.infer<typeof Unit>;
/** What is of clients: looked at by the annex, and destroyed by its keys. */
export type ClientUnit = Exclude<Unit, { kind: 'record' }>;

export const unitIdOf = (unit: Unit): string => {
  if (unit.kind === 'case') return `case-${unit.caseId}-${unit.clientId}`;
  if (unit.kind === 'record') return `record-${unit.record}-${unit.recordId}`;
  return unit.kind === 'client' ? `client-${unit.clientId}` : `matter-${unit.matterId}`;
};

/** Whom a line about the unit names, without looking into it. */
export const clientsNamedBy = (unit: Unit): ClientId[] =>
  unit.kind === 'case' || unit.kind === 'client' ? [unit.clientId] : [];

/**
 * Why a unit that is due is not disposed of yet. `legalHold`: hävittämiskielto. `openMatter`: a matter, case or
 * relationship of the client is open. `pendingRequest`: something was asked of the client's data that is not answered,
 * or has had something of it restricted, and that restriction has not been lifted.
 * `otherUnitsRemain`: cases of the client are still kept, whose keys lie under the client's. `archiveNotSet`: part of it
 * is kept for good, and nobody has said where it goes. `notDue`: the law or the events say otherwise today.
 */
export const Exception = z
  .enum(['legalHold', 'openMatter', 'pendingRequest', 'otherUnitsRemain', 'archiveNotSet', 'notDue'])
  .meta({ id: 'DisposalException' });
export type Exception = z.infer<typeof Exception>;

const DueReason = z
  .strictObject({
    source: z.string(),
    event: z.string(),
    years: z.int().optional(),
    on: LocalDate.optional(),
    dueMonth: z.string().optional(),
  })
  .meta({ id: 'DueReason' });

/** Pysyvästi säilytettävä: what of it goes to the archive before the rest is destroyed. */
const PermanentPart = z
  .discriminatedUnion('part', [
    z.strictObject({ part: z.literal('nothing') }),
    z.strictObject({ part: z.literal('all'), source: z.string() }),
    z.strictObject({ part: z.literal('kinds'), kinds: z.array(DocumentKind), source: z.string() }),
  ])
  .meta({ id: 'PermanentPart' });

/** Why the one who looked at the list keeps a unit for now. */
export const KeepGround = z
  .enum(['neededForMatter', 'archiveAsks', 'dispute', 'errorInData', 'other'])
  .meta({ id: 'KeepGround' });

const By = z.strictObject({ userId: UserId, at: Instant });

/** Siirtopaketti: what was put for the archive, and that the archive has it. */
const Package = z.strictObject({
  manifest: z.string(),
  sha256: z.string(),
  entries: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  at: Instant,
  /** Which items were packed, in which versions: of others another package is made. Packages of before lack it. */
  contents: z.string().optional(),
  received: By.extend({ reference: z.string().max(40) }).optional(),
});

/** What was taken away: by the kind of store. */
const Removed = z.record(z.string(), z.int().nonnegative());

/**
 * Hävitysesityksen rivi. `due`: to be disposed of, once the list is approved. `excepted`, `kept`: not now, for a reason.
 * `packaged`: waits for the archive to say that it has its part. `destroying`: it is being disposed of; with the first key
 * destroyed there is no way back. `destroyed`. It stays as the mark that the unit was: ids and codes alone, and a mark by which the
 * destruction is done again after a restore.
 */
export const DisposalRow = storedItem('disposalRow', {
  unitId: z.string(),
  month: z.string(),
  unit: Unit,
  serviceTasks: z.array(ServiceTask).max(7),
  dueMonth: z.string(),
  reasons: z.array(DueReason).max(40),
  permanent: PermanentPart,
  listedAt: Instant,
  state: z.enum(['due', 'excepted', 'kept', 'packaged', 'destroying', 'destroyed']),
  exception: Exception.optional(),
  kept: By.extend({ ground: KeepGround, until: LocalDate }).optional(),
  package: Package.optional(),
  /** Look-ups that only what is about to be sealed for good can name: keyed hashes. */
  codes: z.array(z.string()).max(40).optional(),
  /** Its first keys are gone: from here on it is carried to its end. */
  keysBegun: z.literal(true).optional(),
  keysGoneAt: Instant.optional(),
  /** From this day no copy of any table holds a key of it. */
  finalOn: LocalDate.optional(),
  removed: Removed.optional(),
});
export type DisposalRow = z.infer<typeof DisposalRow>;

/**
 * Hävitysesitys of a controller and a month. `gathering`: rows are still added. `proposed`: somebody has looked through
 * it. `approved`: a second person has. `finished`: all that was on it has been dealt with; what was excepted went over to
 * a later list.
 */
export const DisposalList = storedItem('disposalList', {
  month: z.string(),
  state: z.enum(['gathering', 'proposed', 'approved', 'finished']),
  proposed: By.optional(),
  approved: By.optional(),
  finishedAt: Instant.optional(),
  destroyed: z.int().nonnegative(),
});
export type DisposalList = z.infer<typeof DisposalList>;

/** Diaarinumero: letters, digits and marks, no words. */
export const Reference = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9/.:-]{0,39}$/i, 'a number of a register, without spaces')
  .meta({ id: 'RegisterNumber', examples: ['KHO/1234/2036'] });

/** On what ground disposal is held back. */
export const HoldGround = z
  .enum(['courtCase', 'supervision', 'policeInvestigation', 'compensationClaim', 'other'])
  .meta({ id: 'HoldGround' });

/** Hävittämiskielto: nothing of the client, or of one case, is disposed of until it is lifted. */
export const RetentionHold = storedItem('retentionHold', {
  holdId: RetentionHoldId,
  clientId: ClientId,
  caseId: CaseId.optional(),
  ground: HoldGround,
  /** The number of the matter it is for, in the register of whoever asked. */
  reference: Reference.optional(),
  /** The day by which somebody looks whether it is still needed. */
  reviewBy: LocalDate,
  lifted: By.optional(),
});
export type RetentionHold = z.infer<typeof RetentionHold>;
