/**
 * The canonical form of a JSON value: keys in order of their UTF-16 units, no spaces, numbers and
 * strings as JSON.stringify writes them (RFC 8785). Two contents that say the same have one form,
 * whatever order a front end, a store or an import gave the keys.
 *
 * Throws on what JSON cannot say (undefined in an array, NaN, a function): what would not come back the
 * same is neither locked nor compared.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`a ${typeof value} is not JSON`);
}
