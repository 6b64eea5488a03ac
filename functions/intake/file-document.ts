import type * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { finalDocument } from '../../shared/domain/documents/final.ts';
import type { MatterOfClient } from '../../shared/domain/intake/model.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeReady } from '../../shared/domain/intake/rules.ts';
import { documentOfMatter } from '../../shared/domain/intake/told-form.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import { matterInFile } from './matter-in-file.ts';
import { lineInFile, type MatterHandled, type OneMatterOfClient } from './one-matter.ts';
import { orderOf, toldOf } from './outcome-document.ts';

/**
 * Makes the national document of what was told and lays it into the client's file, once the record is whole enough
 * for it: of this client alone, and without a shielded notifier. What the matter itself holds stays as it is.
 */
export async function fileDocument(
  context: ClientContext,
  { params, version }: { params: z.infer<typeof OneMatterOfClient>; version: number },
): Promise<Answer<MatterHandled>> {
  const { file, now, actor } = context;
  const found = await matterInFile(context, params, version);
  const { matter, inFile } = found;
  if (inFile.documentId !== undefined) throw new Refusal(INTAKE_REFUSALS.hasDocument);
  refuseErrors(INTAKE_REFUSALS.notValid, judgeReady({ ...matter, kind: 'application' }));
  const national = documentOfMatter(toldOf(context, found));
  if (national === undefined) throw new Refusal(INTAKE_REFUSALS.noNationalForm);
  const { caseId } = inFile.handled ?? {};
  const made = await finalDocument(context, {
    files: [file],
    ofCase: file.cases.find((item) => item.caseId === caseId),
    ...(await orderOf(context, national)),
    serviceTasks: matter.serviceTasks,
  });
  const { documentId } = made.document;
  const put: MatterOfClient = { ...inFile, ...changed(inFile, now, actor.userId), documentId };
  return commit(context, {
    changes: [{ put, when: { version: inFile.version } }, ...made.changes],
    line: lineInFile(matter, inFile, { fields: ['document'], resources: made.resources }),
    facts: made.facts,
    answer: {
      body: { matterId: matter.matterId, version: matter.version, documentId, findings: made.findings },
      version: matter.version,
    },
  });
}
