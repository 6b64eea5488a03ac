import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Escalated, escalate } from './escalate.ts';

/** Fails when a unit failed, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Escalated> {
  const services = awsServices();
  const done = await escalate(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.escalated + done.warned });
  if (done.failed > 0) throw new Error('The deadlines of some units were not gone through.');
  return done;
}
