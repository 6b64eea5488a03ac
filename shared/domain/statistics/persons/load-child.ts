import * as z from 'zod';
import type { ListedClient } from '../../../access/listed-clients.ts';
import type { ActContext } from '../../../act.ts';
import { keyRing } from '../../../crypto/key-ring.ts';
import type { ClientId } from '../../../kernel/id.ts';
import { helsinkiDateOf } from '../../../kernel/local-date.ts';
import { assessmentKeys, clientKeys } from '../../../table/keys.ts';
import { type LastKey, queryAll } from '../../../table/read.ts';
import type { CaseHead } from '../../cases/model.ts';
import { allClosedCases } from '../../cases/store.ts';
import { type ClientFile, loadClientFile } from '../../clients/file.ts';
import { openBase } from '../../clients/store.ts';
import type { PersonRecord, PersonValue } from '../../controllers/settings/person-collections.ts';
import type { DecisionHead } from '../../decisions/model.ts';
import { loadDecisions, loadEndedDecisions } from '../../decisions/store.ts';
import { loadDocuments } from '../../documents/store.ts';
import { loadHandledMatters, loadOpenMatters } from '../../intake/of-client.ts';
import { type ChildOfYear, isAbout, isOfYear, measuresIn } from './child.ts';

/** Kinds of a notification that one came of a child (417/2007 25, 25 a, 25 c §), as the figures count them. */
const NOTIFICATIONS: readonly string[] = [
  'childWelfareNotification',
  'anticipatoryNotification',
  'assessmentRequest',
];

/** What lies in clear of a child whom the collection is about: nothing of it was opened yet. */
export type FoundChild = {
  clientId: ClientId;
  file: ClientFile;
  cases: CaseHead[];
  child: Omit<ChildOfYear, 'identityCode'>;
  /** Measures left out because the processing of their documents is restricted ((EU) 2016/679 art. 18). */
  limited: number;
};

type Where = Pick<ActContext, 'services' | 'actor'>;

/** @returns undefined when the collection is not about this client: nothing of it is opened then. */
export async function loadChild(
  where: Where,
  { head, label }: ListedClient,
  record: PersonRecord,
  year: string,
): Promise<FoundChild | undefined> {
  const { services, actor } = where;
  const { clientId } = head;
  const [file, closed, decisions] = await Promise.all([
    loadClientFile(services, actor.controller, clientId),
    allClosedCases(where, clientId),
    everyDecision(where, clientId),
  ]);
  if (file === undefined) return undefined;
  const measured = await withoutLimited(where, clientId, measuresIn(year, decisions, record.measures));
  const measures = measured.stand.map(({ measure }) => measure);
  if (!isAbout(record, { measures })) return undefined;
  const asks = (value: PersonValue): boolean => record.fields.some((field) => field.value === value);
  return {
    clientId,
    file,
    cases: [...file.cases, ...closed].filter((one) => isOfYear(one, year)),
    child: {
      birthYear: label.birthYear,
      homeMunicipality: label.municipality,
      notifications: asks('notifications') ? await notificationsIn(where, clientId, year) : 0,
      assessments:
        asks('assessmentsBegun') || asks('assessmentsReady')
          ? await assessmentsIn(where, clientId, year)
          : NO_ASSESSMENTS,
      measures,
    },
    limited: measured.limited,
  };
}

/** How the child is opened, for the columns that need it: made before the line, which names the keys. */
export function openingOf(
  { services, actor }: Where,
  { child, file }: FoundChild,
  { fields }: Pick<PersonRecord, 'fields'>,
): () => Promise<ChildOfYear> {
  if (!fields.some(({ value }) => value === 'identityCode')) {
    return () => Promise.resolve({ ...child, identityCode: undefined });
  }
  const ring = keyRing(services, actor.controller, file.keys);
  return async () => {
    const { data } = await openBase(ring, file.head);
    return { ...child, identityCode: data.personalIdentityCode };
  };
}

async function everyDecision(where: Where, clientId: ClientId): Promise<DecisionHead[]> {
  const found = await loadDecisions(where, clientId);
  await everyPage(async (after) => {
    const page = await loadEndedDecisions(where, clientId, { limit: 50, after });
    found.push(...page.items);
    return page.lastKey;
  });
  return found;
}

/** What a restriction of processing lies on is kept only: it is counted, and not given. */
async function withoutLimited<T extends { decision: DecisionHead }>(
  where: Where,
  clientId: ClientId,
  measured: readonly T[],
): Promise<{ stand: T[]; limited: number }> {
  const documents = await loadDocuments(
    where,
    clientId,
    measured.flatMap(({ decision }) => decision.documentId ?? []),
  );
  const limited = new Set<string>(
    documents.flatMap((one) => (one.limited === undefined ? [] : [one.documentId])),
  );
  const stand = measured.filter(({ decision }) => !limited.has(decision.documentId ?? ''));
  return { stand, limited: measured.length - stand.length };
}

const NO_ASSESSMENTS: ChildOfYear['assessments'] = { begun: 0, ready: 0 };

const Assessed = z.object({
  entity: z.string(),
  serviceTasks: z.array(z.string()),
  begunOn: z.string().optional(),
  readyOn: z.string().optional(),
});

/** Of child welfare alone, as the processing times count them; a child has a handful in a lifetime. */
async function assessmentsIn(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  year: string,
): Promise<ChildOfYear['assessments']> {
  const pk = clientKeys.partition(controller, clientId);
  const found = await Promise.all(
    Object.values(assessmentKeys.spans).map((span) =>
      queryAll(services.tables, controller, { table: 'records', pk, span }, Assessed),
    ),
  );
  const ofChild = found
    .flat()
    .filter(({ entity, serviceTasks }) => entity === 'assessment' && serviceTasks.includes('childWelfare'));
  return {
    begun: ofChild.filter(({ begunOn }) => begunOn?.startsWith(year) === true).length,
    ready: ofChild.filter(({ readyOn }) => readyOn?.startsWith(year) === true).length,
  };
}

async function notificationsIn(where: Where, clientId: ClientId, year: string): Promise<number> {
  const matters = await loadOpenMatters(where, clientId);
  await everyPage(async (after) => {
    const page = await loadHandledMatters(where, clientId, { limit: 50, after });
    matters.push(...page.items);
    return page.lastKey;
  });
  return matters.filter(
    ({ kind, receivedAt }) => NOTIFICATIONS.includes(kind) && helsinkiDateOf(receivedAt).startsWith(year),
  ).length;
}

async function everyPage(load: (after: LastKey | undefined) => Promise<LastKey | undefined>): Promise<void> {
  let after: LastKey | undefined;
  do after = await load(after);
  while (after !== undefined);
}
