import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Delivered, deliver } from './deliver.ts';

/** Fails when an edition was not laid down, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Delivered> {
  const services = awsServices();
  const done = await deliver(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.delivered });
  if (done.failed > 0) throw new Error('Some editions of statistics were not laid down as files.');
  return done;
}
