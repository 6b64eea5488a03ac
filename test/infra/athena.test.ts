import { describe, expect, test } from 'vitest';
import { savedQueries } from '../../infra/audit/saved-queries.ts';
import { COLUMNS } from '../../shared/trail/rows/columns.ts';
import { ofType, onlyOne, resourcesOf, type Statement, statementsOf } from '../support/templates.ts';

const inTest = resourcesOf();
const audit = inTest.filter(({ stack }) => stack === 'audit');
const BUCKET = /^rows[0-9A-F]{8}$/;

describe('the access log for SQL', () => {
  const table = onlyOne(audit, 'AWS::Glue::Table', 'table');

  test('is a table whose partitions are computed: by controller and by day of Finland', () => {
    expect(table.properties).toMatchObject({
      DatabaseName: 'sointu_test_audit',
      TableInput: {
        Name: 'access_log',
        PartitionKeys: [
          { Name: 'controller', Type: 'string' },
          { Name: 'day', Type: 'string' },
        ],
        Parameters: {
          'projection.enabled': 'true',
          'projection.controller.type': 'enum',
          'projection.controller.values': 'LOIMAA,KEUSOTE',
          'projection.day.type': 'date',
          'projection.day.format': 'yyyy-MM-dd',
          'storage.location.template': expect.stringMatching(
            /\/rows\/controller=\$\{controller\}\/day=\$\{day\}\/$/,
          ),
        },
      },
    });
  });

  test('has the columns of the rows, in their order', () => {
    const columns = JSON.stringify(table.properties['TableInput']);
    const names = [...columns.matchAll(/"Name":"(\w+)","Type":"(?:string|int|bigint|boolean)"/g)];
    expect(names.map(([, name]) => name)).toEqual(expect.arrayContaining(Object.keys(COLUMNS)));
  });

  test('is asked in a work group of each controller, whose limits nobody leaves', () => {
    const groups = ofType(audit, 'AWS::Athena::WorkGroup');
    expect(groups.map(({ properties }) => properties['Name'])).toEqual([
      'sointu-test-audit-LOIMAA',
      'sointu-test-audit-KEUSOTE',
    ]);
    for (const { properties } of groups) {
      expect(properties['WorkGroupConfiguration']).toMatchObject({
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 200 * 1024 ** 3,
        ResultConfiguration: {
          OutputLocation: expect.stringMatching(/\/answers\/(LOIMAA|KEUSOTE)\/$/),
          ExpectedBucketOwner: '111111111111',
          EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' },
        },
      });
    }
  });

  test('has the saved queries that were tried on a laptop, for each controller', () => {
    const queries = ofType(audit, 'AWS::Athena::NamedQuery').map(({ properties }) => properties);
    expect(queries).toHaveLength(2 * savedQueries().length);
    for (const { WorkGroup, QueryString } of queries) {
      const controller = String(WorkGroup).split('-').at(-1) ?? '';
      expect(String(QueryString)).toContain(`controller = '${controller}'`);
      expect(String(QueryString)).not.toMatch(/:[a-z]/);
    }
  });
});

describe('rows and answers', () => {
  const bucket = onlyOne(audit, 'AWS::S3::Bucket', 'rows');
  const policy = ofType(audit, 'AWS::S3::BucketPolicy')
    .filter(({ id }) => id.startsWith('rows'))
    .flatMap(statementsOf);

  test('go by themselves: answers after seven days, rows with the log', () => {
    expect(bucket.id).toMatch(BUCKET);
    expect(bucket.properties['LifecycleConfiguration']).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({ Prefix: 'answers/', ExpirationInDays: 7 }),
        expect.objectContaining({ Prefix: 'rows/', ExpirationInDays: 4414 }),
      ]),
    });
  });

  test('rows are put by the sealer, and by nobody else', () => {
    const denied = policy.find(({ Sid }) => Sid === 'NobodyElseDerives');
    expect(denied).toMatchObject({
      Effect: 'Deny',
      Condition: {
        ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1-sealer' },
      },
    });
    expect(denied?.Action).toEqual(['s3:DeleteObject', 's3:PutObject']);
  });

  test('an auditor reads one controller’s rows and answers, and puts answers', () => {
    const statements = statementsOf(onlyOne(audit, 'AWS::IAM::ManagedPolicy', 'auditorLOIMAA'));
    const about = (action: string): Statement[] => statements.filter(({ Action }) => Action.includes(action));
    const names = (statement: Statement | undefined): string[] =>
      (statement?.Resource ?? []).map((name) => name.slice(name.indexOf('/') + 1));
    expect(names(about('s3:GetObject')[0]).toSorted()).toEqual([
      'answers/LOIMAA/*',
      'rows/controller=LOIMAA/*',
    ]);
    expect(names(about('s3:PutObject')[0])).toEqual(['answers/LOIMAA/*']);
    expect(about('s3:ListBucket')[0]?.Condition).toEqual({
      StringLike: { 's3:prefix': ['rows/controller=LOIMAA/*', 'answers/LOIMAA/*'] },
    });
    expect(JSON.stringify(statements)).not.toContain('KEUSOTE');
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });
});

test('no run of the sealer is an alarm, and so is no word of any', () => {
  const alarm = onlyOne(inTest, 'AWS::CloudWatch::Alarm', 'alarmsealinglate');
  expect(alarm.properties).toMatchObject({
    EvaluationPeriods: 3,
    TreatMissingData: 'breaching',
    Threshold: 1,
  });
  expect(JSON.stringify(alarm.properties['Metrics'])).toContain(
    'IF(FILL(runs, 0) - FILL(errors, 0) > 0, 0, 1)',
  );
});
