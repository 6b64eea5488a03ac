import * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import { workersNamed } from '../../shared/access/powers.ts';
import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import { type Known, prefill } from '../../shared/documents/prefill.ts';
import type { KnownWorker } from '../../shared/documents/prefill-person.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { resourceOf } from '../../shared/domain/documents/final.ts';
import { caseOfDocument } from '../../shared/domain/documents/final-of-draft.ts';
import { knownClient } from '../../shared/domain/documents/known-client.ts';
import { DefinitionOid, DocumentContent, type DocumentHead } from '../../shared/domain/documents/model.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { readDocuments } from '../../shared/domain/documents/pages.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { CaseId, DocumentId, type UserId } from '../../shared/kernel/id.ts';
import { draftable } from './judge-draft.ts';
import { knownRelations, personsOf } from './known-persons.ts';

export const PrefillQuery = z.strictObject({
  definitionOid: DefinitionOid,
  serviceTask: ServiceTask.optional(),
  caseId: CaseId.optional(),
});

export const Prefilled = z
  .strictObject({
    definitionOid: DefinitionOid,
    /** An offer: the writer keeps, changes or takes away each of it. */
    content: DocumentContent,
    /** Whose answers it repeats. */
    earlier: z.array(DocumentId),
  })
  .meta({ id: 'PrefilledDocument' });
type Prefilled = z.infer<typeof Prefilled>;

/** What the file already knows is offered to the writer of a new document, and not asked again. */
export async function prefillDocument(
  context: ClientContext,
  { query: { definitionOid, serviceTask, caseId } }: { query: z.infer<typeof PrefillQuery> },
): Promise<Reading<Prefilled>> {
  const { file, actor, services, today } = context;
  const { head } = file;
  refuseMerged(head);
  const ofCase = caseOfDocument(file, caseId);
  const unitId = ofCase?.unitId ?? head.relationship?.responsibleUnitId ?? head.intake.unitId;
  const { definition, find } = await draftable(services, definitionOid);
  const [relations, earlier, ownWorker, { unit }] = await Promise.all([
    knownRelations(context),
    earlierDocuments(context, definition.documentType),
    workerNamed(context, head.relationship?.ownWorkerId),
    officeOf(services, actor.controller, unitId),
  ]);
  const linked = relations.flatMap(({ linked: other }) => (other === undefined ? [] : [other.head.clientId]));
  return {
    line: {
      clients: [head.clientId, ...linked],
      resources: [
        { kind: 'client', id: head.clientId },
        ...relations.map(({ item }) => ({
          kind: 'relation' as const,
          id: item.relationId,
          client: head.clientId,
        })),
        ...linked.map((id) => ({ kind: 'client' as const, id })),
        ...earlier.map(resourceOf),
      ],
      dataGroups: ['baseData', 'family', 'documents'],
    },
    body: async () => {
      const isBanned = hasSafetyBan(head, today);
      const [client, persons, answers] = await Promise.all([
        knownClient(ringOf(context), head, today),
        personsOf(context, relations),
        Promise.all(
          earlier.map(async (document) => ({
            definitionOid: document.definitionOid,
            content: (await openedTexts(context, document, isBanned)).content,
          })),
        ),
      ]);
      const known: Known = {
        clients: [{ ...client, safetyBan: isBanned }],
        ...persons,
        author: { name: nameOf(actor.name), title: actor.postTitle, ...(unit === undefined ? {} : { unit }) },
        ...(ownWorker === undefined ? {} : { ownWorker }),
        ...(unit === undefined ? {} : { unit }),
        date: today,
        serviceTasks: serviceTask === undefined ? (ofCase?.serviceTasks ?? []) : [serviceTask],
        socialServices: [],
        ...(caseId === undefined ? {} : { caseId }),
        earlier: answers,
        maySeeProtected: hasSpecialRight(actor, 'seeProtectedAddresses'),
      };
      return {
        definitionOid,
        content: DocumentContent.parse(JSON.parse(JSON.stringify(prefill(definition, known, find)))),
        earlier: earlier.map(({ documentId }) => documentId),
      };
    },
  };
}

/** So many of the latest documents are looked at, and so many opened. */
const LOOKED_AT = 20;
const OPENED = 3;

/** The latest documents of this client alone, those of the same type before others. */
async function earlierDocuments(context: ClientContext, documentType: string): Promise<DocumentHead[]> {
  const { actor, today, file } = context;
  const { documents } = await readDocuments(context, {
    clientId: file.head.clientId,
    ...readableDocuments(actor, today),
    isShown: (document) =>
      mayUseDocument(actor, document, today) &&
      document.clients.length === 1 &&
      (document.state === 'final' || document.state === 'corrected'),
    limit: LOOKED_AT,
  });
  const isAlike = (document: DocumentHead): boolean => document.documentType === documentType;
  return [...documents.filter(isAlike), ...documents.filter((document) => !isAlike(document))]
    .slice(0, OPENED)
    .toSorted((a, b) => (a.documentId < b.documentId ? 1 : -1));
}

async function workerNamed(
  context: ClientContext,
  userId: UserId | undefined,
): Promise<KnownWorker | undefined> {
  const [worker] = await workersNamed(context, userId === undefined ? [] : [userId]);
  return worker === undefined ? undefined : { name: nameOf(worker.name), title: worker.post };
}

/** The last of the names is the family's. */
function nameOf(text: string): KnownWorker['name'] {
  const names = text.trim().split(/\s+/);
  const family = names.at(-1) ?? '';
  return { family, given: names.length > 1 ? names.slice(0, -1).join(' ') : family };
}
