import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type LookedThrough, lookForSigns } from './look-for-signs.ts';

/** Fails when a worker's day could not be looked through, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<LookedThrough> {
  const services = awsServices();
  const done = await lookForSigns(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.found });
  if (done.failed > 0) throw new Error('The log of some workers was not looked through.');
  return done;
}
