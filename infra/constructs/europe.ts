import { type App, Stack, Token } from 'aws-cdk-lib';
import { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { EU_REGIONS } from '../settings.ts';

const isEuropean = (region: string): boolean => EU_REGIONS.some((allowed) => allowed === region);

/** Every reason why the app would put something outside the Union. A region not known at synthesis is one too. */
function reasonsOutsideTheUnion(app: App): string[] {
  return app.node.findAll().flatMap((construct) => {
    if (construct instanceof Stack) {
      const known = !Token.isUnresolved(construct.region) && isEuropean(construct.region);
      return known ? [] : [`${construct.stackName}: ${construct.region} is not a region of the EU.`];
    }
    if (construct instanceof CfnGlobalTable) {
      const replicas: unknown = construct.stack.resolve(construct.replicas);
      const elsewhere = Array.isArray(replicas)
        ? replicas.filter(({ region }: { region: unknown }) => region !== construct.stack.region)
        : ['unknown'];
      return elsewhere.length === 0 ? [] : [`${construct.node.path}: a table has a replica elsewhere.`];
    }
    return [];
  });
}

/** Makes synthesis fail, by the CLI and without it, when anything would lie outside the Union. */
export function stayInEurope(app: App): void {
  app.node.addValidation({ validate: () => reasonsOutsideTheUnion(app) });
}
