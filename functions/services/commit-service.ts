import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientService, Delivery } from '../../shared/domain/services/model.ts';
import { placedService } from '../../shared/domain/services/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { resourcesOf, type ServiceChanged } from './service-view.ts';

/** A service moves: to its place by its state, with what else changes beside it. */
export function commitService(
  context: ClientContext,
  before: ClientService,
  to: {
    after: ClientService;
    fields: readonly string[];
    changes?: readonly Change[];
    facts?: readonly Fact[];
    findings?: readonly Finding[];
  },
): Promise<Answer<ServiceChanged>> {
  const { after, fields, changes = [], facts = [], findings = [] } = to;
  const { clientServiceId, version } = after;
  return commit(context, {
    changes: [...placedService(context.actor.controller, before, after), ...changes],
    line: {
      clients: [after.clientId],
      resources: resourcesOf([after]),
      dataGroups: ['services'],
      changedFields: fields,
    },
    facts,
    answer: { body: { clientServiceId, version, findings: findings.map(({ rule }) => rule) }, version },
  });
}

/** What a service adds to the figures: of the unit that has its case now, whichever had it when the service was opened. */
export function factOf(
  { file }: ClientContext,
  kind: Fact['kind'],
  on: Fact['on'],
  { clientId, caseId, unitId, serviceTask, socialService }: ClientService,
): Fact {
  const ofCase = file.cases.find((one) => one.caseId === caseId);
  return {
    kind,
    on,
    unitId: ofCase?.unitId ?? unitId,
    serviceTasks: [serviceTask],
    code: socialService,
    clientId,
  };
}

/** One delivery, which a mistake takes back. A day of attendance is a delivery of a day. */
export const factOfDelivery = (
  context: ClientContext,
  service: ClientService,
  { deliveryId, on, unit, hundredths }: Delivery,
): Fact => ({
  ...factOf(context, 'serviceDelivered', on, service),
  about: deliveryId,
  ...(unit === 'days' ? { days: Math.round(hundredths / 100) } : {}),
});
