import type { KeyId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import type { OpenedKey } from './event.ts';

/** The keys that an act opened since its last line. */
export type NotedKeys = Map<KeyId, OpenedKey>;

/**
 * The services as an act gets them: whichever key is opened through them is noted for the line. It is noted when
 * something is made that could open it, because a line is stored beside the opening and not after it.
 */
export function notingKeys(services: Services): { services: Services; keys: NotedKeys } {
  const keys: NotedKeys = new Map();
  const opens: Services['opens'] = (key) => void keys.set(key.id, key);
  // Not a copy: whatever else is asked for is what the services have at that moment.
  const noting = new Proxy(services, {
    get: (target, name): unknown => (name === 'opens' ? opens : Reflect.get(target, name)),
  });
  return { services: noting, keys };
}
