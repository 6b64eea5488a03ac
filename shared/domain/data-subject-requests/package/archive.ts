import type { Instant } from '../../../kernel/instant.ts';

/**
 * The bytes of an archive (POSIX ustar, IEEE 1003.1) without its content: a header says no more of a file than its name
 * and length, so each piece of an archive is made without the others. Any system opens it.
 */

const BLOCK = 512;

/** What a file is filled up with to a whole number of blocks. */
export const fillingOf = (bytes: number): Uint8Array => new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK);

/** Two empty blocks end an archive. */
export const END_OF_ARCHIVE: Uint8Array = new Uint8Array(2 * BLOCK);

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/** @throws for a name that the form has no room for. */
export function headerOf({ name, bytes, at }: { name: string; bytes: number; at: Instant }): Uint8Array {
  if (!/^[a-z0-9.-]{1,99}$/.test(name))
    throw new Error('A name in an archive has no room or no such letters.');
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'ascii');
  header.write(octal(0o644, 7), 100, 'ascii');
  header.write(octal(0, 7), 108, 'ascii');
  header.write(octal(0, 7), 116, 'ascii');
  header.write(octal(bytes, 11), 124, 'ascii');
  header.write(octal(Math.floor(Date.parse(at) / 1000), 11), 136, 'ascii');
  // The checksum is counted with spaces in its own place.
  header.write(' '.repeat(8), 148, 'ascii');
  header.write('0', 156, 'ascii');
  header.write('ustar\0', 257, 'ascii');
  header.write('00', 263, 'ascii');
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${octal(sum, 6)} `, 148, 'ascii');
  return header;
}
