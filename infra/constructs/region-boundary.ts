import { Effect, type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { prefixOf } from './deployment.ts';

/** Services that know no region, or answer for all of them in one (security decision 30). */
const GLOBAL = ['iam:*', 'sts:*', 'organizations:*', 'support:*', 'route53:*', 'cloudfront:*'];

const nameOf = (settings: DeploymentSettings): string => `${prefixOf(settings)}-${settings.region}-boundary`;

/** The bound of every role: nothing outside the region of the deployment, whatever a policy may say. */
export function regionBoundary(scope: Construct, settings: DeploymentSettings): void {
  const boundary = new ManagedPolicy(scope, 'region-boundary', {
    managedPolicyName: nameOf(settings),
    statements: [
      new PolicyStatement({ actions: ['*'], resources: ['*'] }),
      new PolicyStatement({
        sid: 'StayInTheRegion',
        effect: Effect.DENY,
        notActions: GLOBAL,
        resources: ['*'],
        conditions: { StringNotEquals: { 'aws:RequestedRegion': settings.region } },
      }),
    ],
  });
  const reason =
    'A boundary gives no right: it bounds what the role policies, which name all they allow, may give.';
  acknowledge(boundary, 'IAM5[Resource::*]', reason);
  acknowledge(boundary, 'IAM5[Action::*]', reason);
}

/** For a role of any stack. By name, so that no stack waits for another only for its sake. */
export const boundaryOf = (scope: Construct, settings: DeploymentSettings, name: string): IManagedPolicy =>
  ManagedPolicy.fromManagedPolicyName(scope, `${name}-boundary`, nameOf(settings));
