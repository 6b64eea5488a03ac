import { ArnPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { roleArn, roleNameOf } from './deployment.ts';
import { inlinePolicy } from './inline-policy.ts';
import { boundaryOf } from './region-boundary.ts';

const TAKE_UP = ['sts:AssumeRole', 'sts:TagSession'];

/**
 * Security decision 1: what a function may do with data it may do only in a session that bears one controller
 * as its tag. The function's own role may take up this role and touches no data itself.
 */
export function dataRole(
  scope: Construct,
  settings: DeploymentSettings,
  plan: { name: string; functionRole: Role; statements: readonly PolicyStatement[] },
): void {
  const { name, functionRole, statements } = plan;
  const taken = new ArnPrincipal(functionRole.roleArn).withSessionTags().withConditions({
    StringEquals: { 'aws:RequestTag/controller': settings.controllers.map(({ id }) => id) },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['controller'] },
  });
  const role = new Role(scope, `${name}-data-role`, {
    roleName: roleNameOf(settings, dataRoleName(name)),
    assumedBy: taken,
    permissionsBoundary: boundaryOf(scope, settings, `${name}-data`),
  });
  inlinePolicy(scope, `${name}-data`, role, statements);
}

const dataRoleName = (name: string): string => `${name}-data`;

export const dataRoleArn = (settings: DeploymentSettings, name: string): string =>
  roleArn(settings, dataRoleName(name));

export const takeUpStatement = (settings: DeploymentSettings, name: string): PolicyStatement =>
  new PolicyStatement({ actions: TAKE_UP, resources: [dataRoleArn(settings, name)] });
