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
  return { services: { ...services, opens: (key) => void keys.set(key.id, key) }, keys };
}
