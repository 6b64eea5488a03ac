import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type Searched, searchOld } from './search-old.ts';

/** Fails when a search could not be made, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Searched> {
  const services = awsServices();
  const done = await searchOld(services, carrierSettings().controllers);
  services.log.info('JOB_FINISHED', { count: done.found });
  if (done.failed > 0) throw new Error('The sealed log could not be searched as it was asked.');
  return done;
}
