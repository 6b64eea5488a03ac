import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ofType, onlyOne, resourcesOf } from '../support/templates.ts';

const inTest = resourcesOf();

describe('the firewall', () => {
  const Rule = z.looseObject({
    Name: z.string(),
    Statement: z.looseObject({
      ManagedRuleGroupStatement: z
        .object({ RuleActionOverrides: z.array(z.object({ Name: z.string(), ActionToUse: z.unknown() })) })
        .optional(),
      RateBasedStatement: z.looseObject({ AggregateKeyType: z.string(), Limit: z.int() }).optional(),
    }),
    VisibilityConfig: z.object({ SampledRequestsEnabled: z.boolean() }),
  });
  const acl = onlyOne(inTest, 'AWS::WAFv2::WebACL', 'staff').properties;
  const rules = z.array(Rule).parse(acl['Rules']);

  test('stands before both doors', () => {
    const before = ofType(inTest, 'AWS::WAFv2::WebACLAssociation').map(({ properties }) =>
      String(properties['ResourceArn']),
    );
    expect(before).toEqual([expect.stringMatching(/staffapi/), expect.stringMatching(/citizensapi/)]);
  });

  test('only counts what it finds in a body, because documents are long Finnish text', () => {
    const counted = rules.flatMap(
      ({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [],
    );
    expect(counted.map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'SQLi_BODY']),
    );
    for (const { Name, ActionToUse } of counted) {
      expect(Name).toMatch(/_BODY$/);
      expect(ActionToUse).toEqual({ Count: {} });
    }
  });

  test('counts an official by the token, and by the address only who bears none', () => {
    const [token, address] = rules.flatMap(({ Statement }) => Statement.RateBasedStatement ?? []);
    expect(token).toMatchObject({
      AggregateKeyType: 'CUSTOM_KEYS',
      CustomKeys: [{ Header: { Name: 'authorization' } }],
      Limit: 3000,
    });
    expect(address).toMatchObject({ AggregateKeyType: 'IP', Limit: 200 });
    expect(JSON.stringify(address?.['ScopeDownStatement'])).toMatch(
      /NotStatement.*authorization.*NotStatement.*OPTIONS/,
    );
  });

  test('keeps no samples, and covers bodies, tokens, queries and what a rule matched', () => {
    expect(rules.filter(({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled)).toEqual([]);
    expect(acl['DataProtectionConfig']).toEqual({
      DataProtections: [
        { Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization'] }, Action: 'HASH' },
        { Field: { FieldType: 'BODY' }, Action: 'SUBSTITUTION' },
        { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
      ].map((one) => ({ ...one, ExcludeRuleMatchDetails: false, ExcludeRateBasedDetails: false })),
    });
    expect(onlyOne(inTest, 'AWS::WAFv2::LoggingConfiguration', 'staff').properties['RedactedFields']).toEqual(
      [
        { UriPath: {} },
        { QueryString: {} },
        { SingleHeader: { Name: 'authorization' } },
        { SingleHeader: { Name: 'cookie' } },
      ],
    );
  });
});
