import * as z from 'zod';
import { readDeployed } from '../aws/deployed.ts';
import { awsServices, deployedSettings } from '../services-aws.ts';
import { recordDeployed } from './record-deployed.ts';

/** The schedule names the functions, of which a variable could not hold all. */
const Asked = z.object({ functions: z.string() });

/** Fails when something could not be read: a day without a hash is not a day on which nothing changed. */
export async function handler(event: unknown): Promise<{ recorded: number; changed: number }> {
  const { controllers, parts, functionNameOf } = deployedSettings();
  const functions = Asked.parse(event)
    .functions.split(' ')
    .map((name) => [name, functionNameOf(name)] as const);
  return recordDeployed(
    awsServices(),
    () => readDeployed({ ...parts, functions: Object.fromEntries(functions) }),
    controllers,
  );
}
