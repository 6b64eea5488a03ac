/** What many runs of one thing took. */
export type Timing = {
  samples: number;
  /** Milliseconds from the request to the answer. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor time that this process used for one. The store is another process. */
  cpu: number;
};

/** One thing that is measured. `ready` makes what `run` uses up, outside of what is timed and counted. */
export type Measured = { ready?: () => Promise<void>; run: () => Promise<unknown> };

type Tally = { times: number[]; cpu: number };

/** `warmUp`: rounds that are not counted. */
export type Samples = { samples: number; warmUp: number };

/** So many times fewer, but some. */
export const fewer = ({ samples, warmUp }: Samples, times = 1): Samples => ({
  samples: Math.max(Math.ceil(samples / times), 5),
  warmUp: Math.ceil(warmUp / times),
});

/** Runs several things in turn, so that whatever else the machine does meanwhile falls on all of them alike. */
export async function measureInTurn(
  things: readonly Measured[],
  { samples, warmUp }: Samples,
): Promise<Timing[]> {
  const tallies = things.map((): Tally => ({ times: [], cpu: 0 }));
  for (let round = 0; round < warmUp + samples; round += 1) {
    for (const [place, thing] of things.entries()) {
      await thing.ready?.();
      const tally = tallies[place];
      if (tally !== undefined) await measureOne(thing, round < warmUp ? undefined : tally);
    }
  }
  return tallies.map(timingOf);
}

async function measureOne({ run }: Measured, tally: Tally | undefined): Promise<void> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  await run();
  const took = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (tally === undefined) return;
  tally.times.push(took);
  tally.cpu += (user + system) / 1000;
}

function timingOf({ times, cpu }: Tally): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpu: cpu / sorted.length };
}
