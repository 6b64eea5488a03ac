import type { JobRole } from '../../../shared/access/job-roles.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type {
  CaseId,
  ClientId,
  ControllerId,
  GrantId,
  MatterId,
  UnitId,
  UserId,
} from '../../../shared/kernel/id.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Address } from './places.ts';

/**
 * What a controller knows of its workers, its clients and the work in the quarter. Nothing of what only people
 * themselves know (`lives.ts`), and nothing of who did wrong.
 */
export type QuarterFacts = {
  controller: ControllerId;
  from: LocalDate;
  to: LocalDate;
  units: readonly QuarterUnit[];
  workers: readonly QuarterWorker[];
  clients: readonly QuarterClient[];
  cases: readonly QuarterCase[];
  matters: readonly QuarterMatter[];
  appointments: readonly QuarterAppointment[];
  deputies: readonly QuarterDeputy[];
  onCall: readonly QuarterTurn[];
};

export type QuarterUnit = { unitId: UnitId; name: string; serviceTask?: ServiceTask };

export type QuarterWorker = {
  userId: UserId;
  grantId: GrantId;
  family: string;
  given: string;
  /** As in the register of staff. */
  address: Address;
  unitId: UnitId;
  post: string;
  role: JobRole;
  duty: Duty;
  professionalNumber?: string;
  /** Who is a client as well: the worker's own file. */
  ownClientId?: ClientId;
  /** The plan of working hours: minutes of the day, and weekdays (1 is Monday). */
  startsAt: number;
  endsAt: number;
  weekdays: readonly number[];
  absences: readonly { from: LocalDate; to: LocalDate; why: 'holiday' | 'sick' | 'leave' }[];
  employedUntil?: LocalDate;
};
/** What the worker's days are made of. */
export type Duty =
  | 'casework'
  | 'intake'
  | 'supervision'
  | 'invoicing'
  | 'informationRequests'
  | 'dataProtection';

export type QuarterClient = {
  clientId: ClientId;
  family: string;
  given: string;
  birthYear: number;
  address: Address;
  safetyBan: boolean;
  /** The first entry of the file. */
  knownSince: LocalDate;
  unitId: UnitId;
  relations: readonly { clientId: ClientId; kind: 'spouse' | 'child' | 'parent' | 'sibling' }[];
};

/** Who answered for the case when; the last one still does where `to` is not said. */
export type QuarterCase = {
  caseId: CaseId;
  clientId: ClientId;
  unitId: UnitId;
  serviceTask: ServiceTask;
  openedOn: LocalDate;
  responsible: readonly { userId: UserId; from: LocalDate; to?: LocalDate }[];
  alsoWorkers: readonly UserId[];
};

/** A matter in the intake's hands. */
export type QuarterMatter = {
  matterId: MatterId;
  clientId: ClientId;
  userId: UserId;
  unitId: UnitId;
  from: LocalDate;
  to: LocalDate;
};
export type QuarterAppointment = { clientId: ClientId; userId: UserId; on: LocalDate; minute: number };
export type QuarterDeputy = {
  userId: UserId;
  deputyFor: UserId;
  grantId: GrantId;
  from: LocalDate;
  to: LocalDate;
};
/** A turn of social emergency services; `from` and `to` in minutes of the wall clock since the midnight before. */
export type QuarterTurn = { userId: UserId; on: LocalDate; from: number; to: number };
