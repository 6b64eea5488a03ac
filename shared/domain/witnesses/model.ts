import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { UserId, WitnessFindingId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';
import { WitnessFindingKind } from './finding.ts';

/** What whoever looked into a finding came to. */
export const WitnessExplanation = z.enum([
  'ownOperation',
  'faultOfWitness',
  'faultOfSystem',
  'planted',
  'misuse',
]);

/** In words: sealed under the controller, for they may tell of a person. */
export const ExplanationWords = z.string().trim().min(10).max(2000);

/**
 * A difference between a witness and the access log. `open` until somebody whose duty it is has explained it; `settled`
 * when the missing half came after all, by the second judgement; `planted` when it was of what is planted each day to see
 * that the controls are awake.
 */
export const WitnessFinding = storedItem('witnessFinding', {
  findingId: WitnessFindingId,
  kind: WitnessFindingKind,
  at: Instant,
  /** The witness's own id of what it saw, or the line's. */
  evidence: z.string().max(1024),
  by: z.string().max(300),
  /** The random id of the data key, where a key was used. */
  key: z.string().max(64).optional(),
  state: z.enum(['open', 'explained', 'settled', 'planted']),
  explanation: z
    .strictObject({ result: WitnessExplanation, words: Sealed, at: Instant, by: UserId })
    .optional(),
});
export type WitnessFinding = z.infer<typeof WitnessFinding>;

/** `first`: an hour after delivery. `second`: a day at once, 24 hours later. */
export const Judgement = z.enum(['first', 'second']);
export type Judgement = z.infer<typeof Judgement>;

/** What a judgement of a window came to. It stands once, so that a run that died is done again and one that ended is not. */
export const WitnessRun = storedItem('witnessRun', {
  judgement: Judgement,
  from: Instant,
  to: Instant,
  uses: z.int().nonnegative(),
  answers: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  /** Lines of runs and commands, of which no door can know. */
  linesOfRuns: z.int().nonnegative(),
  findings: z.int().nonnegative(),
  /** Left out of what was written before runs had a time. */
  ttl: z.int().optional(),
});
export type WitnessRun = z.infer<typeof WitnessRun>;

/** The last name of the archive whose versions were looked at, while a round over them goes on. */
export const VersionsLooked = storedItem('versionsLooked', { after: z.string().max(1024).optional() });
export type VersionsLooked = z.infer<typeof VersionsLooked>;
