import { Stack } from 'aws-cdk-lib';
import {
  Effect,
  type ManagedPolicy,
  Policy,
  PolicyStatement,
  type PolicyStatementProps,
  type Role,
} from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** A statement that cannot name every single thing it is about, and says why. */
export class WideStatement extends PolicyStatement {
  readonly reason: string;
  constructor(reason: string, props: PolicyStatementProps) {
    super(props);
    this.reason = reason;
  }
}

/**
 * All that a role may do, in one place that a reviewer reads. A `*` in what is allowed needs its reason: without
 * one there is no template. CDK's own grants are not used, because they allow more than is needed.
 * @returns the policy, for what must not be made before it is in force.
 */
export function inlinePolicy(
  scope: Construct,
  name: string,
  role: Role,
  statements: readonly PolicyStatement[],
): Policy {
  const policy = new Policy(scope, `${name}-policy`, { statements: [...statements] });
  mayBeWide(policy, name, statements);
  role.attachInlinePolicy(policy);
  return policy;
}

/** Holds a policy to the same: each `*` with its reason. */
export function mayBeWide(
  policy: Policy | ManagedPolicy,
  name: string,
  statements: readonly PolicyStatement[],
): void {
  for (const statement of statements) {
    for (const finding of wildcardsOf(Stack.of(policy), statement)) {
      if (!(statement instanceof WideStatement)) {
        throw new Error(`${name}: ${finding} is allowed without a reason.`);
      }
      acknowledge(policy, `IAM5[${finding}]`, statement.reason);
    }
  }
}

/** In the words of cdk-nag, which must be told of each. */
function wildcardsOf(stack: Stack, statement: PolicyStatement): string[] {
  if (statement.effect === Effect.DENY) return [];
  const resources = statement.resources.map((resource) => flattenCfnReference(stack.resolve(resource)));
  return [
    ...statement.actions.map((action) => `Action::${action}`),
    ...resources.map((resource) => `Resource::${resource}`),
  ].filter((text) => text.includes('*'));
}
