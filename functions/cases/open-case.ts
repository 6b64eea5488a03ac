import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfOpening } from '../../shared/domain/cases/counted.ts';
import {
  CaseContent,
  CaseHead,
  Initiator,
  MOST_CLIENTS,
  MOST_WORKERS,
  WayOfOpening,
} from '../../shared/domain/cases/model.ts';
import { newCase } from '../../shared/domain/cases/new-case.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { judgeOpening, mayHaveCase } from '../../shared/domain/cases/rules.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CaseId, ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { lineOfCase } from './commit-case.ts';
import { judgeLoad } from './judge-load.ts';
import type { CaseChanged } from './one-case.ts';

export const OpenCase = z
  .strictObject({
    ...CaseContent.shape,
    serviceTasks: CaseHead.shape.serviceTasks,
    wayOfOpening: WayOfOpening,
    initiator: Initiator,
    openedAt: Instant,
    unitId: UnitId,
    responsibleWorkerId: UserId.optional(),
    workerIds: z.array(UserId).max(MOST_WORKERS).default([]),
    /** The others of a shared case, such as siblings. */
    otherClientIds: z
      .array(ClientId)
      .max(MOST_CLIENTS - 1)
      .default([]),
  })
  .meta({ id: 'OpenCase' });
type OpenCase = z.infer<typeof OpenCase>;

/**
 * Opens a case (asian vireilletulo, 703/2023 §§ 37, 41; 1301/2014 § 34), of one client or of several. Its key is
 * made here, wrapped once for each client, and its head lies in the file of each.
 */
export async function openCase(
  context: ClientContext,
  { body }: { body: OpenCase },
): Promise<Answer<CaseChanged>> {
  const { file, now } = context;
  const { clientId } = file.head;
  const others = [...new Set(body.otherClientIds)].filter((other) => other !== clientId);
  const [otherFiles] = await Promise.all([
    Promise.all(others.map((other) => otherFile(context, other))),
    mustBeAble(context, { responsible: body.responsibleWorkerId, others: body.workerIds }),
  ]);
  const files = [file, ...otherFiles];
  const clients = files.map(({ head }) => head);
  if (!clients.every(mayHaveCase)) throw new Refusal(CASE_REFUSALS.noRelationship);
  const given = clients.map((client) => ({ clientId: client.clientId, serviceTasks: body.serviceTasks }));
  const findings = [
    ...judgeOpening(body, clients, now),
    ...(await judgeLoad(context, body.responsibleWorkerId, given)),
  ];
  refuseErrors(CASE_REFUSALS.notValid, findings);

  const caseId = CaseId.parse(newId(context.services));
  const { heads, changes } = await newCase(context, files, caseId, body);
  return commit(context, {
    changes,
    line: lineOfCase(heads, ['case']),
    facts: factOfOpening(heads),
    answer: {
      body: { caseId, version: 1, findings: findings.map(({ rule }) => rule) },
      version: 1,
      location: `/v1/cases/clients/${clientId}/cases/${caseId}`,
    },
  });
}
