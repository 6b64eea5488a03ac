import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { modules } from '../functions/modules.ts';
import type { Module } from '../shared/http/module.ts';
import { copyPlaceOf, type Deployment } from './constructs/deployment.ts';
import { stayInEurope } from './constructs/europe.ts';
import { loadSettings } from './settings.ts';
import { apiStack } from './stacks/api.ts';
import { auditStack } from './stacks/audit.ts';
import { copyStack } from './stacks/copy.ts';
import { modulesStack } from './stacks/modules.ts';
import { recordsStack } from './stacks/records.ts';
import { runsStack } from './stacks/runs.ts';
import { watchStack } from './stacks/watch.ts';
import { witnessStack } from './stacks/witness.ts';
import { workStack } from './stacks/work.ts';

const ROOT = join(import.meta.dirname, '..');

/** The switches of CDK. Its command line reads them itself; synthesis without it must come out the same. */
const { context } = z
  .looseObject({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')));

/** All stacks of one deployment. Synthesis fails when anything would leave the Union or breaks a rule of cdk-nag. */
export function sointuApp(
  deployment: Deployment,
  outdir: string,
  register: readonly Module[] = modules,
): App {
  const app = new App({ outdir, context, analyticsReporting: false, treeMetadata: false });
  const records = recordsStack(app, deployment);
  const api = apiStack(app, deployment, records, register);
  const audit = auditStack(app, deployment, register);
  const to = copyPlaceOf(deployment.settings);
  // S3 looks for the bucket into which it is to copy.
  if (to !== undefined) audit.addStackDependency(copyStack(app, deployment, to));
  witnessStack(app, deployment, api).addStackDependency(audit);
  const answering = modulesStack(app, deployment, { ...records, api }, register);
  const work = workStack(app, deployment, records, { functions: api.functions, modules: register });
  const running = runsStack(app, deployment, { ...records, staffPool: api.staffPool, work }, register);
  const watched = { functions: [...api.functions, ...work.functions], modules: register };
  const watch = watchStack(app, deployment, records, watched);
  // What an upgrade takes out of one of these may come up here under the same name: it is taken out first.
  for (const stack of [answering, running]) watch.addStackDependency(stack);
  stayInEurope(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

/** Bundles made before by `infra/build.ts`. */
const built = (functionName: string): Code => Code.fromAsset(join(ROOT, 'dist', functionName));

if (import.meta.main) {
  const outdir = process.env['CDK_OUTDIR'] ?? join(ROOT, 'cdk.out');
  sointuApp({ settings: loadSettings(), codeOf: built }, outdir).synth();
}
