import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import {
  type CaseId,
  type ClientId,
  type ClientServiceId,
  type ControllerId,
  type DeliveryId,
  formatId,
  type UnitId,
} from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import { addDays, type LocalDate, startOfDay } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys, type Key, serviceKeys } from '../../table/keys.ts';
import { type Asked, allOfClient, pageOfClient, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type Page } from '../../table/read.ts';
import { ClientService, Delivery, ServiceContent } from './model.ts';

/** What is stored of clients' services and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const placeOf = (key: Key) => recordPlace(key, 'content');

export const sealService = (
  ring: KeyRing,
  caseId: CaseId,
  at: { key: Key; version: number },
  content: ServiceContent,
): Promise<Sealed> => ring.seal(caseId, placeOf(at.key), at.version, content);

/**
 * Name and need, wherever the service lies now: they are sealed at the place it was opened in, and it moves only when it
 * ends.
 */
export const openService = (
  ring: KeyRing,
  controller: ControllerId,
  { clientId, clientServiceId, content }: ClientService,
): Promise<ServiceContent> =>
  ring.open(content, placeOf(serviceKeys.inForce(controller, clientId, clientServiceId)), ServiceContent);

/** Services that are granted or given: a handful. */
export const loadServicesInForce = (where: Where, clientId: ClientId): Promise<ClientService[]> =>
  allOfClient(where, clientId, serviceKeys.spans.inForce, ClientService);

/** Services that ended, the latest opened first. */
export const loadEndedServices = (
  where: Where,
  clientId: ClientId,
  asked: Asked,
): Promise<Page<ClientService>> =>
  pageOfClient(where, clientId, { span: serviceKeys.spans.ended, ...asked }, ClientService);

/** Every service of the client, given or ended. */
export async function loadAllServices(where: Where, clientId: ClientId): Promise<ClientService[]> {
  const [inForce, ended] = await Promise.all([
    loadServicesInForce(where, clientId),
    allOfClient(where, clientId, serviceKeys.spans.ended, ClientService),
  ]);
  return [...inForce, ...ended];
}

/** One service, given or ended. */
export async function loadService(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  id: ClientServiceId,
): Promise<ClientService | undefined> {
  const places = [serviceKeys.inForce(controller, clientId, id), serviceKeys.ended(controller, clientId, id)];
  const [inForce, ended] = await Promise.all(
    places.map((key) => getItem(services.tables, controller, 'records', key, ClientService)),
  );
  return inForce ?? ended;
}

/** The words of a delivery or an evaluation. */
export const placeOfWords = (key: Key) => recordPlace(key, 'words');

const NO_BYTES = new Uint8Array(10);
/** Ids of a day begin so: an id carries the day it is of. */
const firstIdOf = (day: LocalDate): string => formatId(epochMsOf(startOfDay(day)), NO_BYTES);

/** Deliveries of the days from the first to the last, both included. */
export const loadDeliveries = (
  where: Where,
  clientId: ClientId,
  id: ClientServiceId,
  days: { from: LocalDate; to: LocalDate },
): Promise<Delivery[]> =>
  allOfClient(
    where,
    clientId,
    serviceKeys.spans.deliveries(id, firstIdOf(days.from), firstIdOf(addDays(days.to, 1))),
    Delivery,
  );

/** One delivery of a service. */
export const loadDelivery = (
  { services, actor: { controller } }: Where,
  { clientId, clientServiceId }: Pick<ClientService, 'clientId' | 'clientServiceId'>,
  deliveryId: DeliveryId,
): Promise<Delivery | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    serviceKeys.delivery(controller, clientId, clientServiceId, deliveryId),
    Delivery,
  );

/** A unit's services that were granted for a time, by its last day. */
export const servicesOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<ClientService>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans.services, ...asked }, ClientService);

/** The same services as they stand: an index is a moment behind. */
export const loadServicesOf = (
  services: Services,
  controller: ControllerId,
  rows: readonly Pick<ClientService, 'clientId' | 'clientServiceId'>[],
): Promise<ClientService[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ clientId, clientServiceId }) => serviceKeys.inForce(controller, clientId, clientServiceId)),
    ClientService,
  );

/** With the row of its last day, while it is given and has one. */
export function indexedService(service: ClientService, controller: ControllerId): ClientService {
  const rest = outOfIndexes(service);
  if (service.state === 'ended' || service.validTo === undefined) return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, service.unitId),
    g2sk: indexKeys.unitService(service.validTo, service.clientServiceId),
  };
}

/** Puts a changed service where its state has it. */
export function placedService(
  controller: ControllerId,
  before: ClientService,
  after: ClientService,
): Change[] {
  const when = { version: before.version };
  if (after.state === before.state || after.state !== 'ended') {
    return [{ put: indexedService(after, controller), when }];
  }
  const key = serviceKeys.ended(controller, after.clientId, after.clientServiceId);
  return [
    { remove: before, when },
    { put: indexedService({ ...after, ...key }, controller), when: 'absent' },
  ];
}
