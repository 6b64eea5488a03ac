import { type Counted, countWithKeys } from './count.ts';
import type { County } from './county.ts';
import { FLOOR, type Floor } from './floor.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { record } from './record.ts';
import { replayOf } from './replay.ts';
import { fewer, measureInTurn, type Samples, type Timing } from './sample.ts';
import type { Stage } from './stage.ts';

/** One operation beside its floor: counted against what was worked out, timed against the same calls bare. */
export type Comparison = {
  name: OperationName;
  title: string;
  timing: Timing;
  floorTiming: Timing;
  /** Of the medians. */
  ratio: number;
  counted: Counted;
  floor: Floor;
};

export async function compare(
  county: County,
  stage: Stage,
  name: OperationName,
  samples: Samples,
): Promise<Comparison> {
  const operation: Operation = OPERATIONS[name];
  const act = await operation.prepare(stage);
  await act.ready?.();
  const floor = replayOf(county.bare, await record(county.client, act.run));
  const [timing, floorTiming] = await measureInTurn([act, floor], fewer(samples, operation.seldom));
  if (timing === undefined || floorTiming === undefined) throw new Error('Nothing was measured.');
  const ratio = timing.p50 / floorTiming.p50;
  const { title } = operation;
  return {
    name,
    title,
    timing,
    floorTiming,
    ratio,
    counted: await countWithKeys(stage, act),
    floor: FLOOR[name],
  };
}
