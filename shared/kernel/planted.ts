import { ClientId, formatId, KeyId } from './id.ts';

/**
 * The latest moment that an id can name, thousands of years from now: no id that is ever made for a client, a matter or
 * anything else of theirs begins like those of what is planted. By this beginning the role that plants is bound.
 */
const END_OF_TIME_MS = 2 ** 48 - 1;
export const PLANTED = '7ZZZZZZZZZ';

/**
 * The invented client of every controller under whom lines are overwritten. There is no file behind it: it is in no
 * list, search, statistic or task, and nobody can open it.
 */
export const PLANTED_CLIENT = ClientId.parse(formatId(END_OF_TIME_MS, new Uint8Array(10)));

/** A key of the kind that clients have, and of nobody. */
export const plantedKey = (random: (length: number) => Uint8Array): KeyId =>
  KeyId.parse(formatId(END_OF_TIME_MS, random(10)));

/** Objects of the archive over which a second version may be put: under names of their own. */
export const plantedObject = (controller: string, name: string): string => `planted/${controller}/${name}`;
