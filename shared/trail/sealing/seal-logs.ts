import { faultFields } from '../../application-log.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { plusMinutes } from '../../kernel/instant.ts';
import type { Sealer } from './places.ts';
import { sealLog } from './seal-log.ts';

/** What a run is told. */
export type Asked = {
  /** Minutes back from which a log that is new begins: what is older is sealed by a run that is told so. */
  beginMinutes: number;
  /** Looks from there on although it was looked through: for lines older than the log. */
  again?: boolean | undefined;
};

/**
 * The run of each minute: seals the log of every controller. One that fails does not keep the others waiting.
 * @returns how many lines were sealed, and for how many controllers it failed.
 */
export async function sealLogs(
  sealer: Sealer,
  controllers: readonly ControllerId[],
  { beginMinutes, again = false }: Asked,
): Promise<{ sealed: number; failed: number }> {
  const { clock, log } = sealer.services;
  const done = { sealed: 0, failed: 0 };
  for (const controller of controllers) {
    try {
      const { sealed } = await sealLog(sealer, controller, {
        begin: plusMinutes(clock.now(), -beginMinutes),
        again,
      });
      done.sealed += sealed;
      log.info('SEALED', { controller, count: sealed });
    } catch (thrown) {
      done.failed += 1;
      log.error('SEALING_FAILED', { controller, ...faultFields(thrown) });
    }
  }
  return done;
}
