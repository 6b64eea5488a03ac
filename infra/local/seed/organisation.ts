import type { SpecialRight } from '../../../shared/access/actor.ts';
import type { Duty } from '../../../shared/access/duties.ts';
import type { JobRole } from '../../../shared/access/job-roles.ts';
import type { ControllerSettings } from '../../../shared/domain/controllers/settings/settings.ts';
import { officeOf } from '../../../shared/domain/controllers/settings/terms.ts';
import type { DecisionKind } from '../../../shared/domain/decisions/kinds.ts';
import type { Delegation } from '../../../shared/domain/decisions/powers/model.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../../shared/domain/social-services.ts';
import type { Casework } from './casework.ts';
import type { Exceptions } from './exceptions.ts';

/** What a seeded worker may do, beyond the first day of the year. */
export type SeededGrant = {
  role: JobRole;
  /** Keys of units. */
  units: readonly string[];
  serviceTasks: readonly ServiceTask[];
  services?: readonly SocialService[];
  duties?: readonly Duty[];
  specialRights?: readonly SpecialRight[];
  /** Key of the worker whose deputy this one is, for as long as the controller lets one, from the first run. */
  deputyFor?: string;
};

export type SeededUser = {
  key: string;
  name: string;
  post: string;
  /** Key of the unit of the post. */
  unit: string;
  kind: 'office' | 'employment';
  professionalRole: 'socialWorker' | 'socialCounsellor' | 'none';
  grants: readonly SeededGrant[];
};

export type SeededUnit = {
  key: string;
  fi: string;
  sv?: string;
  serviceTasks: readonly ServiceTask[];
  municipality?: string;
};

/** Rows of the delegation table (toimivaltasääntö): who of the workers, by post, decides on which kinds. */
type SeededDelegation = {
  kinds: readonly DecisionKind[];
  power: Delegation['power'];
  /** Keys of workers. */
  holders: readonly string[];
};

export type SeededOrganisation = {
  controller: string;
  fi: string;
  address: string;
  /** What the controller has chosen: the profile of the notice it is modelled on. */
  settings: ControllerSettings;
  municipalities: readonly { code: string; postalCode: string; postOffice: string }[];
  units: readonly SeededUnit[];
  users: readonly SeededUser[];
  /** Who takes in, and whose the clients of a household are. */
  hands: { adults: string; families: string; childWelfare: string };
  /** Who writes the delegation table. */
  mainUser: string;
  delegations: readonly SeededDelegation[];
  exceptions?: Exceptions;
  casework?: Casework;
};

/** The rights of those who supervise, beside their role. */
export const OVERSIGHT: readonly SpecialRight[] = [
  'correctRecord',
  'readAccessLog',
  'manageRestrictedFiles',
  'mergeClients',
  'handleDataRequests',
];

/** To whom the decisions of an invented controller are appealed. */
export const appealsTo = (address: string): ControllerSettings['appeals'] => ({
  reviewBody: { ...officeOf('Yksilöasiainjaosto (keksitty)'), address },
  administrativeCourt: { ...officeOf('Hallinto-oikeus (keksitty)'), address },
  supremeCourt: { ...officeOf('Korkein hallinto-oikeus'), address: 'PL 180, 00131 Helsinki' },
});
