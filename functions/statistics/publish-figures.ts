import * as z from 'zod';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { MOST_ROWS } from '../../shared/domain/statistics/model.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import {
  Publication,
  type PublicationHead,
  type PublicationItem,
} from '../../shared/domain/statistics/publications/model.ts';
import {
  loadPublicationHead,
  loadPublications,
  packedKept,
} from '../../shared/domain/statistics/publications/store.ts';
import { toPublish } from '../../shared/domain/statistics/publications/to-publish.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed, created } from '../../shared/table/item.ts';
import { statisticsKeys } from '../../shared/table/keys.ts';

export const PublishFigures = z
  .strictObject({ definitionId: z.string().max(60), period: Period })
  .meta({ id: 'PublishFigures' });

export const FiguresPublished = z
  .strictObject({ publication: Publication, isNew: z.boolean() })
  .meta({ id: 'FiguresPublished' });

/**
 * Publishes the figures of a period that is over, beside all that was published before: what is told from now on stays
 * told. The same figures are the same publication.
 */
export async function publishFigures(
  context: ActContext,
  { body: { definitionId, period } }: { body: z.infer<typeof PublishFigures> },
): Promise<Answer<z.infer<typeof FiguresPublished>>> {
  const { actor, now } = context;
  const definition = knownDefinition(definitionId);
  // Read before what it guards: whoever publishes meanwhile makes this one start anew.
  const head = await loadPublicationHead(context);
  const { figures, last, kept } = await toPublish(context, definition, period);
  if (figures.length > MOST_ROWS) throw new Refusal(STATISTICS_REFUSALS.tooLarge);
  const isNew =
    last === undefined ||
    last.definitionVersion !== definition.version ||
    canonicalJson(last.figures) !== canonicalJson(figures);
  const publication: Publication = isNew
    ? {
        definitionId: definition.id,
        definitionVersion: definition.version,
        period,
        number: (last?.number ?? 0) + 1,
        figures,
        publishedAt: now,
      }
    : last;
  const made = created(now, actor.userId);
  const item: PublicationItem = {
    ...statisticsKeys.publication(actor.controller, publication),
    entity: 'statisticsPublication',
    ...made,
    publication,
    ...packedKept(kept),
  };
  const nextHead: PublicationHead = {
    ...statisticsKeys.publicationHead(actor.controller),
    entity: 'statisticsPublicationHead',
    ...(head === undefined ? made : changed(head, now, actor.userId)),
    count: (head?.count ?? 0) + 1,
  };
  return commit(context, {
    changes: isNew
      ? [
          { put: item, when: 'absent', otherwise: COMMON_REFUSALS.conflict },
          {
            put: nextHead,
            when: head === undefined ? 'absent' : { version: head.version },
            otherwise: COMMON_REFUSALS.conflict,
          },
        ]
      : [],
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: definition.id, version: publication.number }],
      dataGroups: ['statistics'],
      changedFields: isNew ? ['publication'] : [],
    },
    answer: { body: { publication, isNew } },
  });
}

export const OfYear = z.strictObject({
  year: z
    .string()
    .regex(/^[12]\d{3}$/, 'a year, as 2026')
    .meta({ id: 'StatisticsYear', examples: ['2026'] }),
});
export const Publications = z
  .strictObject({ publications: z.array(Publication) })
  .meta({ id: 'StatisticsPublications' });

/** What was published of the periods that begin in a year, each time. */
export async function readPublications(
  context: ActContext,
  { params: { year } }: { params: z.infer<typeof OfYear> },
): Promise<Reading<z.infer<typeof Publications>>> {
  const publications = await loadPublications(context, year);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: 'publications' }],
      dataGroups: ['statistics'],
    },
    body: () => ({ publications }),
  };
}
