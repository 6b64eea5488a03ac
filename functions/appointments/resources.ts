import * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findResources, loadResources } from '../../shared/domain/appointments/hours.ts';
import { BookingResource, type ResourceContent } from '../../shared/domain/appointments/model.ts';
import { changedFieldsOf } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ResourceId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { calendarKeys } from '../../shared/table/keys.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

/** Rooms and equipment of a unit: its supervisor keeps them, who books sees them. */

export const OneUnit = z.strictObject({ unitId: UnitId });
export const OneResource = OneUnit.extend({ resourceId: ResourceId });
type OfUnit = { params: z.infer<typeof OneUnit> };

export const ResourceChanged = z
  .strictObject({ resourceId: ResourceId, version: z.int() })
  .meta({ id: 'ResourceChanged' });

const { resourceId, resource, version } = BookingResource.shape;
export const UnitResources = z
  .strictObject({ resources: z.array(z.strictObject({ resourceId, resource, version })) })
  .meta({ id: 'UnitResources' });

/** What one of the worker's own units can book besides its workers. */
export async function listResources(
  context: ActContext,
  { params: { unitId } }: OfUnit,
): Promise<Reading<z.infer<typeof UnitResources>>> {
  mustBeInUnit(context, unitId);
  const items = await loadResources(context, unitId);
  return {
    line: { clients: [], resources: [{ kind: 'unit', id: unitId }], dataGroups: ['appointments'] },
    body: () => ({
      resources: items.map((item) => ({
        resourceId: item.resourceId,
        resource: item.resource,
        version: item.version,
      })),
    }),
  };
}

/** Adds a room, a piece of equipment or a vehicle to a unit that the worker supervises. */
export async function addResource(
  context: ActContext,
  { params: { unitId }, body }: OfUnit & { body: ResourceContent },
): Promise<Answer<z.infer<typeof ResourceChanged>>> {
  const { services, actor, now } = context;
  mustSupervise(actor, unitId);
  const made = ResourceId.parse(newId(services));
  const put: BookingResource = {
    ...calendarKeys.resource(actor.controller, unitId, made),
    entity: 'bookingResource',
    ...created(now, actor.userId),
    resourceId: made,
    unitId,
    resource: body,
  };
  return commitResource(context, put, 'absent', ['resource']);
}

/** Changes what a room is called or how long there is one. What is booked of it stays booked. */
export async function changeResource(
  context: ActContext,
  {
    params,
    body,
    version: seen,
  }: { params: z.infer<typeof OneResource>; body: ResourceContent; version: number },
): Promise<Answer<z.infer<typeof ResourceChanged>>> {
  const { actor, now } = context;
  mustSupervise(actor, params.unitId);
  const [item] = await findResources(context, [params]);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, seen);
  const put = { ...item, ...changed(item, now, actor.userId), resource: body };
  return commitResource(context, put, { version: seen }, changedFieldsOf(item.resource, body));
}

const commitResource = (
  context: ActContext,
  put: BookingResource,
  when: 'absent' | { version: number },
  changedFields: string[],
): Promise<Answer<z.infer<typeof ResourceChanged>>> =>
  commit(context, {
    changes: [{ put, when }],
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: put.unitId },
        { kind: 'bookingResource', id: put.resourceId, version: put.version },
      ],
      dataGroups: ['appointments'],
      changedFields: changedFields.length > 0 ? changedFields : ['resource'],
    },
    answer: {
      body: { resourceId: put.resourceId, version: put.version },
      version: put.version,
      location: `/v1/appointments/units/${put.unitId}/resources`,
    },
  });
