import type { ActContext } from '../../shared/act.ts';
import { allClosedCases } from '../../shared/domain/cases/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadHandledMatters } from '../../shared/domain/intake/of-client.ts';
import { everyFileOf } from '../../shared/domain/retention/belongings.ts';
import { examine } from '../../shared/domain/retention/examine.ts';
import type { ClientUnit } from '../../shared/domain/retention/model.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { RECOUNT } from './actions-of-runs.ts';
import { reindex } from './reindex.ts';

/**
 * An event from which periods run became known: a death, the closing of a case of disability services. Whatever of these
 * clients waited for it gets its due month, or another. It costs what these clients have that is closed, and nothing of
 * anybody else; repeated, it changes nothing.
 */
export async function recount(services: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'RetentionEventKnown') return;
  const context = systemContext(services, envelope.controller, {
    action: RECOUNT,
    event: 'RetentionRecounted',
    ranBy: 'retention',
  });
  const { retention } = await settingsOf(services, envelope.controller);
  for (const clientId of envelope.clientIds) {
    for (const one of await everyFileOf(context, clientId)) {
      for await (const unit of closedUnitsOf(context, one)) {
        const looked = await examine(context, unit, retention);
        if (looked !== undefined) await reindex(context, looked);
      }
    }
  }
}

async function* closedUnitsOf(context: ActContext, clientId: ClientId): AsyncGenerator<ClientUnit> {
  for (const { caseId } of await allClosedCases(context, clientId)) yield { kind: 'case', clientId, caseId };
  let after: LastKey | undefined;
  do {
    const page = await loadHandledMatters(context, clientId, { limit: 100, after });
    for (const { matterId, handled } of page.items) {
      // What led to a case goes with the case.
      if (handled?.caseId === undefined) yield { kind: 'matter', matterId };
    }
    after = page.lastKey;
  } while (after !== undefined);
}
