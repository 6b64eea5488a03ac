import * as z from 'zod';
import type { LinePart } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { Doer, Reason } from '../../shared/domain/case-notes/model.ts';
import { CHARGING, Charging } from '../../shared/domain/services/charging.ts';
import { ClientService, Evaluation, ServiceContent } from '../../shared/domain/services/model.ts';
import { openService } from '../../shared/domain/services/store.ts';
import { ClientServiceId, type ControllerId } from '../../shared/kernel/id.ts';

const shown = ClientService.pick({
  clientServiceId: true,
  clientId: true,
  caseId: true,
  serviceTask: true,
  socialService: true,
  basis: true,
  producer: true,
  state: true,
  unitId: true,
  workerId: true,
  validFrom: true,
  validTo: true,
  amount: true,
  startedOn: true,
  suspendedOn: true,
  endedOn: true,
  endGround: true,
  version: true,
});

const CorrectionMark = z
  .strictObject({
    ...Doer.pick({ name: true, post: true, at: true }).shape,
    ground: Reason.shape.ground,
  })
  .meta({ id: 'ServiceCorrectionMark' });

/** A client's service. */
export const ServiceView = z
  .strictObject({
    ...shown.shape,
    ...ServiceContent.shape,
    evaluations: z.array(Evaluation.omit({ words: true })),
    charging: Charging,
    /** Who put its days right last, when and on what ground; what stood there is read one by one. */
    corrected: CorrectionMark.optional(),
  })
  .meta({ id: 'ServiceView' });
export type ServiceView = z.infer<typeof ServiceView>;

export async function viewOf(
  ring: KeyRing,
  controller: ControllerId,
  service: ClientService,
): Promise<ServiceView> {
  return {
    ...shown.strip().parse(service),
    ...(await openService(ring, controller, service)),
    evaluations: service.evaluations.map(({ words: _words, ...evaluation }) => evaluation),
    charging: CHARGING,
    ...correctedOf(service),
  };
}

function correctedOf({ corrections = [] }: ClientService): Pick<ServiceView, 'corrected'> {
  const last = corrections.at(-1);
  if (last === undefined) return {};
  const { by, reason } = last;
  return { corrected: { name: by.name, post: by.post, at: by.at, ground: reason.ground } };
}

export const ServiceChanged = z
  .strictObject({ clientServiceId: ClientServiceId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'ServiceChanged' });
export type ServiceChanged = z.infer<typeof ServiceChanged>;

export const resourcesOf = (services: readonly ClientService[]): LinePart['resources'] =>
  services.map(({ clientServiceId, clientId, version, serviceTask }) => ({
    kind: 'service' as const,
    id: clientServiceId,
    client: clientId,
    version,
    serviceTasks: [serviceTask],
  }));
