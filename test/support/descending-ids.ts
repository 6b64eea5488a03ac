import type { Services } from '../../shared/services.ts';

/** Ten bytes are the random part of an identifier (`shared/new-id.ts`); its first five tell which of a moment sorts first. */
const ID_BYTES = 10;

let made = 0;

/**
 * The clock of a test stands still, so that its identifiers would lie in an order of chance. Here each sorts before the
 * one made before it: what is told in the order of its making holds on to something better than an identifier, or its
 * test fails every time and not every other.
 */
export const descendingIds =
  (random: Services['random']): Services['random'] =>
  (length) => {
    const bytes = random(length);
    if (length !== ID_BYTES) return bytes;
    made += 1;
    const descending = Buffer.from(bytes);
    descending.writeUIntBE(0xff_ffff_ffff - made, 0, 5);
    return descending;
  };
