import { describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { nightly } from '../support/nightly.ts';
import { type Resource, resourcesOf, statementsOf } from '../support/templates.ts';

const resources = resourcesOf({}, [...modules, nightly]).filter(({ stack }) => /^(work|runs)$/.test(stack));
const of = (type: string): Resource[] => resources.filter((one) => one.type === type);
const named = (type: string, property: string, name: string): Resource | undefined =>
  of(type).find(({ properties }) => properties[property] === name);

const queues = of('AWS::SQS::Queue');
const queueNamed = (name: string) => named('AWS::SQS::Queue', 'QueueName', `sointu-test-${name}`);
const consumers = modules.flatMap((module) =>
  module.consumers.map((consumer) => ({ ...consumer, name: `${module.name}-${consumer.file}` })),
);

const runs = 6 + modules.flatMap(({ schedules = [] }) => [...schedules]).length;

/** All that the roles whose names end so may do. */
const rights = (name: string): string[] =>
  of('AWS::IAM::Policy')
    .filter(({ id }) => id.startsWith(name.replaceAll('-', '')))
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .filter((action) => !action.startsWith('logs:') && !action.startsWith('ec2:'))
    .sort();

describe('news reach each consumer of the manifests', () => {
  test.each(consumers)(
    '$name hears $event by a rule, a queue and a function of its own',
    ({ name, event }) => {
      const queue = queueNamed(name);
      const dead = queueNamed(`${name}-dead`);
      expect(named('AWS::Events::Rule', 'Name', `sointu-test-${name}`)?.properties).toMatchObject({
        State: 'ENABLED',
        EventPattern: { source: ['sointu'], 'detail-type': [event] },
        Targets: [{ Arn: `${queue?.id}.Arn`, DeadLetterConfig: { Arn: `${dead?.id}.Arn` } }],
      });
      const reader = of('AWS::Lambda::EventSourceMapping').find(
        ({ properties }) =>
          properties['EventSourceArn'] === `arn:aws:sqs:eu-north-1:111111111111:sointu-test-${name}`,
      );
      expect(reader?.properties).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
      expect(queue?.properties).toMatchObject({
        RedrivePolicy: { deadLetterTargetArn: `${dead?.id}.Arn`, maxReceiveCount: 5 },
      });
    },
  );

  test('a consumer that needs no key and puts no line has no right to either', () => {
    expect(rights('clients-on-client-named')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'kms:Decrypt',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
      'sts:AssumeRole',
      'sts:TagSession',
    ]);
  });

  test('the bus keeps no archive of events', () => {
    expect(of('AWS::Events::EventBus')).toHaveLength(1);
    expect(of('AWS::Events::Archive')).toEqual([]);
  });
});

describe('a stream has one reader, and loses nothing', () => {
  const streams = of('AWS::Lambda::EventSourceMapping').filter(({ properties }) =>
    String(properties['EventSourceArn']).includes('StreamArn'),
  );

  test('what it gives up lies whole in the bucket of the failed', () => {
    expect(streams).toHaveLength(2);
    for (const { properties } of streams) {
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
        DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::sointu-test-failed-111111111111' } },
      });
      expect(properties['MaximumRetryAttempts']).toBeGreaterThan(0);
      expect(properties['MaximumRecordAgeInSeconds']).toBeLessThanOrEqual(6 * 3600);
    }
    expect(new Set(streams.map(({ properties }) => properties['EventSourceArn'])).size).toBe(2);
  });

  test('of records only what was put into the outbox is read, of the trail every change', () => {
    const filters = streams.map(({ properties }) => JSON.stringify(properties['FilterCriteria'] ?? null));
    expect(filters).toContain('null');
    const [outbox] = filters.filter((filter) => filter !== 'null');
    expect(outbox).toContain('outbox');
    expect(outbox).toContain('INSERT');
    expect(outbox).not.toContain('MODIFY');
  });

  test('the carrier of events takes out of the outbox and reads no record', () => {
    expect(rights('publish-outbox')).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'events:PutEvents',
      'kms:GenerateDataKey',
      's3:ListBucket',
      's3:PutObject',
      'sts:AssumeRole',
      'sts:TagSession',
    ]);
  });

  test('the copier of lines puts lines, and reads and opens nothing', () => {
    const may = new Set(rights('copy-lines'));
    expect(may).toContain('dynamodb:PutItem');
    for (const never of ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:DeleteItem', 'kms:Decrypt']) {
      expect(may).not.toContain(never);
    }
  });

  test('data are touched in a session of one controller only', () => {
    const data = of('AWS::IAM::Policy')
      .filter(({ id }) => id.includes('data'))
      .flatMap(statementsOf)
      .filter(({ Action }) => Action.some((name) => name.startsWith('dynamodb:')));
    for (const { Condition } of data) {
      expect(Condition['ForAllValues:StringLike']).toEqual({
        'dynamodb:LeadingKeys': '${aws:PrincipalTag/controller}#*',
      });
    }
  });
});

describe('queues', () => {
  test('each hands what it gives up to another, or is itself of dead letters and alarms', () => {
    const alarms = JSON.stringify(of('AWS::CloudWatch::Alarm'));
    const dead = new Set(
      queues
        .map(({ properties }) => String(properties['QueueName']))
        .filter((name) => name.endsWith('-dead')),
    );
    expect(queues.length).toBe(2 * (consumers.length + 1) + runs + 1);
    for (const { id, properties } of queues) {
      if (dead.has(String(properties['QueueName']))) expect(alarms).toContain(id);
      else expect(properties).toHaveProperty('RedrivePolicy');
    }
  });

  test('dead letters wait for a fortnight', () => {
    for (const { properties } of queues.filter((queue) => !('RedrivePolicy' in queue.properties))) {
      expect(properties['MessageRetentionPeriod']).toBe(14 * 86_400);
    }
  });

  test('each takes TLS only, and events only of its own rule or bus', () => {
    const policies = of('AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(queues.length);
    for (const policy of policies) {
      const statements = statementsOf(policy);
      expect(statements).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
      for (const { Condition } of statements.filter(({ Effect }) => Effect === 'Allow')) {
        expect(Condition['ArnEquals']?.['aws:SourceArn']).toMatch(/^arn:aws:events:eu-north-1:111111111111:/);
      }
    }
  });
});

test('bus, queues, schedules and logs lie under keys of our own', () => {
  const keyed: Record<string, string> = {
    'AWS::Events::EventBus': 'KmsKeyIdentifier',
    'AWS::SQS::Queue': 'KmsMasterKeyId',
    'AWS::Scheduler::Schedule': 'KmsKeyArn',
    'AWS::Logs::LogGroup': 'KmsKeyId',
  };
  for (const [type, property] of Object.entries(keyed)) {
    expect(of(type).length, type).toBeGreaterThan(0);
    for (const { properties, id } of of(type)) {
      expect(properties[property], id).toMatch(/^sointu-test-records:.*key(data|logs)/);
    }
  }
});
