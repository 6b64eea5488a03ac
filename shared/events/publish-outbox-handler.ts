import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventBus } from '../aws/event-bus.ts';
import { awsServices, carrierSettings } from '../services-aws.ts';
import { parseItem } from '../table/parse-item.ts';
import { plainImage } from '../table/stream-image.ts';
import { OutboxItem } from './outbox.ts';
import { type Publish, publishOutbox } from './publish-outbox.ts';

let publish: Publish | undefined;

const envelopeOf = ({ dynamodb }: DynamoDBRecord) =>
  parseItem(OutboxItem, plainImage(dynamodb?.NewImage ?? {})).envelope;

/** The one reader of the records table's stream; its filter lets through only what was put into the outbox. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  publish ??= eventBus(carrierSettings().bus);
  const waiting = Records.map((record) => ({ record, envelope: envelopeOf(record) }));
  const failed = await publishOutbox(
    awsServices(),
    publish,
    waiting.map(({ envelope }) => envelope),
  );
  return {
    batchItemFailures: waiting
      .filter(({ envelope }) => failed.has(envelope.eventId))
      .map(({ record }) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })),
  };
}
