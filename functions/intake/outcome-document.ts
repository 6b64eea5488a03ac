import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { OpenedCase } from '../../shared/domain/cases/new-case.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { newestOf } from '../../shared/domain/documents/definitions.ts';
import { type FinalDocument, finalDocument } from '../../shared/domain/documents/final.ts';
import { DocumentContent } from '../../shared/domain/documents/model.ts';
import { assessmentOfMatter } from '../../shared/domain/intake/assessment-form.ts';
import type { IntakeOutcome } from '../../shared/domain/intake/model.ts';
import type { NationalDocument } from '../../shared/domain/intake/national-values.ts';
import { loadHandledMatters, loadOpenMatters } from '../../shared/domain/intake/of-client.ts';
import { openHandling } from '../../shared/domain/intake/store.ts';
import type { Told } from '../../shared/domain/intake/told-form.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import type { MatterInFile } from './matter-in-file.ts';

type Outcome = {
  outcome: IntakeOutcome;
  grounds: string;
  receiver?: string | undefined;
  /** The case it belongs to: one that is there, or one that the same act opens. */
  ofCase?: CaseHead | undefined;
  opened?: OpenedCase | undefined;
};

/**
 * The national assessment of a notification or contact, made final with the act that ends its handling; an
 * application is answered by a decision and has none.
 */
export async function outcomeDocument(
  context: ClientContext,
  found: MatterInFile,
  { outcome, grounds, receiver, ofCase, opened }: Outcome,
): Promise<FinalDocument | undefined> {
  const { matter, handlings, ring } = found;
  const { urgency } = matter;
  if (urgency === undefined) return undefined;
  const [why, hasEarlier] = await Promise.all([
    Promise.all(handlings.filter(({ kind }) => kind === 'urgency').map((one) => openHandling(ring, one))),
    isKnownBefore(context, found),
  ]);
  const national = assessmentOfMatter({
    ...toldOf(context, found),
    outcome,
    grounds,
    receiver,
    urgency: { result: urgency.result, grounds: why.at(-1)?.words },
    hasEarlier,
  });
  if (national === undefined) return undefined;
  const file = opened === undefined ? context.file : withCase(context.file, opened);
  return finalDocument(context, {
    files: [file],
    ofCase: ofCase ?? opened?.heads[0],
    ...(await orderOf(context, national)),
    serviceTasks: matter.serviceTasks,
  });
}

/** What was told of this client, for its national document. */
export const toldOf = (
  { file, today }: ClientContext,
  { matter, record, inFile }: Pick<MatterInFile, 'matter' | 'record' | 'inFile'>,
): Told => {
  const subject = record.subjects.find(({ subjectId }) => subjectId === inFile.subjectId);
  if (subject === undefined) throw new Error('The person of a matter is not in its record.');
  return {
    kind: matter.kind,
    record,
    subject,
    serviceTasks: matter.serviceTasks,
    isBanned: hasSafetyBan(file.head, today),
    receivedOn: helsinkiDateOf(matter.receivedAt),
  };
};

/** By the newest version of its definition. */
export async function orderOf(
  { services }: ClientContext,
  { typeOid, root, values }: NationalDocument,
): Promise<{ definitionOid: string; content: DocumentContent }> {
  const definition = await newestOf(services, typeOid);
  return {
    definitionOid: definition?.oid ?? typeOid,
    content: DocumentContent.parse(JSON.parse(JSON.stringify({ [root]: values }))),
  };
}

/** The file as it will be once the case has been opened: the document is sealed under the case's own key. */
const withCase = (file: ClientFile, { heads, keys }: OpenedCase): ClientFile => ({
  ...file,
  cases: [...file.cases, ...heads],
  keys: { ...file.keys, cases: [...file.keys.cases, ...keys] },
});

/** Aiemmat ilmoitukset ja yhteydenotot: whether another matter stands in the client's file. */
async function isKnownBefore(context: ClientContext, { inFile }: MatterInFile): Promise<boolean> {
  const { clientId, matterId } = inFile;
  const [open, handled] = await Promise.all([
    loadOpenMatters(context, clientId),
    loadHandledMatters(context, clientId, { limit: 1 }),
  ]);
  return handled.items.length > 0 || open.some((one) => one.matterId !== matterId);
}
