import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { ALARM_KINDS } from '../../infra/constructs/alarm.ts';
import { projectRoot } from '../support/source-files.ts';
import { type Resource, resourcesOf, statementsOf } from '../support/templates.ts';

const ADDRESS = 'paivystys@example.fi';
const resources = resourcesOf({
  guardDuty: true,
  alarmAddresses: [ADDRESS],
  archiveCopy: { account: '333333333333', region: 'eu-north-1' },
});
const of = (type: string): Resource[] => resources.filter((one) => one.type === type);

const Alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  OKActions: z.array(z.string()),
  TreatMissingData: z.enum(['notBreaching', 'breaching']),
});
const alarms = of('AWS::CloudWatch::Alarm').map(({ properties }) => Alarm.parse(properties));
const kinds = Object.keys(ALARM_KINDS);

/** The sentence of the kind stands first in the description, and is no other's. */
const kindOf = ({ AlarmDescription }: z.infer<typeof Alarm>): string | undefined =>
  kinds.find((kind) => AlarmDescription.endsWith(`docs/operating.md, ${kind}.`));

describe('alarms', () => {
  test.each(kinds)('of the kind %s there is one at least', (kind) => {
    expect(alarms.filter((alarm) => kindOf(alarm) === kind)).not.toEqual([]);
  });

  test('each is of a known kind, bears its own name, and is told when it sounds and when it is over', () => {
    const topic = 'arn:aws:sns:eu-north-1:111111111111:sointu-test-alarms';
    for (const alarm of alarms) {
      expect(kinds, alarm.AlarmName).toContain(kindOf(alarm));
      expect([alarm.AlarmActions, alarm.OKActions]).toEqual([[topic], [topic]]);
    }
    expect(new Set(alarms.map(({ AlarmName }) => AlarmName)).size).toBe(alarms.length);
  });

  test('no data is no alarm, but of a run that must not be silent', () => {
    const loud = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching').map(kindOf);
    expect(new Set(loud)).toEqual(new Set(['plantings-late', 'reconciling-late', 'sealing-late']));
  });

  test('each kind has its paragraph in the runbook, and no paragraph is left of a kind that is gone', () => {
    const page = readFileSync(join(projectRoot, 'docs/operating.md'), 'utf8');
    const runbook = /^## Runbook$(.*?)^## /ms.exec(page)?.[1] ?? '';
    const paragraphs = [...runbook.matchAll(/^### (.+)$\n+(.*)$/gm)].map(([, kind, text]) => ({
      kind,
      text,
    }));
    expect(paragraphs.map(({ kind }) => kind)).toEqual(kinds);
    for (const { kind, text } of paragraphs) expect(text?.length, kind).toBeGreaterThan(40);
  });

  test('every function has its own for errors and for being throttled [L-9.18]', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName);
    for (const { properties } of of('AWS::Lambda::Function').filter(
      ({ properties: { FunctionName } }) => FunctionName !== undefined,
    )) {
      const subject = String(properties['FunctionName']).replace('sointu-test-', '');
      expect(names).toContain(`sointu-test-function-errors-${subject}`);
      expect(names).toContain(`sointu-test-function-throttled-${subject}`);
    }
  });

  test('each door, table, stream and queue has its own, and so have the keys, the evidence and who intrudes [L-9.18]', () => {
    const short = (name: unknown) => String(name).replace('sointu-test-', '');
    const names = new Set(alarms.map(({ AlarmName }) => short(AlarmName)));
    const named = (type: string, name: string) => of(type).map(({ properties }) => short(properties[name]));
    const doors = named('AWS::ApiGateway::RestApi', 'Name').flatMap((door) => [
      `door-faults-${door}`,
      `door-slow-${door}`,
    ]);
    const refusing = named('AWS::DynamoDB::GlobalTable', 'TableName').map(
      (table) => `table-refuses-${table}`,
    );
    const must = [...doors, ...refusing, 'witness-finding-functions', 'trail-refused-functions'];
    expect(must.filter((name) => !names.has(name))).toEqual([]);
    expect([doors.length, refusing.length]).toEqual([4, 3]);

    const queues = of('AWS::SQS::Queue');
    const [dead, working] = [true, false].map((isDead) =>
      queues.filter(({ properties }) => String(properties['QueueName']).endsWith('-dead') === isDead),
    );
    for (const { properties } of dead ?? []) {
      const name = short(properties['QueueName']).replace(/-dead$/, '');
      const its = ['dead-letters', 'schedule-failed'].filter((kind) => names.has(`${kind}-${name}`));
      expect(its, name).toHaveLength(1);
    }
    for (const { id, properties } of working ?? []) expect(properties['RedrivePolicy'], id).toBeDefined();
    const streams = of('AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => properties['StartingPosition'] !== undefined,
    );
    const soundsOf = (kind: string) => alarms.filter((alarm) => kindOf(alarm) === kind).length;
    expect(['stream-late', 'stream-gave-up'].map(soundsOf)).toEqual([streams.length, streams.length]);
    expect(['witness-touched', 'intruder-suspected'].map(soundsOf)).not.toContain(0);
  });

  test('a log line that was lost sounds at the first', () => {
    const [lost] = of('AWS::CloudWatch::Alarm').filter(({ properties }) =>
      String(properties['AlarmName']).includes('-log-lost-'),
    );
    expect(lost?.properties).toMatchObject({
      Namespace: 'sointu-test',
      MetricName: 'ErrorMessages',
      Dimensions: [{ Name: 'Code', Value: 'LOG_LOST' }],
      Threshold: 1,
      EvaluationPeriods: 1,
    });
  });
});

describe('the alarm topic', () => {
  const [topic] = of('AWS::SNS::Topic');
  const statements = of('AWS::SNS::TopicPolicy').flatMap(statementsOf);

  test('lies under our key and takes TLS only', () => {
    expect(String(topic?.properties['KmsMasterKeyId'])).toContain('keylogs');
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('takes messages from alarms and rules of this deployment only', () => {
    const sources = statements
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Condition }) => Condition['ArnLike']?.['aws:SourceArn']);
    expect(sources).toEqual([
      'arn:aws:cloudwatch:eu-north-1:111111111111:alarm:sointu-test-*',
      'arn:aws:events:eu-north-1:111111111111:rule/sointu-test-*',
    ]);
  });

  test('tells the addresses of the settings', () => {
    expect(of('AWS::SNS::Subscription').map(({ properties }) => properties['Endpoint'])).toEqual([ADDRESS]);
  });
});

test('the dashboard shows doors, every function, tables, streams, queues and the log that was lost', () => {
  const [page] = of('AWS::CloudWatch::Dashboard').map(({ properties }) =>
    String(properties['DashboardBody']),
  );
  const consumers = modules.flatMap(({ name, consumers: all }) => all.map(({ file }) => `${name}-${file}`));
  const shown = [
    'staff',
    'citizens',
    ...modules.map(({ name }) => name),
    ...consumers,
    'publish-outbox',
    'copy-lines',
    'sweep-outbox',
    'records',
    'keys',
    'trail',
  ].map((name) => `sointu-test-${name}`);
  for (const name of [...shown, '5XXError', 'IteratorAge', 'ConsumedWriteCapacityUnits', 'LOG_LOST']) {
    expect(page, name).toContain(`"${name}"`);
  }
  for (const name of consumers) expect(page).toContain(`"sointu-test-${name}-dead"`);
});
