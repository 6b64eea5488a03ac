import * as z from 'zod';
import { mayUseService } from '../../shared/access/visible-services.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import { withPlanState } from '../../shared/domain/cases/plan-state.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadDecision } from '../../shared/domain/decisions/store.ts';
import { useOfContracts } from '../../shared/domain/providers/contract-rules.ts';
import { purchasingOf } from '../../shared/domain/providers/contracts.ts';
import { loadParty } from '../../shared/domain/providers/store.ts';
import { judgeBasis } from '../../shared/domain/services/decision-basis.ts';
import { mustBeEnabled } from '../../shared/domain/services/enabled.ts';
import { judgeKinds } from '../../shared/domain/services/kinds.ts';
import { judgeLawListed } from '../../shared/domain/services/law-of.ts';
import { ClientService, ServiceContent } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeBasisKind } from '../../shared/domain/services/rests-on.ts';
import { judgeService } from '../../shared/domain/services/rules.ts';
import { indexedService, sealService } from '../../shared/domain/services/store.ts';
import { judgeServiceUnits } from '../../shared/domain/services/units.ts';
import { namesService } from '../../shared/domain/social-services.ts';
import { ClientServiceId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { serviceKeys } from '../../shared/table/keys.ts';
import { factOf } from './commit-service.ts';
import { resourcesOf, type ServiceChanged } from './service-view.ts';

export const OpenService = z
  .strictObject({
    ...ClientService.pick({
      caseId: true,
      serviceTask: true,
      socialService: true,
      basis: true,
      producer: true,
      validFrom: true,
      validTo: true,
      amount: true,
    }).shape,
    content: ServiceContent.default({}),
  })
  .meta({ id: 'OpenService' });
type OpenService = z.infer<typeof OpenService>;

/**
 * Opens a client's service in a case (palvelun avaaminen, 1301/2014 §§ 14, 45; 703/2023 § 38). What the controller has not
 * switched on is refused; a service whose clients have a plan says that one is missing (C-05, C-38).
 */
export async function openService(
  context: ClientContext,
  { body }: { body: OpenService },
): Promise<Answer<ServiceChanged>> {
  const { actor, now, today, file, services } = context;
  const { clientId } = file.head;
  const ofCase = file.cases.find(({ caseId }) => caseId === body.caseId);
  if (ofCase === undefined || !ofCase.serviceTasks.includes(body.serviceTask)) {
    throw new Refusal(SERVICE_REFUSALS.noCase);
  }
  if (!mayUseService(actor, body, today)) throw new Refusal(SERVICE_REFUSALS.taskNotYours);
  const { basis } = body;
  const [settings, decision] = await Promise.all([
    settingsOf(services, actor.controller),
    basis.kind === 'decision' ? loadDecision(context, clientId, basis.decisionId) : undefined,
    mustBeProducer(context, body),
    mustBeEnabled(context, [body.socialService]),
  ]);
  const findings = [
    ...judgeKinds([body.socialService], '/body/socialService'),
    ...(await judgeServiceUnits(context, settings, {
      unitId: ofCase.unitId,
      services: [body.socialService],
      path: '/body/caseId',
    })),
    ...judgeService(body),
    ...judgeBasisKind(body),
    ...judgeLawListed(settings, [body.socialService]),
    ...(basis.kind === 'decision' ? judgeBasis(decision, body, today) : []),
  ];
  refuseErrors(SERVICE_REFUSALS.notValid, findings);

  const { content, ...facts } = body;
  const clientServiceId = ClientServiceId.parse(newId(services));
  const key = serviceKeys.inForce(actor.controller, clientId, clientServiceId);
  const { unitId, responsibleWorkerId } = ofCase;
  const service = indexedService(
    {
      ...key,
      entity: 'clientService',
      ...created(now, actor.userId),
      clientServiceId,
      clientId,
      ...facts,
      state: 'granted',
      earlier: [],
      unitId,
      ...(responsibleWorkerId === undefined ? {} : { workerId: responsibleWorkerId }),
      evaluations: [],
      content: await sealService(ringOf(context), body.caseId, { key, version: 1 }, content),
    },
    actor.controller,
  );
  const needsPlan = namesService(settings.plan.requiredFor, body.socialService) && ofCase.plan === undefined;
  const planned = needsPlan ? await withPlanState(context, ofCase, 'missing', [clientId]) : [];
  return openedInCase(context, body.caseId, (held) =>
    commit(context, {
      changes: [{ put: service, when: 'absent' }, held, ...planned],
      line: {
        clients: [clientId],
        resources: resourcesOf([service]),
        dataGroups: ['services'],
        changedFields: ['service'],
      },
      facts: [factOf(context, 'serviceOpened', today, service)],
      answer: {
        body: { clientServiceId, version: 1, findings: findings.map(({ rule }) => rule) },
        version: 1,
        location: `/v1/services/clients/${clientId}/services/${clientServiceId}`,
      },
    }),
  );
}

/**
 * Whoever carries it out for the controller stands in the register of parties, and has a contract for this service that is
 * in force when it begins, with the annex that the controller requires (C-34).
 * @throws Refusal `request.notFound`, `service.noContract`.
 */
async function mustBeProducer(
  context: ClientContext,
  { producer, socialService, validFrom }: Pick<OpenService, 'producer' | 'socialService' | 'validFrom'>,
): Promise<void> {
  if (producer.kind === 'own') return;
  const { services, actor, today } = context;
  const [{ producers }] = await Promise.all([
    settingsOf(services, actor.controller),
    loadParty(context, producer.partyId),
  ]);
  const on = useOfContracts({ producers }, validFrom > today ? validFrom : today);
  const contracts = await purchasingOf(context, producer.partyId, on);
  const covers = contracts.some(
    ({ sellerId, kind, socialServices }) =>
      sellerId === producer.partyId && kind === producer.kind && socialServices.includes(socialService),
  );
  if (!covers) throw new Refusal(SERVICE_REFUSALS.noContract);
}
