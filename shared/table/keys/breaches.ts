import type { BreachId, ClientId, ControllerId } from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf, versionText } from './parts.ts';

/** The register of personal-data breaches, and of each the clients whom it concerns. */
export const breachKeys = {
  register: (controller: ControllerId) => partition(controller, 'br'),
  breach: (controller: ControllerId, breachId: BreachId): Key => ({
    pk: breachKeys.register(controller),
    sk: sort('b', breachId),
  }),
  partition: (controller: ControllerId, breachId: BreachId) => partition(controller, 'br', breachId),
  affected: (controller: ControllerId, breachId: BreachId, page: number): Key => ({
    pk: breachKeys.partition(controller, breachId),
    sk: sort('a', versionText(page)),
  }),
  told: (controller: ControllerId, breachId: BreachId, clientId: ClientId): Key => ({
    pk: breachKeys.partition(controller, breachId),
    sk: sort('t', clientId),
  }),
  spans: { breaches: spanOf('b'), affected: spanOf('a'), told: spanOf('t') },
};
