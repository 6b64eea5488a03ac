import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, prefixOf } from './deployment.ts';

export type FirewallPlan = {
  door: 'staff' | 'citizens';
  stageArn: string;
  requestsPerToken: number;
  requestsPerAddress: number;
  logKey: IKey;
};

/**
 * Rules that look into bodies only count: documents are long Finnish text about violence, medicines and money,
 * and a paragraph that looks like an attack must not be lost to the worker who wrote it (security decision 28).
 * What a body may hold is judged by the schema of its route.
 */
const BODY_RULES: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY'],
  AWSManagedRulesSQLiRuleSet: ['SQLi_BODY'],
  AWSManagedRulesAmazonIpReputationList: [],
};

/** Requests are counted, never kept as samples: a sample would show a token and a text. */
const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});

const managedRules = (): CfnWebACL.RuleProperty[] =>
  Object.entries(BODY_RULES).map(([name, counted], place) => ({
    name,
    priority: 10 + place,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seen(name),
  }));

const NO_CHANGE = [{ priority: 0, type: 'NONE' }];

const bearsToken: CfnWebACL.StatementProperty = {
  sizeConstraintStatement: {
    fieldToMatch: { singleHeader: { Name: 'authorization' } },
    comparisonOperator: 'GT',
    size: 0,
    textTransformations: NO_CHANGE,
  },
};

const isQuestionOfBrowser: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'OPTIONS',
    textTransformations: NO_CHANGE,
  },
};

const WINDOW_SECONDS = 300;

/**
 * A whole county sits behind one address: who bears a token is counted by the token, and by the address only who
 * bears none. A browser's question before a request bears none either and costs nothing; it is not counted.
 */
const rateRules = ({ requestsPerToken, requestsPerAddress }: FirewallPlan): CfnWebACL.RuleProperty[] => [
  {
    name: 'rate-of-token',
    priority: 1,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'CUSTOM_KEYS',
        customKeys: [{ header: { name: 'authorization', textTransformations: NO_CHANGE } }],
        limit: requestsPerToken,
        evaluationWindowSec: WINDOW_SECONDS,
        scopeDownStatement: bearsToken,
      },
    },
    visibilityConfig: seen('rate-of-token'),
  },
  {
    name: 'rate-of-address',
    priority: 2,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: requestsPerAddress,
        evaluationWindowSec: WINDOW_SECONDS,
        scopeDownStatement: {
          andStatement: {
            statements: [bearsToken, isQuestionOfBrowser].map((statement) => ({
              notStatement: { statement },
            })),
          },
        },
      },
    },
    visibilityConfig: seen('rate-of-address'),
  },
];

/** Covers what a rule matched as well: the match is a piece of the request. */
const protect = (
  field: CfnWebACL.FieldToProtectProperty,
  action: 'HASH' | 'SUBSTITUTION',
): CfnWebACL.DataProtectProperty => ({
  field,
  action,
  excludeRuleMatchDetails: false,
  excludeRateBasedDetails: false,
});

const PROTECTED = [
  protect({ fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization'] }, 'HASH'),
  protect({ fieldType: 'BODY' }, 'SUBSTITUTION'),
  protect({ fieldType: 'QUERY_STRING' }, 'SUBSTITUTION'),
];

export function firewall(scope: Construct, settings: DeploymentSettings, plan: FirewallPlan): void {
  const { door, stageArn, logKey } = plan;
  const name = `${prefixOf(settings)}-${door}`;
  const acl = new CfnWebACL(scope, `${door}-firewall`, {
    name,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    rules: [...rateRules(plan), ...managedRules()],
    visibilityConfig: seen(name),
    dataProtectionConfig: { dataProtections: PROTECTED },
  });
  new CfnWebACLAssociation(scope, `${door}-firewall-at-door`, {
    resourceArn: stageArn,
    webAclArn: acl.attrArn,
  });
  keepLog(scope, settings, { name, door, webAclArn: acl.attrArn, logKey });
}

/** What was stopped or counted, without path, query, token or cookie: ids of clients stand in paths. */
function keepLog(
  scope: Construct,
  settings: DeploymentSettings,
  { name, door, webAclArn, logKey }: { name: string; door: string; webAclArn: string; logKey: IKey },
): void {
  // The service demands the beginning of the name.
  const logGroupName = `aws-waf-logs-${name}`;
  const logGroup = new LogGroup(scope, `${door}-firewall-log`, {
    logGroupName,
    retention: RetentionDays.THREE_MONTHS,
    encryptionKey: logKey,
  });
  const keeping = new CfnLoggingConfiguration(scope, `${door}-firewall-logging`, {
    resourceArn: webAclArn,
    logDestinationConfigs: [arn(settings, 'logs', `log-group:${logGroupName}`)],
    redactedFields: [
      { uriPath: {} },
      { queryString: {} },
      { singleHeader: { Name: 'authorization' } },
      { singleHeader: { Name: 'cookie' } },
    ],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [
        {
          Behavior: 'KEEP',
          Requirement: 'MEETS_ANY',
          Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
        },
      ],
    },
  });
  keeping.node.addDependency(logGroup);
}
