import * as z from 'zod';
import { mayUseDecision } from '../../../shared/access/visible-decisions.ts';
import { isUnfetched, servedDay } from '../../../shared/domain/decisions/rules/service.ts';
import { ServiceRow } from '../../../shared/domain/decisions/service-model.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { glancePart } from './part.ts';

export const CopyUnderService = z
  .strictObject({
    ...ServiceRow.pick({
      serviceId: true,
      decisionId: true,
      concernedId: true,
      way: true,
      state: true,
      sentOn: true,
      appealBy: true,
    }).shape,
    servedOn: LocalDate.optional(),
    /** It was not fetched in its days: another way is needed. */
    unfetched: z.boolean(),
  })
  .meta({ id: 'CopyUnderService' });

/** Copies of decisions whose time runs: sent, or served and open to appeal; the one sent first at the head. */
export const copiesPart = glancePart({
  letters: 'cs',
  entity: 'serviceOfNotice',
  dataGroup: 'decisions',
  schema: ServiceRow,
  mayKnow: mayUseDecision,
  order: ({ sentOn, serviceId }) => `${sentOn} ${serviceId}`,
  resource: ({ serviceId, clientId, version, serviceTasks }) => ({
    kind: 'serviceOfNotice',
    id: serviceId,
    client: clientId,
    version,
    serviceTasks,
  }),
  open: async (_ring, rows, { today }) =>
    rows.map((row) => {
      const servedOn = servedDay(row, today);
      return CopyUnderService.strip().parse({
        ...row,
        ...(servedOn === undefined ? {} : { servedOn }),
        unfetched: isUnfetched(row, today),
      });
    }),
});
