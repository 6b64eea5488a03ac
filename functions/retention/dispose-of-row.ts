import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { lookupMacs, openBase } from '../../shared/domain/clients/store.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { loadMatter } from '../../shared/domain/intake/store.ts';
import { everyFileOf, hasDisclosedCopy, keysOfUnit } from '../../shared/domain/retention/belongings.ts';
import { factOfUnit } from '../../shared/domain/retention/counted.ts';
import { examine } from '../../shared/domain/retention/examine.ts';
import type { Examined } from '../../shared/domain/retention/examined.ts';
import { gateChange } from '../../shared/domain/retention/gate.ts';
import { dueRecord } from '../../shared/domain/retention/house-records.ts';
import { clientsNamedBy, type DisposalRow } from '../../shared/domain/retention/model.ts';
import { clientsOfMatter, loadDisposalRows } from '../../shared/domain/retention/store.ts';
import type { RawOfClient } from '../../shared/domain/stores/walk.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';
import { carriedOn, withoutRecord } from './dispose-of-record.ts';
import { removeUnit } from './remove-unit.ts';

type Retention = ControllerSettings['retention'];

/**
 * From the destruction of a key until no copy of it is left: the seven days of the table of keys, and the minutes for which
 * a running function may hold it in memory, rounded up.
 */
const DAYS_UNTIL_FINAL = 8;
/** So long copies of `records` and of objects lie, rounded up: for what a key opens that stays. */
const DAYS_OF_COPIES = 36;
/** Keys of one commit, and what the first of them rests on, beside the row and its line. */
const KEYS_AT_ONCE = 22;
/** Looks at a unit that was changed between the look and its first key. */
const LOOKS = 3;

/** Carries one unit as far as it can be carried today. Each step is a commit, so that the next night goes on from there. */
export async function disposeOfRow(
  context: ActContext,
  row: DisposalRow,
  retention: Retention,
  looks = LOOKS,
): Promise<DisposalRow> {
  if (row.state === 'excepted' || row.state === 'kept') return row;
  if (row.state === 'packaged' && row.package?.received === undefined) return row;
  const begun = row.keysBegun === true ? row : await begin(context, row, retention, looks);
  return begun.state === 'destroying' ? carriedOut(context, begun) : begun;
}

/**
 * Looked at once more, also after a night that was cut short before the first key was gone: what came between since the
 * approval holds it back, and what is kept for good goes first.
 */
async function begin(
  context: ActContext,
  row: DisposalRow,
  retention: Retention,
  looks: number,
): Promise<DisposalRow> {
  const { unit } = row;
  if (unit.kind === 'record') {
    if (row.state === 'destroying') return carriedOn(context, row, unit);
    const found = await dueRecord(context, unit, retention);
    return found === undefined
      ? moved(context, row, { state: 'excepted', exception: 'notDue' }, [])
      : withoutRecord(context, row, found);
  }
  const looked = await examine(context, unit, retention);
  if (looked === undefined) return moved(context, row, { state: 'excepted', exception: 'notDue' }, []);
  const { exception, clients, permanent } = looked;
  if (exception !== undefined) return moved(context, row, { state: 'excepted', exception }, clients);
  if (permanent.part !== 'nothing') {
    const { isWhole, packUnit } = await import('./pack-unit.ts');
    const isPacked = row.package !== undefined && (await isWhole(context, looked, row.package));
    if (!isPacked) {
      const packed = await packUnit(context, looked, retention.archive);
      return moved(context, row, { state: 'packaged', package: packed }, clients);
    }
  }
  try {
    // The codes of a client may be others than on the night that was cut short.
    const isReady = row.state === 'destroying' && unit.kind !== 'client';
    const ready = isReady ? row : await atItsEnd(context, row, clients);
    return await withoutKeys(context, ready, looked);
  } catch (thrown) {
    // A hold or a request that came after the look, a death that was taken back: what stands there now decides.
    if (looks <= 1 || !(thrown instanceof Refusal) || thrown.definition !== COMMON_REFUSALS.stale)
      throw thrown;
    const [now = row] = await loadDisposalRows(context, [row]);
    return disposeOfRow(context, now, retention, looks - 1);
  }
}

async function atItsEnd(
  context: ActContext,
  row: DisposalRow,
  clients: readonly ClientId[],
): Promise<DisposalRow> {
  const codes = row.unit.kind === 'client' ? await codesOfClient(context, row.unit.clientId) : [];
  return moved(context, row, { state: 'destroying', codes }, clients);
}

/** Keyed hashes of every code by which the client is found, of merged files too: nobody can name them afterwards. */
async function codesOfClient(context: ActContext, clientId: ClientId): Promise<string[]> {
  const { services, actor } = context;
  const codes: string[] = [];
  for (const one of await everyFileOf(context, clientId)) {
    const file = await loadClientFile(services, actor.controller, one);
    if (file === undefined) continue;
    const { data } = await openBase(keyRing(services, actor.controller, file.keys), file.head);
    codes.push(...(await lookupMacs(services, actor.controller, data)));
  }
  return [...new Set(codes)];
}

async function carriedOut(context: ActContext, begun: DisposalRow): Promise<DisposalRow> {
  const clients = await clientsOf(context, begun);
  const row = begun.keysGoneAt === undefined ? await withoutKeys(context, begun, { clients }) : begun;
  const removed = await removeUnit(context, row);
  const { now, actor } = context;
  const after: DisposalRow = {
    ...row,
    ...retentionKeys.row(actor.controller, row.month, row.unitId, false),
    ...changed(row, now, actor.userId),
    state: 'destroyed',
    removed,
  };
  await commit(context, {
    changes: [
      { remove: row, when: { version: row.version } },
      { put: after, when: 'absent' },
    ],
    line: lineOf(row, clients, ['state']),
    facts: [factOfUnit('disposalUnitDestroyed', context.today, row)],
    answer: { body: {} },
  });
  return after;
}

/**
 * The way of no return: after it nothing of the unit can be read anywhere, and from a day on in no copy either. The first
 * keys go on the condition that everything is as it was looked at: a case that was opened again meanwhile keeps its own,
 * and who asks after them is told that it is too late.
 */
async function withoutKeys(
  context: ActContext,
  begun: DisposalRow,
  looked: Pick<Examined, 'clients'> & Partial<Examined>,
): Promise<DisposalRow> {
  let row = begun;
  let keys: RawOfClient[] = [];
  let asLookedAt = conditionsOf(context, row, looked);
  const destroy = async (to: Partial<DisposalRow>): Promise<void> => {
    row = await moved(context, row, { keysBegun: true, ...to }, looked.clients, [
      ...asLookedAt,
      ...keys.map((key): Change => ({ table: 'keys', remove: key, when: { version: key.version } })),
    ]);
    keys = [];
    asLookedAt = [];
  };
  if (asLookedAt.length >= KEYS_AT_ONCE) await destroy({});
  for await (const key of keysOfUnit(context, begun.unit)) {
    keys.push(key);
    if (keys.length >= KEYS_AT_ONCE - asLookedAt.length) await destroy({});
  }
  if (keys.length > 0) await destroy({});
  const { services, today } = context;
  const days = (await hasDisclosedCopy(context, row.unit)) ? DAYS_OF_COPIES : DAYS_UNTIL_FINAL;
  await destroy({ keysGoneAt: services.clock.now(), finalOn: addDays(today, days) });
  return row;
}

/**
 * What the first commit of keys names. Of a matter of many clients heads may be left out, in which a death that is taken
 * back stands; nothing that holds back is.
 */
function conditionsOf(
  context: ActContext,
  row: DisposalRow,
  { head, gates = [], marks = [], heads = [] }: Partial<Examined>,
): Change[] {
  if (head === undefined) return [];
  const held = [...gates.map((found) => gateChange(context, found, { unitId: row.unitId })), ...marks];
  const read = [head, ...heads].map((one): Change => ({ check: one, when: { version: one.version } }));
  return [...held, ...read.slice(0, Math.max(1, KEYS_AT_ONCE - held.length))];
}

async function moved(
  context: ActContext,
  row: DisposalRow,
  to: Partial<DisposalRow>,
  clients: readonly ClientId[],
  changes: readonly Change[] = [],
): Promise<DisposalRow> {
  const { exception: _before, ...rest } = row;
  const put: DisposalRow = { ...rest, ...changed(row, context.now, context.actor.userId), ...to };
  await commit(context, {
    changes: [{ put, when: { version: row.version } }, ...changes],
    line: lineOf(put, clients, Object.keys(to)),
    facts: factsOfMove(put, context.today, row),
    answer: { body: {} },
  });
  return put;
}

const factsOfMove = (put: DisposalRow, on: LocalDate, row: DisposalRow): Fact[] => {
  if (put.state === row.state) return [];
  if (put.state === 'packaged') return [factOfUnit('disposalUnitPackaged', on, put)];
  return put.state === 'excepted' ? [factOfUnit('disposalHeldBack', on, put, put.exception)] : [];
};

const lineOf = (row: DisposalRow, clients: readonly ClientId[], changedFields: readonly string[]) => ({
  clients,
  resources: [{ kind: 'disposalUnit' as const, id: row.unitId, version: row.version }],
  dataGroups: ['retention' as const],
  changedFields,
});

async function clientsOf(context: ActContext, { unit }: DisposalRow): Promise<ClientId[]> {
  if (unit.kind === 'client') return everyFileOf(context, unit.clientId);
  if (unit.kind !== 'matter') return clientsNamedBy(unit);
  const matter = await loadMatter(context, unit.matterId);
  return matter === undefined ? [] : clientsOfMatter(matter);
}
