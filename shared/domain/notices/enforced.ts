import type { JobRole } from '../../access/job-roles.ts';
import { ANY_STAFF } from '../../access/role-groups.ts';
import { DataGroup } from '../../trail/event.ts';
import { RETENTION_RULES, type RetentionRule } from '../retention/rules.ts';

/**
 * What this system holds every controller to, and may therefore be promised. `heldBy` names the test that would fail
 * if it did not: a promise without one is not made.
 */
export const SAFEGUARDS = [
  { id: 'logBeforeAnswer', heldBy: 'test/routes/no-log-no-data.test.ts' },
  { id: 'everyUseLogged', heldBy: 'test/routes/every-act-is-logged.test.ts' },
  { id: 'sealedLog', heldBy: 'test/journeys/witnesses.test.ts' },
  { id: 'useSupervised', heldBy: 'test/journeys/signs.test.ts' },
  { id: 'tieRequired', heldBy: 'test/routes/who-may.test.ts' },
  { id: 'openingsReviewed', heldBy: 'test/journeys/break-glass.test.ts' },
  { id: 'rightsByDecree', heldBy: 'test/journeys/roles-on-a-childs-matter.test.ts' },
  { id: 'rightsEnd', heldBy: 'test/journeys/attestation.test.ts' },
  { id: 'clientsKey', heldBy: 'test/routes/no-keys-no-data.test.ts' },
  { id: 'controllersApart', heldBy: 'test/journeys/attacks.test.ts' },
  { id: 'safetyBan', heldBy: 'test/journeys/safety-ban.test.ts' },
  { id: 'correctionTrace', heldBy: 'test/journeys/documents-corrections.test.ts' },
  { id: 'noAutomatedDecision', heldBy: 'test/house/no-profiling.test.ts' },
  { id: 'papersRegistered', heldBy: 'test/journeys/papers.test.ts' },
  { id: 'producersBound', heldBy: 'test/journeys/bought-clients.test.ts' },
  { id: 'settingsTakeTwo', heldBy: 'test/journeys/controllers-proposals.test.ts' },
  { id: 'disclosuresGated', heldBy: 'test/journeys/disclosures.test.ts' },
  { id: 'disposalByTwo', heldBy: 'test/journeys/retention-disposal.test.ts' },
  { id: 'europeOnly', heldBy: 'test/infra/records.test.ts' },
] as const;
export type Safeguard = (typeof SAFEGUARDS)[number]['id'];

/** Remedies that can be used in this system, beside those that the law gives at other doors. */
export const REMEDIES = [
  { id: 'logData', heldBy: 'test/journeys/log-requests.test.ts' },
  { id: 'ownLog', heldBy: 'test/journeys/own-log.test.ts' },
  { id: 'explanation', heldBy: 'test/journeys/misuse.test.ts' },
  { id: 'appeal', heldBy: 'test/journeys/decisions-reviews.test.ts' },
] as const;
export type Remedy = (typeof REMEDIES)[number]['id'];

/** Parts that the settings know and the system has, or has not yet: of what is not there nothing is promised. */
export type Part = 'payments' | 'invoicing' | 'statistics' | 'populationUpdates';

export type Enforced = {
  retention: readonly RetentionRule[];
  /** Groups of data that the log tells apart, and so the groups that are kept. */
  dataGroups: readonly DataGroup[];
  jobRoles: readonly JobRole[];
  safeguards: readonly Safeguard[];
  remedies: readonly Remedy[];
  /** Systems with which this one exchanges data by a connection of its own, by the names that settings give them. */
  connections: readonly string[];
  parts: readonly Part[];
};

/** As it is today. */
export const ENFORCED: Enforced = {
  retention: RETENTION_RULES,
  dataGroups: DataGroup.options,
  jobRoles: ANY_STAFF,
  safeguards: SAFEGUARDS.map(({ id }) => id),
  remedies: REMEDIES.map(({ id }) => id),
  connections: [],
  parts: ['statistics'],
};
