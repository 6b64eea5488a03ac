import type { JobRole } from '../../access/job-roles.ts';
import { ANY_STAFF } from '../../access/role-groups.ts';
import { DataGroup } from '../../trail/event.ts';
import { RETENTION_RULES } from '../retention/annex.ts';
import type { RetentionClass, RetentionRule } from '../retention/rules.ts';

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
  { id: 'tablesInside', heldBy: 'test/infra/hosting.test.ts' },
  { id: 'europeOnly', heldBy: 'test/infra/records.test.ts' },
  { id: 'alarmsSound', heldBy: 'test/infra/watch.test.ts' },
  { id: 'backupsRestored', heldBy: 'test/infra/drill.test.ts' },
  // What the settings choose by: the choice is the controller's, that it holds is the system's.
  { id: 'permissionForUse', heldBy: 'test/journeys/use-permission.test.ts' },
  { id: 'servicesSwitched', heldBy: 'test/journeys/services.test.ts' },
  { id: 'fieldsChosen', heldBy: 'test/journeys/controllers-choices.test.ts' },
  { id: 'secrecyMarked', heldBy: 'test/journeys/prints.test.ts' },
  { id: 'channelsChosen', heldBy: 'test/journeys/intake-matter.test.ts' },
  { id: 'sourcesGated', heldBy: 'test/journeys/sources.test.ts' },
  { id: 'financialInstitutionGated', heldBy: 'test/journeys/sources.test.ts' },
  { id: 'registerChosen', heldBy: 'test/journeys/controllers-chosen-or-not.test.ts' },
  { id: 'researchByPermit', heldBy: 'test/journeys/research.test.ts' },
  { id: 'plansLengthen', heldBy: 'test/journeys/promises-retention.test.ts' },
  { id: 'activeSet', heldBy: 'test/journeys/clients-relationship.test.ts' },
  { id: 'logKept', heldBy: 'test/infra/audit.test.ts' },
  { id: 'dataShown', heldBy: 'test/journeys/inspection-package.test.ts' },
  { id: 'dataRectified', heldBy: 'test/journeys/data-subject-requests-rectified.test.ts' },
  { id: 'correctorChosen', heldBy: 'test/journeys/controllers-choices.test.ts' },
  { id: 'dataErased', heldBy: 'test/journeys/data-subject-requests-put-right.test.ts' },
  { id: 'restrictionMarked', heldBy: 'test/journeys/data-subject-requests-put-right.test.ts' },
  { id: 'consentsItemised', heldBy: 'test/journeys/declarations.test.ts' },
  { id: 'consentsWithdrawn', heldBy: 'test/journeys/declarations.test.ts' },
  { id: 'minorsBans', heldBy: 'test/journeys/declarations.test.ts' },
  { id: 'requestsRouted', heldBy: 'test/journeys/data-subject-requests-of-loimaa.test.ts' },
  { id: 'formsAccepted', heldBy: 'test/journeys/data-subject-requests-of-loimaa.test.ts' },
  { id: 'identityChecked', heldBy: 'test/journeys/data-subject-requests-of-loimaa.test.ts' },
  { id: 'requestsTimed', heldBy: 'test/journeys/data-subject-requests-of-others.test.ts' },
  { id: 'feesByPolicy', heldBy: 'test/journeys/data-subject-requests-of-others.test.ts' },
  { id: 'deliveryChosen', heldBy: 'test/journeys/data-subject-requests-of-others.test.ts' },
  { id: 'refusalsGrounded', heldBy: 'test/journeys/data-subject-requests-of-others.test.ts' },
  { id: 'reportScoped', heldBy: 'test/journeys/controllers-chosen-or-not.test.ts' },
  { id: 'methodLogged', heldBy: 'test/journeys/access-rights-sign-in.test.ts' },
  { id: 'passwordsAge', heldBy: 'test/rules/sign-in/passwords.test.ts' },
  { id: 'commitmentFirst', heldBy: 'test/journeys/promises-commitment.test.ts' },
  { id: 'deputiesTermed', heldBy: 'test/journeys/controllers-chosen-or-not.test.ts' },
  { id: 'mainUserScoped', heldBy: 'test/journeys/main-user-scope.test.ts' },
  { id: 'strongEServices', heldBy: 'test/journeys/citizens-sign-in.test.ts' },
  { id: 'informedAtStart', heldBy: 'test/journeys/informing.test.ts' },
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
const PARTS = ['payments', 'invoicing', 'statistics', 'populationUpdates'] as const;
export type Part = (typeof PARTS)[number];

/**
 * What a sentence of the notice rests on: a rule, a remedy, a part, or a list of what is there. `law`: the statute gives
 * it at another door. `words`: the controller's own, which this system prints and does not hold anybody to.
 */
export type HeldBy = Safeguard | Remedy | Part | 'retention' | 'dataGroups' | 'connections' | 'law' | 'words';

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

/**
 * What is really kept here, and destroyed by the row of the annex that is about it. Rows of what this system has none of, or
 * does not tell apart (vouchers, decisions on fees, correspondence, copies of statements, recordings), are no promise of it.
 */
export const KEPT_HERE: readonly RetentionClass[] = [
  'clienthood',
  'case',
  'caseNote',
  'document',
  'permitOrDenial',
  'log',
];

/** As it is today. */
export const ENFORCED: Enforced = {
  retention: RETENTION_RULES.filter(({ documentClasses }) =>
    documentClasses.some((one) => KEPT_HERE.includes(one)),
  ),
  dataGroups: DataGroup.options,
  jobRoles: ANY_STAFF,
  safeguards: SAFEGUARDS.map(({ id }) => id),
  remedies: REMEDIES.map(({ id }) => id),
  connections: [],
  parts: ['statistics'],
};

/** Whether what a sentence rests on is there. Lists say themselves what they hold. */
export const isHeld = (by: HeldBy, { safeguards, remedies, parts }: Enforced): boolean => {
  const isOf = <Id extends string>(
    known: readonly { id: Id }[],
    there: readonly Id[],
  ): boolean | undefined => (known.some(({ id }) => id === by) ? there.some((id) => id === by) : undefined);
  return (
    isOf(SAFEGUARDS, safeguards) ??
    isOf(REMEDIES, remedies) ??
    isOf(
      PARTS.map((id) => ({ id })),
      parts,
    ) ??
    true
  );
};
