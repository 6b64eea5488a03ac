import * as z from 'zod';
import type { Identity } from '../../shared/access/actor.ts';
import { WorkerNamed, workersNamed } from '../../shared/access/powers.ts';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import { readableClasses, visibleNotes } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BaseData, ClientHead } from '../../shared/domain/clients/model.ts';
import { birthDateIn, hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { ageOn } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { query, queryAll } from '../../shared/table/read.ts';
import { documentNames, type FileItem, FileLine, idOf, lineOf, resourceOf, timeOf } from './file-line.ts';
import { GLANCE_PARTS, UnderWay, UnderWayItem } from './glance/parts.ts';
import { readLines } from './read-lines.ts';

/** The latest lines of the file that a glance shows. */
const LINES = 10;
/** So many of the latest documents are read beside the file: what of them the worker may not use leaves room. */
const DOCUMENTS_READ = 20;
/** So many of the latest entries come with the file. */
export const NOTES_READ = 20;

const { clientId, relationship, intake, safetyBan, diedOn, version, state } = ClientHead.shape;

/** What a worker must know of a person before anything else. */
const Person = z.strictObject({
  ...BaseData.pick({
    name: true,
    personalIdentityCode: true,
    temporaryId: true,
    motherTongue: true,
    serviceLanguage: true,
    interpreter: true,
    secretContacts: true,
    homeMunicipality: true,
    phones: true,
    contactAddress: true,
  }).partial().shape,
  birthDate: BaseData.shape.birthDate,
  age: z.int().optional(),
  /** Fields held back by the safety ban. */
  hidden: z.array(z.string()),
});

export const Glance = z
  .strictObject({
    clientId,
    version,
    state,
    person: Person,
    safetyBan,
    restricted: z.boolean(),
    diedOn,
    relationship,
    /** The own worker by name and post: the relationship has the id. */
    ownWorker: WorkerNamed.optional(),
    intake,
    cases: z.array(CaseView),
    underWay: UnderWay,
    /** The latest entries and documents that the worker may use. */
    lines: z.array(FileLine).max(LINES),
  })
  .meta({ id: 'Glance' });
type Glance = z.infer<typeof Glance>;

export type GlanceRead = { underWay: UnderWayItem[]; documents: DocumentHead[] };

/** What is in force, and the latest documents: asked beside the file, in the same round. */
export async function findGlance(
  services: Services,
  { controller }: Identity,
  { params }: { params: { clientId: ClientId } },
): Promise<GlanceRead> {
  const pk = clientKeys.partition(controller, params.clientId);
  const [underWay, documents] = await Promise.all([
    queryAll(
      services.tables,
      controller,
      { table: 'records', pk, span: clientKeys.spans.underWay },
      UnderWayItem,
    ),
    query(
      services.tables,
      controller,
      {
        table: 'records',
        pk,
        span: clientKeys.spans.documents,
        descending: true,
        limit: DOCUMENTS_READ,
      },
      DocumentHead,
    ),
  ]);
  return { underWay, documents: documents.items };
}

/** The file at a glance: what a worker asks when the telephone rings, in one call and as far as the worker may know. */
export async function readGlance(
  context: ClientContext,
  _input: unknown,
  read: GlanceRead = { underWay: [], documents: [] },
): Promise<Reading<Glance>> {
  const { file } = context;
  const { head } = file;
  refuseMerged(head);
  const lines = await latestLines(context, read.documents);
  const parts = Object.entries(GLANCE_PARTS).map(([name, part]) => ({
    name,
    part,
    taken: part.take(
      context,
      read.underWay.filter(({ entity }) => entity === part.entity),
    ),
  }));
  const oldest = lines.at(-1);
  return {
    version: head.version,
    line: {
      clients: [head.clientId],
      resources: [
        { kind: 'client', id: head.clientId, version: head.version },
        ...file.cases.map(({ caseId, serviceTasks }) => ({
          kind: 'case' as const,
          id: caseId,
          serviceTasks,
        })),
        ...parts.flatMap(({ taken }) => taken.resources),
        ...lines.map((line) => resourceOf(line)),
      ],
      dataGroups: [
        'baseData',
        'contactData',
        'clienthood',
        'case',
        'caseNotes',
        'documents',
        ...parts.flatMap(({ part, taken }) => (taken.resources.length > 0 ? [part.dataGroup] : [])),
      ],
      ...(oldest === undefined ? {} : { historyFrom: timeOf(oldest) }),
    },
    body: async () => {
      const ring = ringOf(context);
      const ownWorkerId = head.relationship?.ownWorkerId;
      const [names, [ownWorker], person, cases, opened] = await Promise.all([
        documentNames(context.services),
        workersNamed(context, ownWorkerId === undefined ? [] : [ownWorkerId]),
        personOf(context),
        openCases(ring, file.cases),
        Promise.all(parts.map(async ({ name, taken }) => [name, await taken.open(ring)] as const)),
      ]);
      return {
        clientId: head.clientId,
        version: head.version,
        state: head.state,
        person,
        ...(hasSafetyBan(head, context.today) ? { safetyBan: head.safetyBan } : {}),
        restricted: head.restriction !== undefined,
        ...(head.diedOn === undefined ? {} : { diedOn: head.diedOn }),
        ...(head.relationship === undefined ? {} : { relationship: head.relationship }),
        ...(ownWorker === undefined ? {} : { ownWorker }),
        intake: head.intake,
        cases,
        underWay: UnderWay.parse(Object.fromEntries(opened)),
        lines: lines.map((line) => lineOf(line, { names, own: head.clientId })),
      };
    },
  };
}

/**
 * The latest lines. Who reads the whole file has them already, with the file; for others they are asked by their own
 * class keys, one round more: the latest of all may be nothing of theirs.
 */
async function latestLines(context: ClientContext, documents: readonly DocumentHead[]): Promise<FileItem[]> {
  const { actor, today, file } = context;
  if (!readableClasses(actor, today).all || !readableDocuments(actor, today).all) {
    return (await readLines([context], { limit: LINES })).items;
  }
  const items: FileItem[] = [
    ...visibleNotes(actor, file.notes, today),
    ...documents.filter((document) => mayUseDocument(actor, document, today)),
  ];
  return items.toSorted((a, b) => (idOf(a) < idOf(b) ? 1 : -1)).slice(0, LINES);
}

async function personOf(context: ClientContext): Promise<z.infer<typeof Person>> {
  const { file, actor, today } = context;
  const base = await openBase(ringOf(context), file.head);
  const { data, hidden } = visibleBaseData(actor, base.data, hasSafetyBan(file.head, today));
  const birthDate = birthDateIn(base.data);
  const shown = Object.fromEntries(
    Object.entries(data).filter(([field, value]) => field in Person.shape && value !== undefined),
  );
  return Person.parse({
    ...shown,
    hidden,
    ...(birthDate === undefined ? {} : { birthDate, age: ageOn(birthDate, file.head.diedOn ?? today) }),
  });
}
