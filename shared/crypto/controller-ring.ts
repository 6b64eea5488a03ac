import type * as z from 'zod';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { controllerKey } from './controller-keys.ts';
import type { PlaceOfItem } from './place.ts';
import { openJson, sealJson } from './seal.ts';
import type { Sealed } from './sealed.ts';

/** Opens and seals what is about no client, under the controller's own key: no KMS call once it is in memory. */
export type ControllerRing = {
  seal(place: PlaceOfItem, version: number, value: unknown): Promise<Sealed>;
  open<T>(sealed: Sealed, place: PlaceOfItem, schema: z.ZodType<T>): Promise<T>;
};

export function controllerRing(services: Services, controller: ControllerId): ControllerRing {
  const key = (): Promise<Uint8Array> => controllerKey(services, controller, 'controller');
  return {
    async seal(place, version, value) {
      const blob = sealJson(await key(), { ...place, version }, value, services.random(12));
      return { subject: 'controller', at: version, blob };
    },
    async open(sealed, place, schema) {
      if (sealed.subject !== 'controller')
        throw new Error('What is sealed under a client opens with its ring.');
      return schema.parse(openJson(await key(), { ...place, version: sealed.at }, sealed.blob));
    },
  };
}
