import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';

export type BenchSettings = {
  /** Where the JSON goes. */
  out: string;
  /** Also a register of 100 000 clients; of figures a million facts and not a tenth. */
  isLarge: boolean;
  /** Only how well the signs of the access log find planted misuse. */
  onlySigns: boolean;
  /** Only what the runs of retention cost. */
  onlyDisposal: boolean;
  /** Only what figures cost. */
  onlyStatistics: boolean;
  /** Of each operation and of its floor. */
  samples: number;
  /** Euros for one US dollar. */
  euroRate: number;
};

const positive = z.coerce.number().positive();

/** `--out dist/bench.json`, `--samples 300`, `--euro 0.90`, `--large`, `--signs`, `--disposal`, `--statistics`. */
export function benchSettings(args: readonly string[]): BenchSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'dist/bench.json' },
      samples: { type: 'string', default: '300' },
      euro: { type: 'string', default: '0.90' },
      signs: { type: 'boolean', default: false },
      disposal: { type: 'boolean', default: false },
      statistics: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
    },
  });
  return {
    out: resolve(values.out),
    isLarge: values.large,
    onlySigns: values.signs,
    onlyDisposal: values.disposal,
    onlyStatistics: values.statistics,
    samples: positive.int().parse(values.samples),
    euroRate: positive.parse(values.euro),
  };
}
