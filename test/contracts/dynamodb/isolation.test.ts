import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ofType, resourcesOf, statementsOf } from '../../support/templates.ts';
import { OPEN_MS, type OpenTables, PLACES } from './places.ts';

/**
 * Security decision 1, live: a session that carries one controller reaches no partition of another, whatever is called.
 * With `SOINTU_CONTRACT_AWS=1` and `SOINTU_CONTRACT_ROLE`, a role that may use tables and that the caller may take up
 * with a tag: its rights are cut to the statements of the template.
 */

const RECORDS = /table\/sointu-test-records$/;

/** What the data role of the module `clients` may do to the table of records, as synthesised. */
const statements = ofType(resourcesOf(), 'AWS::IAM::Policy')
  .filter(({ id }) => /^clientsdata/i.test(id))
  .flatMap(statementsOf)
  .filter(({ Resource }) => Resource.some((name) => RECORDS.test(name)));

const policyFor = (table: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ Effect, Action, Condition }) => ({
      Effect,
      Action,
      Condition,
      Resource: [`arn:*:dynamodb:*:*:table/${table}`, `arn:*:dynamodb:*:*:table/${table}/index/*`],
    })),
  });

describe('the statements that are tried', () => {
  it('are reading and writing, each under the controller of the session alone', () => {
    expect(statements).toHaveLength(2);
    for (const { Condition } of statements) {
      expect(Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': '${aws:PrincipalTag/controller}#*' },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    }
    expect(Buffer.byteLength(policyFor(`sointu-contract-${crypto.randomUUID()}-records`))).toBeLessThan(2048);
  });
});

const role = process.env['SOINTU_CONTRACT_ROLE'];
const live = role === undefined ? [] : PLACES.filter(({ name }) => name === 'AWS');

for (const place of live) {
  describe(`One controller’s session on ${place.name}`, () => {
    let db: OpenTables;
    let doc: DynamoDBDocumentClient;
    let table: string;
    const [own, other] = [`KEUSOTE#c#${crypto.randomUUID()}`, `LOIMAA#c#${crypto.randomUUID()}`];
    const at = (pk: string) => ({ TableName: table, Key: { pk, sk: 'z' } });
    const put = (pk: string) => ({ TableName: table, Item: { pk, sk: 'z' } });

    beforeAll(async () => {
      db = await place.open();
      table = db.tables.records;
      for (const pk of [own, other]) await db.doc.send(new PutCommand(put(pk)));
      const { Credentials } = await new STSClient({}).send(
        new AssumeRoleCommand({
          RoleArn: role,
          RoleSessionName: 'KEUSOTE',
          Tags: [{ Key: 'controller', Value: 'KEUSOTE' }],
          Policy: policyFor(table),
        }),
      );
      const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
      const credentials = {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
      };
      doc = DynamoDBDocumentClient.from(new DynamoDBClient({ credentials }));
    }, OPEN_MS);
    afterAll(() => db.close(), OPEN_MS);

    const query = (pk: string, index?: string) =>
      new QueryCommand({
        TableName: table,
        ...(index === undefined ? {} : { IndexName: index }),
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': index === undefined ? 'pk' : `${index}pk` },
        ExpressionAttributeValues: { ':pk': pk },
      });
    const together = (...keys: string[]) =>
      new TransactWriteCommand({ TransactItems: keys.map((pk) => ({ Put: put(pk) })) });
    const both = (...keys: string[]) =>
      new BatchGetCommand({ RequestItems: { [table]: { Keys: keys.map((pk) => ({ pk, sk: 'z' })) } } });

    it('reads and writes what is its own, by key, by query, in batches and in transactions', async () => {
      expect((await doc.send(new GetCommand(at(own)))).Item).toMatchObject({ pk: own });
      expect((await doc.send(query(own))).Count).toBe(1);
      expect((await doc.send(query(own, 'gsi1'))).Count).toBe(0);
      expect((await doc.send(both(own))).Responses?.[table]).toHaveLength(1);
      await doc.send(together(own));
    });

    it.each([
      ['a read', () => doc.send(new GetCommand(at(other)))],
      ['a query', () => doc.send(query(other))],
      ['a query of an index', () => doc.send(query(other, 'gsi1'))],
      ['a batch in which one key is another’s', () => doc.send(both(own, other))],
      ['a write', () => doc.send(new PutCommand(put(other)))],
      ['a transaction in which one item is another’s', () => doc.send(together(own, other))],
      ['a scan, which names no partition', () => doc.send(new ScanCommand({ TableName: table }))],
    ])('is refused %s', async (_, call) => {
      await expect(call()).rejects.toThrow(/not authorized|AccessDenied/);
    });
  });
}
