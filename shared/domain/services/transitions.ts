import type { DeadlineId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { putAway } from '../earlier.ts';
import { type ClientService, ServiceThen } from './model.ts';
import { SERVICE_REFUSALS } from './refusals.ts';

/** The moves of a client's service: granted -> under way <-> suspended -> ended. Each knows its prior states. */

export type Mover = { now: Instant; by: UserId };
type State = ClientService['state'];

function from(service: ClientService, states: readonly State[], { now, by }: Mover): ClientService {
  if (!states.includes(service.state)) {
    throw new Refusal(SERVICE_REFUSALS.wrongState, { details: { state: service.state } });
  }
  return {
    ...service,
    ...changed(service, now, by),
    ...putAway(service, ServiceThen.parse(service), now),
  };
}

/** @param start the day, and the times of the law that it meets. */
export const startService = (
  service: ClientService,
  { startedOn, met }: { startedOn: LocalDate; met: DeadlineId[] },
  by: Mover,
): ClientService => ({
  ...from(service, ['granted'], by),
  state: 'underWay',
  startedOn,
  startedBy: by.by,
  met,
});

export const suspendService = (service: ClientService, suspendedOn: LocalDate, by: Mover): ClientService => ({
  ...from(service, ['underWay'], by),
  state: 'suspended',
  suspendedOn,
});

export function resumeService(service: ClientService, by: Mover): ClientService {
  const { suspendedOn: _on, ...rest } = from(service, ['suspended'], by);
  return { ...rest, state: 'underWay' };
}

export function evaluateService(
  service: ClientService,
  evaluation: ClientService['evaluations'][number],
  by: Mover,
): ClientService {
  const next = from(service, ['underWay', 'suspended'], by);
  return { ...next, evaluations: [...next.evaluations, evaluation] };
}

export function endService(
  service: ClientService,
  end: { endedOn: LocalDate; endGround: NonNullable<ClientService['endGround']> },
  by: Mover,
): ClientService {
  const { suspendedOn: _on, ...rest } = from(service, ['granted', 'underWay', 'suspended'], by);
  return { ...rest, state: 'ended', ...end, endedBy: by.by };
}
