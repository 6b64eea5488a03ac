import * as z from 'zod';
import { eventBus } from '../aws/event-bus.ts';
import { awsServices, carrierSettings } from '../services-aws.ts';
import { sweepOutbox } from './sweep-outbox.ts';

/** The schedule asks for the last quarter of an hour; an operator may ask for the whole week of the outbox. */
const Asked = z.object({
  oldest: z.int().min(0).max(10_080).default(15),
  youngest: z.int().min(0).max(10_080).default(5),
});

/** Fails when an event was again not taken, so that the failure is counted and the alarm sounds. */
export async function handler(event: unknown): Promise<{ sent: number }> {
  const { bus, controllers } = carrierSettings();
  const services = awsServices();
  const { sent, failed } = await sweepOutbox(services, eventBus(bus), controllers, Asked.parse(event));
  services.log.info('SWEPT', { count: sent });
  if (failed > 0) throw new Error('Not every event of the outbox was taken.');
  return { sent };
}
