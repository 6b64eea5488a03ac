import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { faultFields } from '../application-log.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { awsServices } from '../services-aws.ts';
import { plainImage } from '../table/stream-image.ts';
import { copyLines, type LineChange } from './copy-lines.ts';

/** The name under which DynamoDB's own expiry stands in a stream. */
const EXPIRY = 'dynamodb.amazonaws.com';

function changeOf({ eventID, eventName, userIdentity, dynamodb }: DynamoDBRecord, now: Instant): LineChange {
  if (eventID === undefined || eventName === undefined)
    throw new Error('The stream gave a record without a name.');
  const took = dynamodb?.ApproximateCreationDateTime;
  return {
    id: eventID,
    kind: eventName,
    expired: eventName === 'REMOVE' && principalOf(userIdentity) === EXPIRY,
    before: dynamodb?.OldImage === undefined ? undefined : plainImage(dynamodb.OldImage),
    after: dynamodb?.NewImage === undefined ? undefined : plainImage(dynamodb.NewImage),
    at: took === undefined ? now : instantOf(Math.round(took * 1000)),
  };
}

const principalOf = (identity: unknown): unknown =>
  typeof identity === 'object' && identity !== null && 'principalId' in identity
    ? identity.principalId
    : undefined;

/** Stops at the first record that fails: the stream sends it and all after it again. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const services = awsServices();
  for (const record of Records) {
    try {
      await copyLines(services, changeOf(record, services.clock.now()));
    } catch (thrown) {
      services.log.error('EVENT_FAILED', { eventId: record.eventID ?? '', ...faultFields(thrown) });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}
