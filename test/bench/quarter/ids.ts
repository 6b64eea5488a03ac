import { formatId } from '../../../shared/kernel/id.ts';
import { epochMsOf, Instant } from '../../../shared/kernel/instant.ts';
import type { Chance } from './chance.ts';

const BEFORE = epochMsOf(Instant.parse('2024-05-01T08:00:00.000Z'));

/** Of a thing that stood before the quarter began. */
export const olderId = (chance: Chance): string =>
  formatId(BEFORE + chance.int(0, 500) * 86_400_000 + chance.int(0, 28_800_000), chance.bytes(10));
