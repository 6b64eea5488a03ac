import * as z from 'zod';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { type Swept, sweepObjects } from './sweep-objects.ts';

const Asked = z.object({
  days: z.int().min(1).max(14).default(3),
  minutes: z.int().min(60).default(120),
});

/** The hourly run, as its schedule tells it how far to look back. */
export const tidy = (
  services: Services,
  controllers: readonly ControllerId[],
  input: unknown,
): Promise<Swept> => sweepObjects(services, controllers, Asked.parse(input));
