import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { faultFields } from '../application-log.ts';
import type { Consumer } from '../http/module.ts';
import type { Services } from '../services.ts';
import { Envelope } from './envelope.ts';

/** What EventBridge puts into the queue: the envelope is the detail. */
const Carried = z.object({ detail: Envelope });

/**
 * A queue of news in, one effect each. What fails goes back to the queue alone, and after its tries to the
 * dead letters; what succeeded is not done again for its neighbour's sake.
 */
export const consumerHandler =
  (
    { handle }: Pick<Consumer, 'handle'>,
    services: () => Services,
  ): ((event: SQSEvent) => Promise<SQSBatchResponse>) =>
  async (event) => {
    const failures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        const { detail } = Carried.parse(JSON.parse(record.body));
        await handle(services(), detail);
        services().log.info('EVENT_DELIVERED', { eventId: detail.eventId, eventType: detail.type });
      } catch (thrown) {
        services().log.error('EVENT_FAILED', faultFields(thrown));
        failures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failures };
  };
