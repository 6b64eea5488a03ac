import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { faultFields } from '../application-log.ts';
import type { InboxTaker } from '../http/module.ts';
import type { Services } from '../services.ts';
import { arrivalOf } from './arrival.ts';

/** What EventBridge puts into the queue: S3's own news of an object, or GuardDuty's that it has looked at one. */
const Told = z.object({
  detail: z.union([
    z.object({ object: z.object({ key: z.string() }) }).transform(({ object }) => object.key),
    z
      .object({ s3ObjectDetails: z.object({ objectKey: z.string() }) })
      .transform(({ s3ObjectDetails }) => s3ObjectDetails.objectKey),
  ]),
});

/** A queue of arrivals in, each taken in alone. What fails goes back, and after its tries to the dead letters. */
export const arrivalHandler =
  (
    { handle }: Pick<InboxTaker, 'handle'>,
    services: () => Services,
  ): ((event: SQSEvent) => Promise<SQSBatchResponse>) =>
  async (event) => {
    const failures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        const arrival = arrivalOf(Told.parse(JSON.parse(record.body)).detail);
        // Not one of ours: the scanner puts an object of its own to see whether it can.
        if (arrival === undefined) continue;
        await handle(services(), arrival);
        services().log.info('EVENT_DELIVERED', { eventId: arrival.uploadId, eventType: 'arrival' });
      } catch (thrown) {
        services().log.error('EVENT_FAILED', faultFields(thrown));
        failures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failures };
  };
