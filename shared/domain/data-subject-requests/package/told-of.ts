import { Json } from '../../../kernel/json.ts';

/** What only serves to store, find, open or count a thing: of the person it tells nothing. */
const OF_STORING = new Set([
  'pk',
  'sk',
  'entity',
  'schemaVersion',
  'version',
  'ttl',
  'createdBy',
  'updatedBy',
  'updatedAt',
  'clientId',
  'documentClass',
  'bodyId',
  'pieces',
  'long',
  'objectName',
  'fileKey',
  'sha256',
  'earlier',
  'dueMonth',
  'counted',
  'countedAs',
]);

/** Ids of other clients: who they are is not this person's to know, and an id leads to them. */
const OF_OTHERS = new Set(['clients', 'relatedClientId', 'mergedFrom', 'mergedInto', 'barred', 'readers']);

/** Of another person in the file, what goes beyond the name and the role: the code, the day of birth, the contacts. */
const OF_RELATED = new Set(['personalIdentityCode', 'birthDate', 'safetyBan', 'secretContacts']);

const isIndexed = (name: string): boolean => /^g\d(pk|sk)$/.test(name);

function cleaned(value: unknown, path: readonly string[]): Json | undefined {
  if (value === undefined || value instanceof Uint8Array) return undefined;
  if (Array.isArray(value)) return value.flatMap((one) => cleaned(one, path) ?? []);
  if (typeof value !== 'object' || value === null) return Json.parse(value);
  const kept: Record<string, Json> = {};
  for (const [name, one] of Object.entries(value)) {
    if (OF_STORING.has(name) || OF_OTHERS.has(name) || isIndexed(name)) continue;
    if (path.at(-1) === 'person' && OF_RELATED.has(name)) continue;
    if (name === 'contacts') continue;
    const inner = cleaned(one, [...path, name]);
    if (inner !== undefined) kept[name] = inner;
  }
  return kept;
}

/** Sealed parts that were opened apart take the place of what was sealed. */
export const toldOf = (item: object, opened: object = {}): Json => {
  const { content: _content, reason: _reason, ...rest } = { content: undefined, reason: undefined, ...item };
  const own = Object.keys(opened).length === 0 ? item : { ...rest, ...opened };
  return cleaned(own, []) ?? {};
};
