import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { controllerRing } from '../../shared/crypto/controller-ring.ts';
import { WITNESS_FINDINGS } from '../../shared/domain/witnesses/finding.ts';
import { WitnessExplanation, WitnessFinding } from '../../shared/domain/witnesses/model.ts';
import { openExplanation, pageOfFindings } from '../../shared/domain/witnesses/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LINES_SHOWN } from '../../shared/trail/read.ts';

const Shown = WitnessFinding.pick({
  findingId: true,
  kind: true,
  at: true,
  evidence: true,
  by: true,
  state: true,
  version: true,
}).extend({
  sentence: z.string(),
  foundAt: Instant,
  explanation: z
    .strictObject({ result: WitnessExplanation, words: z.string(), at: Instant, by: UserId })
    .optional(),
});

export const WitnessFindings = z
  .strictObject({ findings: z.array(Shown), next: z.string().optional() })
  .meta({ id: 'WitnessFindings' });

/** Where AWS's own records and the access log differ, the latest first. */
export async function listWitnessFindings(
  context: ActContext,
  { query: page }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof WitnessFindings>>> {
  const { actor, services } = context;
  const after = await openCursor(context, 'findings', page.cursor);
  const { items, lastKey } = await pageOfFindings(services.tables, actor.controller, {
    limit: page.limit ?? LINES_SHOWN,
    after,
  });
  return {
    line: {
      clients: [],
      resources: items.map(({ findingId: id, version }) => ({ kind: 'witnessFinding', id, version })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, 'findings', lastKey);
      const ring = controllerRing(services, actor.controller);
      const findings = await Promise.all(
        items.map((item) => shown(item, (one) => openExplanation(ring, one))),
      );
      return { findings, ...(next === undefined ? {} : { next }) };
    },
  };
}

async function shown(
  item: WitnessFinding,
  wordsOf: (item: WitnessFinding) => Promise<string>,
): Promise<z.infer<typeof Shown>> {
  const { findingId, kind, at, evidence, by, state, version, createdAt: foundAt, explanation } = item;
  const told = {
    findingId,
    kind,
    at,
    evidence,
    by,
    state,
    version,
    foundAt,
    sentence: WITNESS_FINDINGS[kind],
  };
  if (explanation === undefined) return told;
  return { ...told, explanation: { ...explanation, words: await wordsOf(item) } };
}
