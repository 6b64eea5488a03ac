import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { type ClientId, type ControllerId, EventId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { trailKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { lineOf } from '../../shared/trail/line.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { findFile } from './open-file.ts';

const DRILL: Action = {
  name: 'setup.drill',
  title: {
    fi: 'Harjoittele palautusta',
    sv: 'Öva återställning',
    en: 'Rehearse a restore',
  },
  roles: [],
  tie: 'none',
  legalGround: 'GDPR 32(1)(c)–(d)',
};

/** The three tables as they were at one moment, beside the living ones. */
export type Restored = {
  services: Services;
  asOf: Instant;
  /** Of the process's clock (performance.now): when the restore was asked for. */
  began: number;
  /** Seconds of work that a disaster at the start of the drill would have cost. */
  lossSeconds: number;
  /** Takes the copy away: keys may live nowhere else. */
  remove: () => Promise<void>;
};

export type DrillPlan = {
  live: Services;
  controller: ControllerId;
  clientId: ClientId;
  ranBy: string;
  /** Makes the copy, not older than the moment given. */
  restore: (notBefore: Instant) => Promise<Restored>;
};

export type DrillResult = {
  asOf: Instant;
  cases: number;
  notes: number;
  recoverySeconds: number;
  lossSeconds: number;
};

const Line = z.looseObject({ event: AccessEvent });

/**
 * Restores records, keys and trail beside the living tables and opens one file from the copy. The drill's own
 * log line is the last write that was acknowledged before: the copy must hold it.
 *
 * @throws Error when the copy is not what the living tables are: then the backup would not have saved us.
 */
export async function drill(plan: DrillPlan): Promise<DrillResult> {
  const { live, controller, clientId, restore } = plan;
  const context = contextOf(plan, live);
  const living = await findFile(context, clientId);
  const eventId = await logDrill(context, clientId, living.resources);
  // What can't be opened here, for want of a right or a key, can't be opened from a copy: know it before the wait.
  const before = await living.open();

  const copy = await restore(context.now);
  try {
    const found = await findFile(contextOf(plan, copy.services), clientId);
    const after = await found.open();
    const recoverySeconds = (performance.now() - copy.began) / 1000;
    if (!isDeepStrictEqual(after, before)) throw new Error('The restored file is not the living one.');
    const key = trailKeys.ofClient(controller, clientId, eventId);
    const line = await getItem(copy.services.tables, controller, 'trail', key, Line);
    if (line === undefined) throw new Error('The restored log lacks the last acknowledged line.');
    const { asOf, lossSeconds } = copy;
    return { asOf, cases: after.cases.length, notes: after.notes.length, recoverySeconds, lossSeconds };
  } finally {
    await copy.remove();
  }
}

const contextOf = ({ controller, ranBy }: DrillPlan, services: Services): ActContext =>
  systemContext(services, controller, { action: DRILL, event: 'RestoreDrilled', ranBy });

/** In the living log, before anything is opened: the key of a client is used, if only to see that it works. */
async function logDrill(
  context: ActContext,
  clientId: ClientId,
  resources: Parameters<typeof lineOf>[1]['resources'],
): Promise<EventId> {
  const part = {
    clients: [clientId],
    resources,
    dataGroups: ['baseData', 'contactData', 'case', 'caseNotes'] as const,
  };
  const event = lineOf({ ...context, readOnly: true }, part, { result: 'allowed' });
  await storeLine(context.services, event);
  return EventId.parse(event.eventId);
}
