import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { gather } from './gather.ts';
import type { Gathered } from './put-rows.ts';

/** Fails when a unit could not be looked at, so that the failure is counted and the alarm sounds. */
export async function handler(event: unknown): Promise<Gathered> {
  const services = awsServices();
  const done = await gather(services, carrierSettings().controllers, event);
  services.log.info('JOB_FINISHED', { count: done.listed + done.excepted });
  if (done.failed > 0) throw new Error('Some of what is due could not be looked at.');
  return done;
}
