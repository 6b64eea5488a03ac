import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { DEPLOYED_REFUSALS } from '../../shared/domain/deployed/refusals.ts';
import { WITNESS_REFUSALS } from '../../shared/domain/witnesses/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { WitnessFindingId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { AnnounceDeployment, announceDeployment, DeploymentNoted } from './announce-deployment.ts';
import { ExplainFinding, explainWitnessFinding, FindingExplained } from './explain-witness-finding.ts';
import { DeploymentsAnnounced, listAnnounced } from './list-announced.ts';
import { DeployedDays, listDeployed } from './list-deployed.ts';
import { listPlantings, PlantingDays } from './list-plantings.ts';
import { listWitnessFindings, WitnessFindings } from './list-witness-findings.ts';

/** What AWS recorded beside the log, and where the two differ. */
export const witnessRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-log/witness-findings',
    action: ACCESS_LOG_ACTIONS.readWitnessFindings,
    event: 'WitnessFindingsRead',
    summary: "Where AWS's own records and the access log differ: the latest first, 25 a page.",
    params: z.strictObject({}),
    query: PageQuery,
    returns: WitnessFindings,
    handle: listWitnessFindings,
  }),
  write({
    method: 'POST',
    path: '/v1/access-log/witness-findings/{findingId}/explain',
    action: ACCESS_LOG_ACTIONS.explainWitnessFinding,
    event: 'WitnessFindingExplained',
    summary: 'Records how a difference between a witness and the log came about.',
    writes: 'changes',
    params: z.strictObject({ findingId: WitnessFindingId }),
    body: ExplainFinding,
    returns: FindingExplained,
    refusals: [COMMON_REFUSALS.notFound, WITNESS_REFUSALS.notOpen],
    example: { result: 'ownOperation', words: 'The drill of the backup in November.' },
    handle: explainWitnessFinding,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/plantings',
    action: ACCESS_LOG_ACTIONS.readPlantings,
    event: 'PlantingsRead',
    summary:
      'What was planted each day to see that the controls of the log are awake, and which control found it when: the latest first, 25 days a page.',
    params: z.strictObject({}),
    query: PageQuery,
    returns: PlantingDays,
    handle: listPlantings,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/deployed',
    action: ACCESS_LOG_ACTIONS.readDeployed,
    event: 'DeployedRead',
    summary:
      'Which code ran each day and which policies held, by their hashes, and what had changed since the day before: the latest first, 25 days a page.',
    params: z.strictObject({}),
    query: PageQuery,
    returns: DeployedDays,
    handle: listDeployed,
  }),
  write({
    method: 'POST',
    path: '/v1/access-log/deployed/announcements',
    action: ACCESS_LOG_ACTIONS.announceDeployment,
    event: 'DeploymentAnnounced',
    summary:
      'Announces beforehand that code or policies change on some days: what changes unannounced is a finding.',
    writes: 'creates',
    body: AnnounceDeployment,
    returns: DeploymentNoted,
    refusals: [DEPLOYED_REFUSALS.notAhead, DEPLOYED_REFUSALS.tooMuch],
    example: { release: '2026.12.1', changes: ['code'], from: '2099-12-01', to: '2099-12-02' },
    handle: announceDeployment,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/deployed/announcements',
    action: ACCESS_LOG_ACTIONS.readAnnounced,
    event: 'DeploymentsAnnouncedRead',
    summary: 'Which changes of code and policies were announced, by whom and for which days: the last first.',
    params: z.strictObject({}),
    query: PageQuery,
    returns: DeploymentsAnnounced,
    handle: listAnnounced,
  }),
];
