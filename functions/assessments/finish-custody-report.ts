import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { judgeReady, partiesNotHeard } from '../../shared/domain/custody-reports/rules.ts';
import { readyReport } from '../../shared/domain/custody-reports/transitions.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  type CustodyReportChanged,
  findCustodyReport,
  lineOfReport,
  type OneCustodyReport,
} from './custody-report.ts';

export const FinishCustodyReport = z
  .strictObject({ draftId: DraftId, draftVersion: z.int().positive() })
  .meta({ id: 'FinishCustodyReport' });

/**
 * Makes the report final: the draft becomes the document that goes to the court, through the gate of disclosures. Until
 * it has gone it can be made anew. That a parent or a custodian was not heard is remarked on.
 */
export async function finishCustodyReport(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: {
    params: z.infer<typeof OneCustodyReport>;
    body: z.infer<typeof FinishCustodyReport>;
    version: number;
  },
): Promise<Answer<CustodyReportChanged>> {
  const { actor, now, today } = context;
  const [before, { relations }] = await Promise.all([
    findCustodyReport(context, params.reportId),
    knownPersons(context),
  ]);
  expectVersion(before, version);
  const draft = await draftForAct(context, body, 'custody-reports');
  if (draft.ofCase?.caseId !== before.caseId) throw new Refusal(CUSTODY_REPORT_REFUSALS.otherCase);
  refuseErrors(CUSTODY_REPORT_REFUSALS.notValid, judgeReady(before));
  const final = await finalOfDraft(context, draft);
  const { documentId } = final.document;
  const after = readyReport(before, { documentId, readyOn: today }, { now, by: actor.userId });
  const line = lineOfReport(after, ['report']);
  return commit(context, {
    changes: [...final.changes, { put: after, when: { version } }],
    line: { ...line, resources: [...line.resources, ...final.resources] },
    facts: final.facts,
    answer: {
      body: {
        reportId: after.reportId,
        version: after.version,
        documentId,
        findings: [...final.findings, ...partiesNotHeard(before, relations, today)],
      },
      version: after.version,
    },
  });
}
