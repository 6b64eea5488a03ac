import { awsServices, carrierSettings } from '../../shared/services-aws.ts';
import { type MadeByCalendar, makeByCalendar } from './make-by-calendar.ts';

/** Fails when an export failed, so that the failure is counted and the alarm sounds. */
export async function handler(event: unknown): Promise<MadeByCalendar> {
  const services = awsServices();
  const done = await makeByCalendar(services, carrierSettings().controllers, event);
  services.log.info('JOB_FINISHED', { count: done.made });
  if (done.failed > 0) throw new Error('Some exports of statistics were not made.');
  return done;
}
