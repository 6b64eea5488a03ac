import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { CaseId, ClientId, ControllerId } from '../../kernel/id.ts';
import { outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key, SHARDS } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { CaseContent, CaseHead } from './model.ts';
import { planStateOf } from './plan-need.ts';
import { CaseView } from './view.ts';

/** What is stored of cases and how it is found. No rule lives here. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const contentPlace = (key: { pk: string; sk: string }) => recordPlace(key, 'content');

/** Sealed at the place of one head. The key is the case's own, so that any client's ring of the case seals it. */
export const sealCase = (
  ring: KeyRing,
  caseId: CaseId,
  at: { key: Key; version: number },
  content: CaseContent,
): Promise<Sealed> => ring.seal(caseId, contentPlace(at.key), at.version, content);

export const openCase = (ring: KeyRing, item: CaseHead): Promise<CaseContent> =>
  ring.open(item.content, contentPlace(item), CaseContent);

const VIEWED = CaseView.omit({ name: true, description: true, childrenBorn: true, shared: true }).keyof()
  .options;

export const openCases = (ring: KeyRing, cases: readonly CaseHead[]): Promise<CaseView[]> =>
  Promise.all(
    cases.map(async (item) => {
      const shown = Object.fromEntries(
        VIEWED.map((field) => [field, item[field]]).filter(([, value]) => value !== undefined),
      );
      return CaseView.parse({ ...shown, ...(await openCase(ring, item)), shared: item.clients.length > 1 });
    }),
  );

/** Where a case lies by its state (docs/decisions/0011). */
export const placeOfCase = (
  controller: ControllerId,
  { clientId, caseId, state }: Pick<CaseHead, 'clientId' | 'caseId' | 'state'>,
): Key =>
  state === 'closed'
    ? clientKeys.closedCase(controller, clientId, caseId)
    : clientKeys.activeCase(controller, clientId, caseId);

/**
 * The head with its index attributes as its state says: rows of the responsible worker and of the unit while it is
 * active (and of what lacks a plan), a row of its due month once it is closed.
 */
export function indexedCase(head: CaseHead, controller: ControllerId): CaseHead {
  const rest = outOfIndexes(head);
  const { caseId, clientId, state, responsibleWorkerId, unitId, dueMonth } = head;
  const plan = planStateOf(head);
  if (state === 'closed') {
    const ofUnit = {
      ...rest,
      g2pk: indexKeys.unit(controller, unitId),
      g2sk: indexKeys.unitClosedCase(caseId, clientId),
    };
    if (dueMonth === undefined) return ofUnit;
    const shard = (clientId.codePointAt(25) ?? 0) % SHARDS;
    return {
      ...ofUnit,
      g4pk: indexKeys.dueMonth(controller, dueMonth, shard),
      g4sk: indexKeys.dueCase(caseId, clientId),
    };
  }
  return {
    ...rest,
    ...(responsibleWorkerId === undefined
      ? {}
      : {
          g1pk: indexKeys.worker(controller, responsibleWorkerId),
          g1sk: indexKeys.workerCase(caseId, clientId),
        }),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: indexKeys.unitCase(caseId, clientId),
    ...(plan === undefined ? {} : { plan }),
    ...(plan === 'missing'
      ? { g3pk: indexKeys.unitWithoutPlan(controller, unitId), g3sk: indexKeys.unitCase(caseId, clientId) }
      : {}),
  };
}

/** Puts a changed head where its state has it: in its place, or away from where it lay. */
export function placed(controller: ControllerId, before: CaseHead, after: CaseHead): Change[] {
  const when = { version: before.version };
  const put = indexedCase({ ...after, ...placeOfCase(controller, after) }, controller);
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}

/** A closed case of one client. */
export const loadClosedCase = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  caseId: CaseId,
): Promise<CaseHead | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.closedCase(controller, clientId, caseId),
    CaseHead,
  );

/** The heads of a shared case in the partitions of its other clients. */
export function loadSharedHeads(
  { services, actor: { controller } }: Where,
  head: CaseHead,
): Promise<CaseHead[]> {
  const keys = head.clients
    .filter((clientId) => clientId !== head.clientId)
    .map((clientId) => placeOfCase(controller, { ...head, clientId }));
  return keys.length === 0
    ? Promise.resolve([])
    : batchGet(services.tables, controller, 'records', keys, CaseHead);
}

/** Closed cases of a client, the latest opened first. */
export const loadClosedCases = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<CaseHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.closedCases,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    CaseHead,
  );

/** So many closed cases of a client, or all of them: for what looks at the whole of a client. */
export async function allClosedCases(where: Where, clientId: ClientId, most = Infinity): Promise<CaseHead[]> {
  const found: CaseHead[] = [];
  let after: LastKey | undefined;
  do {
    const page = await loadClosedCases(where, clientId, { limit: Math.min(most, 100), after });
    found.push(...page.items);
    after = page.lastKey;
  } while (after !== undefined && found.length < most);
  return found;
}
