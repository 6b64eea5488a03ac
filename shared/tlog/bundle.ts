const LENGTH_BYTES = 2;
/** What the two bytes of a length can say. */
export const LONGEST_ENTRY = 0xff_ff;

/** Entries as a log keeps them: each after its length in two bytes, the larger one first. */
export function packEntries(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError('An entry is longer than 64 KB.');
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle; nothing where it ends in the middle of one. */
export function unpackEntries(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = [];
  let place = 0;
  while (place < bundle.length) {
    const from = place + LENGTH_BYTES;
    if (from > bundle.length) return undefined;
    const to = from + bundle.readUInt16BE(place);
    if (to > bundle.length) return undefined;
    entries.push(bundle.subarray(from, to));
    place = to;
  }
  return entries;
}
