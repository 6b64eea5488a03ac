import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ofType, productionExample, type Resource, resourcesOf, statementsOf } from '../support/templates.ts';

/** Käyttöpalvelu: what Loimaa's notice promises of its hosting, as the templates of production keep it. */

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());
const both = [...inTest, ...inProduction];
const OPERATOR = 'arn:aws:iam::111111111111:role/sointu-operator';

const Network = z.object({ SubnetIds: z.array(z.string()) });
const Replica = z.looseObject({ ResourcePolicy: z.object({ PolicyDocument: z.unknown() }) });
const Table = z.object({ TableName: z.string(), BillingMode: z.string(), Replicas: z.tuple([Replica]) });

const tables = (resources: readonly Resource[]) =>
  ofType(resources, 'AWS::DynamoDB::GlobalTable').map((resource) => {
    const { TableName, BillingMode, Replicas } = Table.parse(resource.properties);
    const [{ ResourcePolicy }] = Replicas;
    return {
      name: TableName,
      billing: BillingMode,
      fromInside: statementsOf({ ...resource, properties: ResourcePolicy }).filter(
        ({ Sid }) => Sid === 'OnlyFromInside',
      ),
    };
  });

test('no part of it is one machine: functions stand in three zones, tables are of the whole region [L-9.16]', () => {
  const types = [...new Set(both.map(({ type }) => type))];
  expect(
    types.filter((type) => /^AWS::(EC2::Instance|RDS|ECS|EKS|AutoScaling|ElastiCache)/.test(type)),
  ).toEqual([]);
  const subnets = ofType(inProduction, 'AWS::EC2::Subnet');
  const zones = subnets.map(({ properties }) => properties['AvailabilityZone']);
  expect(zones).toEqual(['eu-north-1a', 'eu-north-1b', 'eu-north-1c']);
  for (const { id, properties } of ofType(inProduction, 'AWS::Lambda::Function')) {
    expect(Network.parse(properties['VpcConfig']).SubnetIds, id).toHaveLength(zones.length);
  }
  const doorsOut = ofType(inProduction, 'AWS::EC2::VPCEndpoint').filter(
    ({ properties }) => properties['VpcEndpointType'] === 'Interface',
  );
  expect(doorsOut.map((one) => Network.parse(one.properties).SubnetIds.length)).toEqual(
    doorsOut.map(() => zones.length),
  );
  const billed = new Set(tables(inProduction).map(({ billing }) => billing));
  expect(billed).toEqual(new Set(['PAY_PER_REQUEST']));
});

describe('the tables', () => {
  test('are reached from inside the network alone, and by the roles of operators that the settings name [L-9.20]', () => {
    const reached = tables(inProduction);
    expect(reached).toHaveLength(3);
    for (const { name, fromInside } of reached) {
      expect(fromInside, name).toMatchObject([
        {
          Effect: 'Deny',
          Action: expect.arrayContaining([
            'dynamodb:GetItem',
            'dynamodb:Query',
            'dynamodb:Scan',
            'dynamodb:PutItem',
            'dynamodb:PartiQLSelect',
            'dynamodb:ExportTableToPointInTime',
          ]),
          Resource: [
            expect.stringMatching(new RegExp(`:table/${name}$`)),
            expect.stringMatching(new RegExp(`:table/${name}/index/\\*$`)),
          ],
          Condition: {
            StringNotEquals: { 'aws:SourceVpc': expect.stringMatching(/^network/) },
            ArnNotLike: { 'aws:PrincipalArn': [OPERATOR] },
          },
        },
      ]);
    }
    expect(
      tables(inTest).flatMap(({ fromInside }) => fromInside),
      'without a network',
    ).toEqual([]);
  });

  test('let nobody in from elsewhere where no role is named', () => {
    const closed = tables(resourcesOf({ ...productionExample(), operatorRoles: [] }));
    const conditions = closed.flatMap(({ fromInside }) =>
      fromInside.map(({ Condition }) => Object.keys(Condition)),
    );
    expect(conditions).toEqual(closed.map(() => ['StringNotEquals']));
  });
});

test('files keep what they were for as long as the tables do, and stay when their stack is taken down [L-9.19]', () => {
  for (const bucket of ofType(inProduction, 'AWS::S3::Bucket').filter(({ id }) =>
    /^(documents|library)/.test(id),
  )) {
    expect(bucket.retained, bucket.id).toBe(true);
    expect(bucket.properties['VersioningConfiguration'], bucket.id).toEqual({ Status: 'Enabled' });
  }
});
