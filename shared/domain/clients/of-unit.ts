import type { ControllerId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { indexKeys } from '../../table/keys.ts';
import { type LastKey, type Page, query } from '../../table/read.ts';
import { ClientHead } from './model.ts';

/** Whose client it is: the unit that is or was responsible, and before a relationship the one that took the person in. */
export const unitOfClient = ({ relationship, intake }: Pick<ClientHead, 'relationship' | 'intake'>): UnitId =>
  relationship?.responsibleUnitId ?? intake.unitId;

/** The row by which a client is found among those of the unit; one who was merged has none. */
export const rowOfUnit = (head: ClientHead, controller: ControllerId): Pick<ClientHead, 'g3pk' | 'g3sk'> =>
  head.state === 'merged'
    ? {}
    : {
        g3pk: indexKeys.clientsOfUnit(controller, unitOfClient(head)),
        g3sk: indexKeys.clientOfUnit(head.clientId),
      };

/** The clients of a unit, a page: whether they have cases is not asked. */
export const clientsOfUnit = (
  { tables }: Pick<Services, 'tables'>,
  controller: ControllerId,
  unitId: UnitId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<ClientHead>> =>
  query(
    tables,
    controller,
    {
      table: 'records',
      index: 'gsi3',
      pk: indexKeys.clientsOfUnit(controller, unitId),
      limit,
      ...(after === undefined ? {} : { after }),
    },
    ClientHead,
  );
