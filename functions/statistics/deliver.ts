import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { filesOf, manifestName } from '../../shared/domain/statistics/edition-files.ts';
import { loadEditions } from '../../shared/domain/statistics/store.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import type { LastKey } from '../../shared/table/read.ts';

const DELIVER: Action = {
  name: 'statistics.deliver',
  title: {
    fi: 'Vie tilastosiirrot tiedostoiksi',
    sv: 'För statistiköverföringar till filer',
    en: 'Lay exports of statistics down as files',
  },
  roles: [],
  tie: 'none',
  legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
};

/** `delivered`: editions, each for one use. */
export type Delivered = { delivered: number; failed: number };

const AT_ONCE = 10;

/**
 * The run after that of the morning: lays each edition down in the bucket of exports as files, once. What lies there tells
 * what is missing, and nothing that stands is replaced, so that a run that was cut short is finished by the next.
 */
export async function deliver(services: Services, controllers: readonly ControllerId[]): Promise<Delivered> {
  const sum = { delivered: 0, failed: 0 };
  for (const controller of controllers) {
    const context = systemContext(services, controller, {
      action: DELIVER,
      event: 'StatisticsDelivered',
      ranBy: 'statistics',
    });
    for (const { id } of DEFINITIONS) {
      try {
        sum.delivered += await deliverDefinition(context, id);
      } catch (thrown) {
        services.log.error('JOB_FAILED', faultFields(thrown));
        sum.failed += 1;
      }
    }
  }
  return sum;
}

async function deliverDefinition(context: ActContext, definitionId: string): Promise<number> {
  const { services, actor } = context;
  const standing = await namesUnder(context, `editions/${definitionId}/`);
  let delivered = 0;
  let after: LastKey | undefined;
  do {
    const page = await loadEditions(context, definitionId, { limit: AT_ONCE, after });
    for (const edition of page.items.filter((one) => !standing.has(manifestName(one)))) {
      // In their order: who sees the manifest may trust that the rest is there.
      for (const { name, bytes } of filesOf(edition)) {
        await services.exports.putIfAbsent(actor.controller, name, bytes);
      }
      delivered += 1;
    }
    after = page.lastKey;
  } while (after !== undefined);
  return delivered;
}

async function namesUnder({ services, actor }: ActContext, begins: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let after: string | undefined;
  do {
    const page = await services.exports.list(actor.controller, begins, after);
    for (const { name } of page.objects) names.add(name);
    after = page.after;
  } while (after !== undefined);
  return names;
}
