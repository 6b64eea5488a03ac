import * as z from 'zod';
import { PowersItem } from '../../shared/access/powers.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import {
  isPermitInForce,
  judgePermit,
  namedReaders,
  PermitContent,
  permitFacts,
  ResearchPermit,
} from '../../shared/domain/disclosures/research.ts';
import {
  loadResearchPermit,
  loadResearchPermits,
  openPermit,
  sealPermit,
} from '../../shared/domain/disclosures/research-store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ResearchPermitId, type UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { researchKeys, userKeys } from '../../shared/table/keys.ts';
import { batchGet } from '../../shared/table/read.ts';

export const RecordResearchPermit = z
  .strictObject({ ...permitFacts, ...namedReaders, ...PermitContent.shape })
  .meta({ id: 'RecordResearchPermit' });

export const ResearchPermitChanged = z
  .strictObject({ permitId: ResearchPermitId, version: z.int() })
  .meta({ id: 'ResearchPermitChanged' });
type Changed = Answer<z.infer<typeof ResearchPermitChanged>>;

const lineOf = (permitId: ResearchPermitId, version: number, changedFields: readonly string[] = []) => ({
  clients: [],
  resources: [{ kind: 'researchPermit' as const, id: permitId, version }],
  dataGroups: ['disclosures' as const],
  changedFields,
});

/** Puts a permit that an authority has granted on record, with its conditions and its last day. */
export async function recordResearchPermit(
  context: ActContext,
  { body }: { body: z.infer<typeof RecordResearchPermit> },
): Promise<Changed> {
  const { services, actor, now, today } = context;
  const { study, decision, conditions, ...facts } = body;
  const { research } = await settingsOf(services, actor.controller);
  const areKnown = await areUsers(context, facts.readers);
  const { permitGrantors: grantors } = research;
  refuseErrors(RESEARCH_REFUSALS.notValid, judgePermit(facts, { grantors, areKnown, today }));
  const permitId = ResearchPermitId.parse(newId(services));
  const key = researchKeys.permit(actor.controller, permitId);
  const put: ResearchPermit = {
    ...key,
    entity: 'researchPermit',
    ...created(now, actor.userId),
    permitId,
    ...facts,
    state: 'valid',
    content: await sealPermit(context, key, PermitContent.parse({ study, decision, conditions })),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: lineOf(permitId, 1, ['researchPermit']),
    answer: { body: { permitId, version: 1 }, version: 1 },
  });
}

/** Whether each of these signs in as a user of the controller. */
async function areUsers({ services, actor }: ActContext, userIds: readonly UserId[]): Promise<boolean> {
  const keys = userIds.map((userId) => userKeys.powers(actor.controller, userId));
  const found = await batchGet(services.tables, actor.controller, 'records', keys, PowersItem);
  return found.length === userIds.length && found.every(({ powers }) => powers.status === 'active');
}

/** The permit is withdrawn or no longer needed: from this moment nothing is given by it. */
export async function endResearchPermit(
  context: ActContext,
  { params, version }: { params: { permitId: ResearchPermitId }; version: number },
): Promise<Changed> {
  const { actor, now, today } = context;
  const permit = await loadResearchPermit(context, params.permitId);
  if (permit === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (permit.state === 'ended') throw new Refusal(RESEARCH_REFUSALS.notInForce);
  expectVersion(permit, version);
  const { permitId } = permit;
  const next: ResearchPermit = {
    ...permit,
    ...changed(permit, now, actor.userId),
    state: 'ended',
    endedOn: today,
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: lineOf(permitId, next.version, ['state']),
    answer: { body: { permitId, version: next.version }, version: next.version },
  });
}

/** What of an item may be shown: all else falls away. */
const shown = {
  permitId: ResearchPermitId,
  version: z.int(),
  ...permitFacts,
  readers: ResearchPermit.shape.readers,
  state: ResearchPermit.shape.state,
  endedOn: ResearchPermit.shape.endedOn,
};
const Shown = z.object(shown);

export const ResearchPermits = z
  .strictObject({
    permits: z.array(
      z
        .strictObject({ ...shown, inForce: z.boolean(), content: PermitContent })
        .meta({ id: 'ResearchPermitView' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'ResearchPermits' });

/** The permits of the controller, those that have ended too. */
export async function listResearchPermits(
  context: ActContext,
  { query }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof ResearchPermits>>> {
  const page = await loadResearchPermits(context, {
    limit: query.limit ?? 25,
    after: await openCursor(context, 'researchPermits', query.cursor),
  });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ permitId: id, version }) => ({ kind: 'researchPermit', id, version })),
      dataGroups: ['disclosures'],
    },
    body: async () => {
      const next = await sealCursor(context, 'researchPermits', page.lastKey);
      const permits = await Promise.all(
        page.items.map(async (item) => ({
          ...Shown.parse(item),
          inForce: isPermitInForce(item, context.today),
          content: await openPermit(context, item),
        })),
      );
      return { permits, ...(next === undefined ? {} : { next }) };
    },
  };
}
