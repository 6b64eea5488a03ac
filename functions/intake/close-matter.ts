import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { HandlingContent, IntakeOutcome } from '../../shared/domain/intake/model.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeClosing } from '../../shared/domain/intake/rules.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { handled } from './handled.ts';
import { matterInFile } from './matter-in-file.ts';
import { lineInFile, type MatterHandled, type OneMatterOfClient } from './one-matter.ts';
import { outcomeDocument } from './outcome-document.ts';

export const CloseMatter = z
  .strictObject({
    outcome: IntakeOutcome.extract(['noMeasures', 'guidance', 'otherAuthority']),
    /** Perustelut: without them nothing is closed. */
    grounds: HandlingContent.shape.words,
    /** The authority to which it is transferred. */
    receiver: HandlingContent.shape.receiver,
  })
  .meta({ id: 'CloseMatter' });

/**
 * Closes a matter for one client without a case: no measures, guidance, or a transfer to another authority, each with
 * its grounds (417/2007 § 26; 1301/2014 § 36). Of a notification or contact the national assessment says why, and it
 * stays in the client's file, relationship or not.
 */
export async function closeMatter(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneMatterOfClient>; body: z.infer<typeof CloseMatter>; version: number },
): Promise<Answer<MatterHandled>> {
  const found = await matterInFile(context, params, version);
  const { matter, record, inFile, ring, running } = found;
  const { outcome, grounds, receiver } = body;
  refuseErrors(INTAKE_REFUSALS.notValid, judgeClosing(matter, body));
  const made = await outcomeDocument(context, found, { outcome, grounds, receiver });
  const documentId = made?.document.documentId;
  const end = await handled(context, {
    matter,
    record,
    subjectId: inFile.subjectId,
    ring,
    running,
    outcome,
    grounds,
    receiver,
    documentId,
    client: { head: context.file.head, inFile },
  });
  return commit(context, {
    changes: [...end.changes, ...(made?.changes ?? [])],
    line: {
      ...lineInFile(end.after, inFile, { fields: ['outcome'], resources: made?.resources ?? [] }),
      ...end.disclosed,
    },
    events: end.events,
    facts: [...end.facts, ...(made?.facts ?? [])],
    answer: {
      body: {
        matterId: matter.matterId,
        version: end.after.version,
        ...(documentId === undefined ? {} : { documentId }),
        findings: made?.findings ?? [],
      },
      version: end.after.version,
    },
  });
}
