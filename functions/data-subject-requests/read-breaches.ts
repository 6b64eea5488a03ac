import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { type Breach, BreachContent, Breach as Stored } from '../../shared/domain/breaches/model.ts';
import { loadBreaches, openBreach } from '../../shared/domain/breaches/store.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { knownBreach, lineOfBreach, type OneBreach } from './record-breach.ts';

const BreachHead = Stored.pick({
  breachId: true,
  state: true,
  kinds: true,
  knownAt: true,
  authorityDueAt: true,
  risk: true,
  authorityToldAt: true,
  waived: true,
  pages: true,
  version: true,
})
  .extend({
    /** The 72 hours have passed and the authority has not been told, where it is to be. */
    late: z.boolean(),
  })
  .meta({ id: 'BreachHead' });

const headOf = (breach: Breach, now: Instant): z.infer<typeof BreachHead> =>
  BreachHead.strip().parse({
    ...breach,
    late: breach.risk !== 'unlikely' && breach.authorityToldAt === undefined && breach.authorityDueAt < now,
  });

export const BreachRegister = z
  .strictObject({ breaches: z.array(BreachHead) })
  .meta({ id: 'BreachRegister' });

/** The register of breaches, the latest first. */
export async function listBreaches(context: ActContext): Promise<Reading<z.infer<typeof BreachRegister>>> {
  const breaches = (await loadBreaches(context)).toReversed().slice(0, 400);
  return {
    line: {
      clients: [],
      resources: breaches.map(({ breachId }) => ({ kind: 'breach', id: breachId })),
      dataGroups: ['accessLog'],
    },
    body: () => ({ breaches: breaches.map((breach) => headOf(breach, context.now)) }),
  };
}

export const BreachRead = z
  .strictObject({
    ...BreachHead.shape,
    content: BreachContent,
    unfinished: Stored.shape.unfinished,
    steps: Stored.shape.steps,
  })
  .meta({ id: 'BreachRead' });

/** One breach with its facts, effects and measures. */
export async function readBreach(
  context: ActContext,
  { params }: { params: OneBreach },
): Promise<Reading<z.infer<typeof BreachRead>>> {
  const breach = await knownBreach(context, params);
  return {
    version: breach.version,
    line: lineOfBreach(breach),
    body: async () => ({
      ...headOf(breach, context.now),
      content: await openBreach(context, breach),
      ...(breach.unfinished === undefined ? {} : { unfinished: breach.unfinished }),
      steps: breach.steps,
    }),
  };
}
