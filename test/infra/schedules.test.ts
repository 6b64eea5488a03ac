import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { nightly } from '../support/nightly.ts';
import { type Resource, resourcesOf, statementsOf } from '../support/templates.ts';

const resources = resourcesOf({}, [...modules, nightly]).filter(({ stack }) => /^(work|runs)$/.test(stack));
const of = (type: string): Resource[] => resources.filter((one) => one.type === type);
const named = (type: string, property: string, name: string): Resource | undefined =>
  of(type).find(({ properties }) => properties[property] === name);

const WithQueue = z.object({ Target: z.object({ DeadLetterConfig: z.object({ Arn: z.string() }) }) });
const Target = z.object({ Target: z.object({ Input: z.string() }) });

const entries = modules.flatMap(({ schedules = [] }) => [...schedules]);
const runs = 6 + entries.length;
const starts = 6 + entries.flatMap((entry) => [...entry.starts]).length;
const nameOf = ({ properties }: Resource): string => String(properties['Name']);

/** All that the roles whose names end so may do. */
const rights = (name: string): string[] =>
  of('AWS::IAM::Policy')
    .filter(({ id }) => id.startsWith(name.replaceAll('-', '')))
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .filter((action) => !action.startsWith('logs:') && !action.startsWith('ec2:'))
    .sort();

describe('work that runs by itself', () => {
  test('the outbox is swept every five minutes for what the stream did not carry', () => {
    expect(named('AWS::Scheduler::Schedule', 'Name', 'sointu-test-sweep-outbox')?.properties).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Target: { Input: '{"oldest":15,"youngest":5}' },
    });
  });

  test('an entry of a manifest becomes a function and a schedule by the clock of Helsinki', () => {
    const schedule = named('AWS::Scheduler::Schedule', 'Name', 'sointu-test-nightly-run-count');
    expect(schedule?.properties).toMatchObject({
      GroupName: 'sointu-test',
      ScheduleExpression: 'cron(0 2 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Helsinki',
      Target: { Input: '{"days":1}' },
    });
    expect(rights('nightly-run-count')).not.toContain('dynamodb:PutItem');
  });

  test('each has a queue for the start that did not come about and for the run that failed', () => {
    const schedules = of('AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(starts);
    for (const { properties } of schedules) {
      const name = String(properties['Name']);
      const dead = of('AWS::SQS::Queue').find((queue) =>
        name.startsWith(String(queue.properties['QueueName']).replace(/-dead$/, '')),
      );
      const { Arn } = WithQueue.parse(properties).Target.DeadLetterConfig;
      // By reference in the stack where the queue stands, by name in another.
      const queueName = String(dead?.properties['QueueName']);
      expect([`${dead?.id}.Arn`, `arn:aws:sqs:eu-north-1:111111111111:${queueName}`]).toContain(Arn);
      const destinations = of('AWS::Lambda::EventInvokeConfig').map(
        (one) => one.properties['DestinationConfig'],
      );
      expect(destinations).toContainEqual({ OnFailure: { Destination: Arn } });
    }
  });

  test('each collection of statistics has a schedule of its own, by the clock of Helsinki', () => {
    const collected = DEFINITIONS.filter(({ collection }) => collection !== undefined).map(({ id }) => id);
    const started = of('AWS::Scheduler::Schedule')
      .filter((one) => nameOf(one).startsWith('sointu-test-statistics-run-exports-'))
      .map(({ properties }) => properties);
    for (const one of started)
      expect(one).toMatchObject({
        ScheduleExpression: 'cron(30 4 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Helsinki',
      });
    const told = started.map((one) => Target.parse(one).Target.Input);
    expect(told.toSorted()).toEqual(
      collected.map((definitionId) => JSON.stringify({ definitionId })).toSorted(),
    );
  });

  test('a schedule starts its own function and no other', () => {
    const invoking = of('AWS::IAM::Policy')
      .flatMap(statementsOf)
      .filter(({ Action }) => Action.includes('lambda:InvokeFunction'));
    expect(invoking).toHaveLength(runs);
    expect(new Set(invoking.flatMap(({ Resource }) => Resource)).size).toBe(runs);
    expect(JSON.stringify(invoking)).not.toContain('*');
  });
});
