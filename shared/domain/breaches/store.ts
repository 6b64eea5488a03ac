import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { BreachId, ClientId } from '../../kernel/id.ts';
import { breachKeys, type Key } from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { AffectedPage, AffectedTold, Breach, BreachContent } from './model.ts';

/** Breaches as they are stored: few, in one partition of the controller. */

type Where = Pick<ActContext, 'services' | 'actor'>;
const place = (key: Key) => recordPlace(key, 'content');

export const sealBreach = (
  { services, actor }: Where,
  key: Key,
  version: number,
  content: BreachContent,
): Promise<Sealed> => controllerRing(services, actor.controller).seal(place(key), version, content);
export const openBreach = ({ services, actor }: Where, item: Breach): Promise<BreachContent> =>
  controllerRing(services, actor.controller).open(item.content, place(item), BreachContent);

/** One breach. */
export const loadBreach = (
  { services, actor: { controller } }: Where,
  breachId: BreachId,
): Promise<Breach | undefined> =>
  getItem(services.tables, controller, 'records', breachKeys.breach(controller, breachId), Breach);

/** Every breach there has been, the earliest first. */
export const loadBreaches = ({ services, actor: { controller } }: Where): Promise<Breach[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: breachKeys.register(controller), span: breachKeys.spans.breaches },
    Breach,
  );

/** A page of the clients that were found. */
export const loadAffected = (
  { services, actor: { controller } }: Where,
  breachId: BreachId,
  page: number,
): Promise<AffectedPage | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    breachKeys.affected(controller, breachId, page),
    AffectedPage,
  );

/** All clients that were found: once each. */
export async function loadAllAffected(
  { services, actor: { controller } }: Where,
  breachId: BreachId,
): Promise<Set<ClientId>> {
  const pages = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: breachKeys.partition(controller, breachId),
      span: breachKeys.spans.affected,
    },
    AffectedPage,
  );
  return new Set(pages.flatMap(({ clientIds }) => clientIds));
}

/** Who of them have been told. */
export const loadTold = (
  { services, actor: { controller } }: Where,
  breachId: BreachId,
): Promise<AffectedTold[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: breachKeys.partition(controller, breachId), span: breachKeys.spans.told },
    AffectedTold,
  );
