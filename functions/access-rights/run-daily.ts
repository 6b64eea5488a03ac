import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Aged, agePasswords } from './age-passwords.ts';

/** Fails when an account failed, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Aged> {
  const services = awsServices();
  const done = await agePasswords(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.marked + done.reset });
  if (done.failed > 0) throw new Error('The passwords of some accounts were not looked at.');
  return done;
}
