import { isRecord } from './visit.ts';

/** Reading and writing below a document's root by paths of our own data: `tapahtuma/ajanjakso`, `liite/0`. */
type Place = { holder: Record<string, unknown> | unknown[]; key: string };

const isIndex = (key: string | undefined): boolean => key !== undefined && /^\d+$/.test(key);

const memberOf = (holder: unknown, key: string): unknown => {
  if (Array.isArray(holder)) return holder[Number(key)];
  return isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
};

export const valueAt = (root: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((value, key) => memberOf(value, key), root);

function write({ holder, key }: Place, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
}

/** Writes where nothing stands yet. False, and nothing written, when something does or a part above is no group. */
export function writeAt(root: Record<string, unknown>, path: string, value: unknown): boolean {
  const keys = path.split('/');
  let holder: Record<string, unknown> | unknown[] = root;
  for (const [step, key] of keys.entries()) {
    const found = memberOf(holder, key);
    const isLast = step === keys.length - 1;
    if (isLast || found === undefined) {
      if (found !== undefined) return false;
      const made = isLast ? value : isIndex(keys[step + 1]) ? [] : {};
      write({ holder, key }, made);
      if (isLast) return true;
    }
    const next = memberOf(holder, key);
    if (!Array.isArray(next) && !isRecord(next)) return false;
    holder = next;
  }
  return false;
}

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);

/**
 * Takes away what stands at the path and the groups above that are left empty by it. A list keeps its
 * places: an emptied group goes from it only when it is alone.
 */
export function removeAt(root: Record<string, unknown>, path: string): void {
  const keys = path.split('/');
  const last = keys.at(-1);
  const above = keys.slice(0, -1).join('/');
  const holder = above === '' ? root : valueAt(root, above);
  if (last === undefined) return;
  if (Array.isArray(holder)) {
    if (holder.length === 1) holder.pop();
  } else if (isRecord(holder)) delete holder[last];
  if (above !== '' && isEmpty(holder)) removeAt(root, above);
}
