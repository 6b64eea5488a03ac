import type { Services } from '../../../shared/services.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import { storeCopies, storeLine } from '../../../shared/trail/write.ts';
import type { Quarter } from './quarter.ts';

/** Whoever measures may hand over each line to something else than a store. */
export type WriteLine = (line: AccessEvent) => Promise<void>;

/** As the product writes: the line, and each client's copy where it names several. */
export function throughTrail(services: Services): WriteLine {
  const quiet: Services = { ...services, logged: () => undefined };
  return async (line) => {
    await storeLine(quiet, line);
    if (line.clients.length > 1) await storeCopies(quiet, line);
  };
}

/** Every line once, in the order of time but for the few that are on their way together. */
export async function writeQuarter(
  { lines }: Pick<Quarter, 'lines'>,
  write: WriteLine,
  together = 32,
): Promise<void> {
  const left = lines.values();
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (const line of left) await write(line);
    }),
  );
}
