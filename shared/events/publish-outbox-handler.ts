import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventBus } from '../aws/event-bus.ts';
import { awsServices, carrierSettings } from '../services-aws.ts';
import { parseItem } from '../table/parse-item.ts';
import { plainImage } from '../table/stream-image.ts';
import { OutboxItem } from './outbox.ts';
import { inPlace, type Publish, publishOutbox } from './publish-outbox.ts';

let publish: Publish | undefined;

const itemOf = ({ dynamodb }: DynamoDBRecord) => parseItem(OutboxItem, plainImage(dynamodb?.NewImage ?? {}));

/** The one reader of the records table's stream; its filter lets through only what was put into the outbox. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  publish ??= eventBus(carrierSettings().bus);
  const services = awsServices();
  const waiting = Records.map((record) => ({ record, item: itemOf(record) }));
  const sent = inPlace(
    services,
    waiting.map(({ item }) => item),
  );
  const failed = await publishOutbox(services, publish, sent);
  return {
    batchItemFailures: waiting
      .filter(({ item }) => failed.has(item.envelope.eventId))
      .map(({ record }) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })),
  };
}
