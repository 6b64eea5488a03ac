import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import type { Swept } from './sweep-objects.ts';
import { tidy } from './tidy.ts';

export async function handler(event: unknown): Promise<Swept> {
  const services = awsServices();
  const swept = await tidy(services, carrierSettings().controllers, event);
  services.log.info('SWEPT', { count: swept.orphans + swept.left });
  return swept;
}
