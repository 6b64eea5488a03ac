import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { HandlingContent } from '../../shared/domain/intake/model.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeReady } from '../../shared/domain/intake/rules.ts';
import { CaseId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { handled } from './handled.ts';
import { matterInFile } from './matter-in-file.ts';
import { lineInFile, type MatterHandled, type OneMatterOfClient } from './one-matter.ts';
import { outcomeDocument } from './outcome-document.ts';

export const JoinCase = z
  .strictObject({ caseId: CaseId, grounds: HandlingContent.shape.words })
  .meta({ id: 'JoinCase' });

/**
 * Joins a matter to a case of the client that is pending already: what was told is then part of it, and the times
 * that the case has go on as they are.
 */
export async function joinCaseOfMatter(
  context: ClientContext,
  {
    params,
    body: { caseId, grounds },
    version,
  }: { params: z.infer<typeof OneMatterOfClient>; body: z.infer<typeof JoinCase>; version: number },
): Promise<Answer<MatterHandled>> {
  const { file, actor } = context;
  const found = await matterInFile(context, params, version);
  const { matter, record, inFile, ring, running } = found;
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (ofCase === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  refuseErrors(INTAKE_REFUSALS.notValid, judgeReady(matter));
  const made = await outcomeDocument(context, found, { outcome: 'joinedCase', grounds, ofCase });
  const documentId = made?.document.documentId;
  const end = await handled(context, {
    matter,
    record,
    subjectId: inFile.subjectId,
    ring,
    running,
    outcome: 'joinedCase',
    grounds,
    caseId,
    documentId,
    client: { head: file.head, inFile },
  });
  return commit(context, {
    changes: [
      ...end.changes,
      {
        check: clientKeys.activeCase(actor.controller, inFile.clientId, caseId),
        when: { version: ofCase.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
      ...(made?.changes ?? []),
    ],
    line: lineInFile(end.after, inFile, {
      fields: ['outcome'],
      resources: [
        { kind: 'case', id: caseId, client: inFile.clientId, serviceTasks: ofCase.serviceTasks },
        ...(made?.resources ?? []),
      ],
    }),
    events: end.events,
    facts: [...end.facts, ...(made?.facts ?? [])],
    answer: {
      body: {
        matterId: matter.matterId,
        version: end.after.version,
        caseId,
        ...(documentId === undefined ? {} : { documentId }),
        findings: made?.findings ?? [],
      },
      version: end.after.version,
    },
  });
}
