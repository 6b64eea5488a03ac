import type { ActContext, Change } from '../../../act.ts';
import type { ClientId, DisqualificationId, UserId } from '../../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../../kernel/refusal.ts';
import { changed, created } from '../../../table/item.ts';
import { clientKeys, lookupKeys, userKeys } from '../../../table/keys.ts';
import { getItem, type LastKey, type Page, query } from '../../../table/read.ts';
import { keptTies } from '../../clients/as-it-stood.ts';
import type { Barred } from '../../clients/barred.ts';
import { IdentityLookup } from '../../clients/lookup.ts';
import { ClientHead } from '../../clients/model.ts';
import { indexed } from '../../clients/store.ts';
import { BarredOfCode, Disqualification } from './model.ts';

/** Declarations lie with the user; whom they shut out of a file lies with the code, and on the head of the client. */

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadDisqualifications = (
  { services, actor: { controller } }: Where,
  userId: UserId,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<Disqualification>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: userKeys.partition(controller, userId),
      span: userKeys.spans.disqualifications,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    Disqualification,
  );

/** @throws Refusal `request.notFound`. */
export async function loadDisqualification(
  { services, actor: { controller } }: Where,
  userId: UserId,
  id: DisqualificationId,
): Promise<Disqualification> {
  const key = userKeys.disqualification(controller, userId, id);
  const item = await getItem(services.tables, controller, 'records', key, Disqualification);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** Who is shut out by a code, and the client who has it, if anybody. */
export async function ofCode(
  { services, actor: { controller } }: Where,
  mac: string,
): Promise<{ item: BarredOfCode | undefined; head: ClientHead | undefined }> {
  const [item, found] = await Promise.all([
    getItem(services.tables, controller, 'records', lookupKeys.barred(controller, mac), BarredOfCode),
    getItem(services.tables, controller, 'records', lookupKeys.identity(controller, mac), IdentityLookup),
  ]);
  const head =
    found === undefined ? undefined : await headOf({ services, actor: { controller } }, found.clientId);
  return { item, head };
}

const headOf = (
  {
    services,
    actor: { controller },
  }: { services: Where['services']; actor: Pick<Where['actor'], 'controller'> },
  clientId: ClientId,
): Promise<ClientHead | undefined> =>
  getItem(services.tables, controller, 'records', clientKeys.head(controller, clientId), ClientHead);

/** Writes who is shut out by a code anew, and on the head of the client who has it. Of whom nobody is, nothing stays. */
export function barredChanges(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  mac: string,
  { item, head }: { item: BarredOfCode | undefined; head: ClientHead | undefined },
  change: (barred: readonly Barred[]) => Barred[],
): Change[] {
  const { controller, userId } = actor;
  const code: BarredOfCode = {
    ...lookupKeys.barred(controller, mac),
    entity: 'barredOfCode',
    ...(item === undefined ? created(now, userId) : changed(item, now, userId)),
    barred: change(item?.barred ?? []),
  };
  const otherwise = COMMON_REFUSALS.conflict;
  const ofHead = (before: ClientHead): Change => ({
    put: indexed(
      {
        ...before,
        ...changed(before, now, userId),
        ...keptTies(before, now),
        barred: change(before.barred ?? []),
      },
      controller,
    ),
    when: { version: before.version },
    otherwise,
  });
  const isNobodys = code.barred.length === 0 && item !== undefined;
  return [
    isNobodys
      ? { remove: item, when: { version: item.version }, otherwise }
      : { put: code, when: item === undefined ? 'absent' : { version: item.version }, otherwise },
    ...(head === undefined ? [] : [ofHead(head)]),
  ];
}
