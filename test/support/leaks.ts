/** Every text that was written, in as many pieces as a leak could keep of it. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/[\s,.:]+/).filter((word) => word.length > 5)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** The spellings under which a text would be found: as it is, folded, escaped, as base64 (wherever it begins) and hex. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return whole.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  return [
    text.toLowerCase(),
    plain(text).toLowerCase(),
    JSON.stringify(text).slice(1, -1).toLowerCase(),
    encodeURIComponent(text).toLowerCase(),
    bytes.toString('hex'),
    ...shifted.map((part) => part.toLowerCase()),
  ];
}

/** Everything in a dump, bytes shown as text, as Latin letters and as base64. */
function hay(value: unknown): string {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    return `${bytes.toString('utf8')} ${bytes.toString('latin1')} ${bytes.toString('base64')} ${bytes.toString('utf16le')}`;
  }
  if (Array.isArray(value)) return value.map(hay).join('\n');
  if (value instanceof Set) return [...value].map(hay).join('\n');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, member]) => `${name} ${hay(member)}`)
      .join('\n');
  return String(value);
}

/** Which of the secrets stand in it, in whichever spelling and depth. */
export function leaksOf(secrets: readonly string[], value: unknown): string[] {
  const text = hay(value).toLowerCase();
  return secrets.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)));
}
