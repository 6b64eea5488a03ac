import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { CaseId, ClientId, TransferId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { CountedIn } from '../counted-in.ts';
import { earlierOf } from '../earlier.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Asia: a matter of one client, or of several (yhteinen asia), opened when a possible need is learnt of
 * (703/2023 §§ 37, 41; 1301/2014 § 34). Its service tasks decide who may read it and how long it is kept;
 * the retention period runs from its closing. One head lies in the partition of each client of the case.
 */
const CaseState = z.enum(['open', 'suspended', 'closed']);

/** Vireilletulon tapa: our keys; the values of list 1.2.246.537.6.1242 are loaded by the operator. */
export const WayOfOpening = z
  .enum(['application', 'contact', 'notification', 'ownInitiative', 'transfer'])
  .meta({ id: 'WayOfOpening' });

/** Vireillepanija: who brought the matter (703/2023 § 41; list 1.2.246.537.6.1243 where its values are known). */
export const Initiator = z
  .enum(['client', 'closePerson', 'guardian', 'otherPerson', 'authority', 'socialWelfare', 'healthCare'])
  .meta({ id: 'Initiator' });

/** Why a case is closed: our keys, for the law names no list. */
export const ClosingGround = z
  .enum(['serviceEnded', 'needEnded', 'noMeasures', 'moved', 'died', 'withdrawn', 'otherGround'])
  .meta({ id: 'ClosingGround' });
export type ClosingGround = z.infer<typeof ClosingGround>;

/** Others beside the responsible worker: so many at most. */
export const MOST_WORKERS = 20;

/** What of a case may become different and tells how it stood. */
const changing = {
  state: CaseState,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  unitId: UnitId,
  responsibleWorkerId: UserId.optional(),
  /** Others who take part, beside the responsible worker. */
  workerIds: z.array(UserId).max(MOST_WORKERS),
  /** Proposed to another unit, which may read this case and answer until then. */
  referredTo: z.strictObject({ unitId: UnitId, transferId: TransferId, until: LocalDate }).optional(),
  suspendedOn: LocalDate.optional(),
  closedOn: LocalDate.optional(),
  closingGround: ClosingGround.optional(),
};
export const CaseThen = z.object(changing);

/**
 * A shared case has so many clients at most: closing it moves two items a client, and a commit holds 25 items with
 * its line and fact (docs/decisions/0020).
 */
export const MOST_CLIENTS = 10;

export const CaseHead = storedItem('case', {
  caseId: CaseId,
  clientId: ClientId,
  /** Every client of a shared case, this one included. Their heads have one version and change in one commit. */
  clients: z.array(ClientId).min(1).max(MOST_CLIENTS),
  /** Asiaan liittymishetki: when this client came to the case. */
  joinedAt: Instant,
  ...changing,
  earlier: earlierOf(changing),
  documentClass: z.literal('case'),
  wayOfOpening: WayOfOpening,
  initiator: Initiator,
  openedAt: Instant,
  /** How often its opening was counted, in which unit and tasks. Left out of those opened before it was kept. */
  counted: CountedIn.optional(),
  /** Service tasks that it had before: what was written under them is kept by their periods too. */
  formerTasks: z.array(ServiceTask).max(7).optional(),
  /** Due month of the disposal unit this case is, from its closing (703/2023 annex; docs/decisions/0021). */
  dueMonth: z.string().optional(),
  /** Whether this client has the client plan that the case needs. */
  plan: z.enum(['missing', 'made']).optional(),
  /** Name and description of the matter, sealed under the case. */
  content: Sealed,
  ...inIndexes(1, 2, 3, 4),
});
export type CaseHead = z.infer<typeof CaseHead>;

/** Every service task that the case has or had: by the last of their periods it is kept. */
export const tasksEver = ({
  serviceTasks,
  formerTasks = [],
}: Pick<CaseHead, 'serviceTasks' | 'formerTasks'>): ServiceTask[] => [
  ...new Set([...serviceTasks, ...formerTasks]),
];

/** What is sealed of a case. */
export const CaseContent = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** The need, and the grounds for it (703/2023 § 41). */
  description: z.string().trim().min(1).max(4000).optional(),
  /**
   * Of family law: the births of the children whom the matter is about, by which it is kept (703/2023 annex). An empty list
   * says that it is about no child; left out, nobody has said.
   */
  childrenBorn: z.array(LocalDate).max(20).optional(),
});
export type CaseContent = z.infer<typeof CaseContent>;
