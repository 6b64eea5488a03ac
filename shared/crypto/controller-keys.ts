import * as z from 'zod';
import { type ControllerId, KeyId } from '../kernel/id.ts';
import { newId } from '../new-id.ts';
import type { Services } from '../services.ts';
import { storedItem } from '../table/item.ts';
import { keyKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { Bytes } from './sealed.ts';

/**
 * Keys of a controller, each wrapped under its own KMS key and held in memory for minutes: `list` wraps the
 * clients' label keys, `lookup` keys the blind indexes (docs/decisions/0003), `controller` seals what is about
 * no client: support persons, support families, suppliers.
 */
export const ControllerKeyPurpose = z.enum(['list', 'lookup', 'controller']);
export type ControllerKeyPurpose = z.infer<typeof ControllerKeyPurpose>;

export const ControllerKeyItem = storedItem('controllerKey', {
  keyId: KeyId,
  purpose: ControllerKeyPurpose,
  wrapped: Bytes,
});
export type ControllerKeyItem = z.infer<typeof ControllerKeyItem>;

const cacheName = (controller: ControllerId, purpose: ControllerKeyPurpose): string =>
  `${controller} ${purpose}`;

export function controllerKey(
  services: Services,
  controller: ControllerId,
  purpose: ControllerKeyPurpose,
): Promise<Uint8Array> {
  return services.keyCache.of(cacheName(controller, purpose), async () => {
    const key = keyKeys.controllerKey(controller, purpose);
    const item = await getItem(services.tables, controller, 'keys', key, ControllerKeyItem);
    if (item === undefined) throw new Error('The controller has no keys: it was never set up.');
    return services.vault.unwrap(purpose, item.wrapped, { controller, key: item.keyId });
  });
}

/** Made once, when a controller is set up. */
export async function newControllerKey(
  services: Services,
  controller: ControllerId,
  purpose: ControllerKeyPurpose,
): Promise<ControllerKeyItem> {
  const keyId = KeyId.parse(newId(services));
  const { wrapped } = await services.vault.generate(purpose, { controller, key: keyId });
  const now = services.clock.now();
  return ControllerKeyItem.parse({
    ...keyKeys.controllerKey(controller, purpose),
    entity: 'controllerKey',
    schemaVersion: 1,
    version: 1,
    createdAt: now,
    createdBy: 'setup',
    updatedAt: now,
    updatedBy: 'setup',
    keyId,
    purpose,
    wrapped,
  });
}
