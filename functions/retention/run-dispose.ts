import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import type { Disposed } from './attempt.ts';
import { dispose } from './dispose.ts';

/** Fails when a unit failed, so that the failure is counted and the alarm sounds. */
export async function handler(event: unknown): Promise<Disposed> {
  const services = awsServices();
  const done = await dispose(services, carrierSettings().controllers, event);
  services.log.info('JOB_FINISHED', { count: done.destroyed });
  if (done.failed > 0) throw new Error('Some of what was approved could not be disposed of.');
  return done;
}
