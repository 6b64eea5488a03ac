import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Handed, handMessages } from './hand-messages.ts';

/** Fails when a message could not be handed on, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Handed> {
  const services = awsServices();
  const done = await handMessages(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.handed });
  if (done.failed > 0) throw new Error('Some messages were not handed on.');
  return done;
}
