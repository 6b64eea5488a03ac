import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, ControllerId, DoorPermitId } from '../../kernel/id.ts';
import type { Tables } from '../../services.ts';
import { type Key, logRequestKeys } from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { DoorPermit } from './door-permit.ts';

/** All permits of a minor, those that have ended too: they are few. */
export const loadDoorPermits = (
  tables: Tables,
  controller: ControllerId,
  clientId: ClientId,
): Promise<DoorPermit[]> =>
  queryAll(
    tables,
    controller,
    {
      table: 'records',
      pk: logRequestKeys.partition(controller, clientId),
      span: logRequestKeys.spans.doorPermits,
    },
    DoorPermit,
  );

/** One permit of a minor. */
export const loadDoorPermit = (
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
  permitId: DoorPermitId,
): Promise<DoorPermit | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    logRequestKeys.doorPermit(controller, clientId, permitId),
    DoorPermit,
  );

export const sealPermit = (ring: KeyRing, key: Key, words: string): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(key, 'words'), 1, words);
