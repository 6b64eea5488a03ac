import { keepNewsOut, newCounty } from './county.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { clientKeySwitch, logSwitch, type Switch } from './safeguards.ts';
import { type Measured, measureInTurn, type Samples, type Timing } from './sample.ts';
import { setStage } from './stage.ts';

/** What a safeguard costs: the same operation with it and without it, in turn. */
export type SafeguardCost = {
  safeguard: string;
  operation: OperationName;
  with: Timing;
  without: Timing;
  /** Of the medians. */
  ratio: number;
};

export async function measureSafeguards(endpoint: string, samples: Samples): Promise<SafeguardCost[]> {
  const county = await newCounty(endpoint);
  const stage = await setStage(county.world);
  keepNewsOut(county.world);
  const { services } = county.world;
  const log = logSwitch(services);
  const keys = clientKeySwitch(stage);
  const costs: SafeguardCost[] = [];
  async function measure(safeguard: string, operation: OperationName, safe: Switch): Promise<void> {
    const one: Operation = OPERATIONS[operation];
    const act = await one.prepare(stage);
    const [on, off] = await measureInTurn([switched(act, safe.on), switched(act, safe.off)], samples);
    safe.on();
    if (on === undefined || off === undefined) throw new Error('Nothing was measured.');
    costs.push({ safeguard, operation, with: on, without: off, ratio: on.p50 / off.p50 });
  }
  await measure('log line', 'openFile', log);
  await measure('log line', 'appendNote', log);
  await measure('plain key in memory', 'openFile', keys);
  await measure('plain key in memory', 'appendNote', keys);
  county.end();
  return costs;
}

const switched = ({ ready, run }: Measured, turn: () => void): Measured => ({
  async ready() {
    await ready?.();
    turn();
  },
  run,
});
