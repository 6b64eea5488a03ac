import type { ControllerId, ResearchPermitId } from '../../kernel/id.ts';
import { type Key, partition, sort } from './parts.ts';

/** Research permits of a controller: of no client. */
export const researchKeys = {
  partition: (controller: ControllerId) => partition(controller, 'rp'),
  permit: (controller: ControllerId, id: ResearchPermitId): Key => ({
    pk: researchKeys.partition(controller),
    sk: sort(id),
  }),
};
