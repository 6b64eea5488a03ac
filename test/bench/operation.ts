import type { Measured } from './sample.ts';
import type { Stage } from './stage.ts';

/** A row of the floor, as the request that a front end sends. */
export type Operation = {
  title: string;
  /** Measured so many times less often than others, where one takes long. */
  seldom?: number;
  prepare(stage: Stage): Promise<Measured>;
};
