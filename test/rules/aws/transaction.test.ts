import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { CONTROLLER_ACTIONS } from '../../../shared/access/actions/controllers.ts';
import { awsTables } from '../../../shared/aws/tables.ts';
import { commit } from '../../../shared/commit.ts';
import { isBusy } from '../../../shared/http/busy.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { systemContext } from '../../../shared/system-context.ts';
import { workKeys } from '../../../shared/table/keys.ts';
import { type TestServices, testServices } from '../../support/services.ts';

const KEUSOTE = ControllerId.parse('KEUSOTE');
const dynamo = mockClient(DynamoDBDocumentClient);
afterAll(() => dynamo.restore());

let run: TestServices;
beforeEach(async () => {
  run = await testServices();
  run.services.tables = awsTables({ records: 'records', keys: 'keys', trail: 'trail' }, undefined);
  dynamo.reset();
});

const cancelledFor = (...reasons: { Code: string; version?: number }[]): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: reasons.map(({ Code, version }) => ({
      Code,
      ...(version === undefined ? {} : { Item: { version: { N: String(version) } } }),
    })),
  });

/** The smallest act there is: one item of version 3 that is checked, and its line. */
function act() {
  const ran = { action: CONTROLLER_ACTIONS.change, event: 'ControllerChanged', ranBy: 'test' };
  return commit(systemContext(run.services, KEUSOTE, ran), {
    changes: [{ check: workKeys.mark(KEUSOTE, 'any'), when: { version: 3 } }],
    line: { clients: [], resources: [], dataGroups: [] },
    answer: { body: { done: true } },
  });
}
const sent = () => dynamo.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input);

describe('a transaction', () => {
  test('that met others is the same one each time it is sent: whatever the first had done stands once', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelledFor({ Code: 'None' }, { Code: 'TransactionConflict' }))
      .rejectsOnce(cancelledFor({ Code: 'ThrottlingError' }, { Code: 'None' }))
      .resolves({});
    expect(await act()).toEqual({ body: { done: true } });
    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map((input) => JSON.stringify(input))).size).toBe(1);
    expect(sent()[0]?.ClientRequestToken).toMatch(/^\w{26}$/);
    expect(run.logged.map(({ code }) => code)).toEqual(['CONFLICT_RETRIED', 'CONFLICT_RETRIED']);
  });

  test('is given up after four tries', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelledFor({ Code: 'TransactionConflict' }, { Code: 'None' }));
    await expect(act()).rejects.toMatchObject({ definition: { code: 'request.conflict' } });
    expect(sent()).toHaveLength(4);
  });

  test('that met another version is not sent again, though it met others too', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejects(cancelledFor({ Code: 'ConditionalCheckFailed', version: 5 }, { Code: 'TransactionConflict' }));
    await expect(act()).rejects.toMatchObject({
      definition: { code: 'request.stale' },
      details: { version: 5 },
    });
    expect(sent()).toHaveLength(1);
  });

  test.each([
    new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} }),
    new TransactionInProgressException({ message: 'busy', $metadata: {} }),
  ])('that the table was too busy to take ($name) is for the caller to send again', async (failure) => {
    dynamo.on(TransactWriteCommand).rejects(failure);
    const thrown = await act().catch((caught: unknown) => caught);
    expect(thrown).toBe(failure);
    expect(isBusy(thrown)).toBe(true);
  });
});
