import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { consumerHandler } from '../../../shared/events/consumer-handler.ts';
import type { Envelope } from '../../../shared/events/envelope.ts';
import { clientNamed } from '../../support/client-named.ts';
import { type TestServices, testServices } from '../../support/services.ts';

let run: TestServices;
beforeEach(async () => {
  run = await testServices();
});

/** A message as SQS hands it to the function: what EventBridge laid into the queue is its body. */
const message = (messageId: string, body: unknown): SQSRecord => ({
  messageId,
  body: JSON.stringify(body),
  receiptHandle: '',
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: 'eu-north-1',
});
const carried = (messageId: string, detail: Envelope) =>
  message(messageId, { source: 'sointu', 'detail-type': detail.type, detail });
const batch = (...Records: SQSRecord[]): SQSEvent => ({ Records });

describe('a consumer in the cloud', () => {
  test('gives back only the poisoned message, so that its neighbours are not done twice', async () => {
    const [poison, sound] = [clientNamed(run.services), clientNamed(run.services)];
    const done: string[] = [];
    const handler = consumerHandler(
      {
        handle: (_services, { eventId }) => {
          if (eventId === poison.eventId) return Promise.reject(new Error('The consumer cannot.'));
          done.push(eventId);
          return Promise.resolve();
        },
      },
      () => run.services,
    );
    expect(await handler(batch(carried('first', poison), carried('second', sound)))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'first' }],
    });
    expect(done).toEqual([sound.eventId]);
    expect(run.logged.map(({ code }) => code)).toEqual(['EVENT_FAILED', 'EVENT_DELIVERED']);
  });

  test.each([
    ['is no event of ours', { detail: { type: 'ClientNamed' } }],
    ['has no detail', {}],
    ['says more than the event may', undefined],
  ])('gives back a message that %s, unhandled', async (_what, body) => {
    const handled: Envelope[] = [];
    const handler = consumerHandler(
      { handle: (_services, envelope) => Promise.resolve(void handled.push(envelope)) },
      () => run.services,
    );
    const more = { detail: { ...clientNamed(run.services), name: 'Aino' } };
    expect(await handler(batch(message('odd', body ?? more)))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'odd' }],
    });
    expect(handled).toEqual([]);
    expect(JSON.stringify(run.logged)).not.toContain('Aino');
  });

  test('does the same event again when it is moved back from the dead letters', async () => {
    const envelope = clientNamed(run.services);
    let times = 0;
    const handler = consumerHandler(
      {
        handle: () => {
          times += 1;
          return times === 1 ? Promise.reject(new Error('Not yet.')) : Promise.resolve();
        },
      },
      () => run.services,
    );
    const first = await handler(batch(carried('one', envelope)));
    const again = await handler(batch(carried('one', envelope)));
    expect([first.batchItemFailures.length, again.batchItemFailures.length]).toEqual([1, 0]);
  });
});
