import type { Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { DeploymentSettings } from '../settings.ts';
import { functionNameOf } from './deployment.ts';

/** The functions of ours in a stack, by the names that they were built under. What CDK makes for itself has no name. */
export function functionNamesIn(stack: Stack, settings: DeploymentSettings): string[] {
  const begins = functionNameOf(settings, '');
  return stack.node
    .findAll()
    .flatMap((made) => (made instanceof CfnFunction ? (made.functionName ?? []) : []))
    .filter((name) => name.startsWith(begins))
    .map((name) => name.slice(begins.length));
}
