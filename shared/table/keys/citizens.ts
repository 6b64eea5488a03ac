import type { ControllerId, UserId } from '../../kernel/id.ts';
import { type Key, partition, sort } from './parts.ts';

/** Subjects of the citizens' door. */
export const citizenKeys = {
  person: (controller: ControllerId, subject: UserId): Key => ({
    pk: partition(controller, 'ct', subject),
    sk: sort('ct'),
  }),
  /** Beside the look-up of the same code. */
  subject: (controller: ControllerId, mac: string): Key => ({
    pk: partition(controller, 'i', mac),
    sk: sort('ct'),
  }),
};
