import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import {
  PersonCollectionId,
  PersonRecord,
} from '../../shared/domain/controllers/settings/person-collections.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { type FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import { Dimension, StatisticsRecipient } from '../../shared/domain/statistics/model.ts';
import { dueOn, lastEnded, Period, PeriodKind } from '../../shared/domain/statistics/periods.ts';
import { PERSON_COLLECTIONS } from '../../shared/domain/statistics/persons/collections.ts';
import { WAITING } from '../../shared/domain/statistics/waiting.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

const Title = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

const DefinitionView = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    title: Title,
    source: z.string(),
    unverified: Title.optional(),
    /** Parts of the titles that no reader of the language has checked. */
    unreviewed: z.array(z.enum(['sv', 'en'])),
    /** Of the whole controller alone: its acts are done in no unit. */
    ofNoUnit: z.literal(true).optional(),
    periods: z.array(PeriodKind),
    dimensions: z.array(Dimension),
    publishedBy: Dimension.optional(),
    /** By what an edition is divided besides the published division and municipalities. */
    givenBy: z.array(Dimension),
    measures: z.array(
      z.strictObject({ id: z.string(), title: Title, counts: z.enum(['events', 'persons', 'days']) }),
    ),
    collection: z
      .strictObject({
        recipient: StatisticsRecipient,
        provision: z.string(),
        /** The last period that is over, and the last day on which it is delivered, where one is known. */
        period: Period,
        dueOn: LocalDate.optional(),
      })
      .optional(),
  })
  .meta({ id: 'StatisticsDefinition' });

export const StatisticsDefinitions = z
  .strictObject({
    definitions: z.array(DefinitionView),
    /** Collections by person: no figures, and given to their recipient alone, by their own act. */
    byPerson: z.array(
      z.strictObject({
        id: PersonCollectionId,
        version: z.int(),
        title: Title,
        source: z.string(),
        unverified: z.string(),
        /** The columns of this system, where the settings say no others. */
        record: PersonRecord,
      }),
    ),
    /** Named, and without figures until an act writes what they count. */
    waiting: z.array(
      z.strictObject({ id: z.string(), title: Title, source: z.string(), waitsFor: z.string() }),
    ),
  })
  .meta({ id: 'StatisticsDefinitions' });

/** What is counted, by which rules, from where, and what still waits for its act. */
export function listDefinitions({
  today,
}: ActContext): Promise<Reading<z.infer<typeof StatisticsDefinitions>>> {
  return Promise.resolve({
    line: { clients: [], resources: [{ kind: 'statistics', id: 'definitions' }], dataGroups: ['statistics'] },
    body: () => ({
      definitions: DEFINITIONS.map((definition) => viewOf(definition, today)),
      byPerson: Object.values(PERSON_COLLECTIONS).map((one) => ({ ...one })),
      waiting: WAITING.map((one) => ({ ...one })),
    }),
  });
}

function viewOf(
  { measures, collection, periods, dimensions, givenBy = [], ...definition }: FigureDefinition,
  today: LocalDate,
): z.infer<typeof DefinitionView> {
  return {
    ...definition,
    unreviewed: ['sv', 'en'],
    periods: [...periods],
    dimensions: [...dimensions],
    givenBy: [...givenBy],
    measures: measures.map(({ id, title, counts }) => ({ id, title, counts })),
    ...(collection === undefined ? {} : { collection: collectedOf(collection, today) }),
  };
}

function collectedOf(
  { recipient, provision, of, due }: NonNullable<FigureDefinition['collection']>,
  today: LocalDate,
): z.infer<typeof DefinitionView>['collection'] {
  const period = lastEnded(of, today);
  return { recipient, provision, period, ...(due === undefined ? {} : { dueOn: dueOn(period, due) }) };
}
