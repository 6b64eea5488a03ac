import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { makeMonths } from './make-months.ts';

/** Fails when a month could not be made, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<{ failed: number }> {
  const services = awsServices();
  const done = await makeMonths(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.failed });
  if (done.failed > 0) throw new Error('Months of statistics were not made.');
  return done;
}
