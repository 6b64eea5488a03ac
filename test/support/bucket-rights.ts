import { ofType, type Resource, type Statement, statementsOf } from './templates.ts';

export const arnOf = (bucket: string): string => `arn:aws:s3:::${bucket}`;

export const isAbout = (bucket: string) => (statement: Statement) =>
  statement.Effect === 'Allow' &&
  statement.Resource.some((name) => name === arnOf(bucket) || name.startsWith(`${arnOf(bucket)}/`));

/** Name of a function's role -> what it may do with objects of the bucket. */
export function whoMay(resources: readonly Resource[], bucket: string): Record<string, string[]> {
  const found = ofType(resources, 'AWS::IAM::Policy').map((policy) => ({
    name: policy.id.replace(/policy[0-9A-F]{8}$/, ''),
    actions: statementsOf(policy)
      .filter(isAbout(bucket))
      .flatMap(({ Action }) => Action)
      .sort(),
  }));
  return Object.fromEntries(
    found.filter(({ actions }) => actions.length > 0).map(({ name, actions }) => [name, actions]),
  );
}
