import { sha256Of } from '../crypto/sha256.ts';
import type { JudgedReport } from '../domain/plantings/model.ts';
import { knownReports } from '../domain/plantings/store.ts';
import type { ControllerId } from '../kernel/id.ts';
import { epochMsOf } from '../kernel/instant.ts';
import type { Services } from '../services.ts';
import { SYSTEM_USER } from '../system-context.ts';
import { created } from '../table/item.ts';
import { plantingKeys } from '../table/keys.ts';
import { putOver } from '../table/put-over.ts';
import type { OwnReport } from './reports.ts';

/** Reports are looked for over some days; that one was looked at is kept for longer than that. */
const KEPT_DAYS = 14;

/**
 * Tells a person of each report that is of nothing planted, once: the alarm first and then the mark, so that a run that
 * dies tells it again.
 * @returns how many were told.
 */
export async function tellOthers(
  services: Services,
  controllers: readonly ControllerId[],
  reports: readonly OwnReport[],
  planted: ReadonlySet<string>,
): Promise<number> {
  const { tables, log } = services;
  let told = 0;
  const [first] = controllers;
  // What says not whose line it was, or names somebody who is not here, is looked at with the first.
  const byOwner = Map.groupBy(reports, ({ controller }) =>
    controller !== undefined && controllers.includes(controller) ? controller : first,
  );
  for (const [controller, own] of byOwner) {
    if (controller === undefined) continue;
    const hashes = new Map(own.map((report) => [sha256Of(report.name), report]));
    const known = new Set(
      (await knownReports(tables, controller, [...hashes.keys()])).map(({ report }) => report),
    );
    const fresh = [...hashes].filter(([, { name }]) => !known.has(name));
    const others = fresh.filter(([, { name }]) => !planted.has(name));
    const findings = others.filter(([, { control }]) => control !== 'readerOfTheTrail').length;
    const lines = others.length - findings;
    if (findings > 0) log.error('WITNESS_FINDING', { controller, count: findings });
    if (lines > 0) log.error('LINE_OVERWRITTEN', { controller, count: lines });
    told += others.length;
    for (const [hash, { name }] of fresh) {
      await putOver(
        tables,
        controller,
        'records',
        markOf(services, controller, hash, name, planted.has(name)),
      );
    }
  }
  return told;
}

function markOf(
  { clock }: Services,
  controller: ControllerId,
  hash: string,
  report: string,
  planted: boolean,
): JudgedReport {
  const now = clock.now();
  return {
    ...plantingKeys.report(controller, hash),
    entity: 'judgedReport',
    ...created(now, SYSTEM_USER),
    report,
    planted,
    ttl: Math.floor(epochMsOf(now) / 1000) + KEPT_DAYS * 86_400,
  };
}
