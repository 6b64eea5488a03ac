import type { ControllerId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { indexKeys, matterKeys } from '../../table/keys.ts';
import { batchGet, type LastKey, type Page, query } from '../../table/read.ts';
import { IntakeMatter } from './model.ts';

/** What waits in a unit's intake and what it has handled: rows of an index, which permit nothing. */

type Asked = { limit: number; after?: LastKey | undefined };

const mattersAt = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  of: { span: (typeof indexKeys.spans)['matters']; descending: boolean } & Asked,
): Promise<Page<IntakeMatter>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(controller, unitId),
      span: of.span,
      descending: of.descending,
      limit: of.limit,
      ...(of.after === undefined ? {} : { after: of.after }),
    },
    IntakeMatter,
  );

/** Urgent matters first, then those nobody has assessed, then the others; each by arrival. */
export const mattersOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<IntakeMatter>> =>
  mattersAt(services, controller, unitId, { span: indexKeys.spans.matters, descending: false, ...asked });

/** What the unit has handled, the latest first. */
export const handledMattersOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<IntakeMatter>> =>
  mattersAt(services, controller, unitId, {
    span: indexKeys.spans.handledMatters,
    descending: true,
    ...asked,
  });

/** The same matters as they stand: an index is a moment behind. */
export const loadMatters = (
  services: Services,
  controller: ControllerId,
  rows: readonly Pick<IntakeMatter, 'matterId'>[],
): Promise<IntakeMatter[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ matterId }) => matterKeys.head(controller, matterId)),
    IntakeMatter,
  );
