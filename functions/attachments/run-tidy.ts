import * as z from 'zod';
import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Swept, sweepObjects } from './sweep-objects.ts';

const Asked = z.object({
  days: z.int().min(1).max(14).default(3),
  minutes: z.int().min(60).default(120),
});

export async function handler(event: unknown): Promise<Swept> {
  const services = awsServices();
  const swept = await sweepObjects(services, carrierSettings().controllers, Asked.parse(event));
  services.log.info('SWEPT', { count: swept.orphans + swept.left });
  return swept;
}
