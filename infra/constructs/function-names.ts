import type { Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { Module } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { functionNameOf } from './deployment.ts';

/** What of a module works beside its requests, by the names that its functions are built under. */
export const consumersOf = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ name, consumers }) => consumers.map(({ file }) => `${name}-${file}`));
const inboxesOf = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ name, inbox }) => (inbox === undefined ? [] : [`${name}-${inbox.file}`]));
export const runsOf = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ name, schedules = [] }) => schedules.map(({ file }) => `${name}-${file}`));

/** Every function of the modules: the one of each that answers requests, and those that work beside it. */
export const functionsOf = (modules: readonly Module[]): string[] => [
  ...modules.map(({ name }) => name),
  ...consumersOf(modules),
  ...inboxesOf(modules),
  ...runsOf(modules),
];

/** The functions of ours in a stack, by the names that they were built under. What CDK makes for itself has no name. */
export function functionNamesIn(stack: Stack, settings: DeploymentSettings): string[] {
  const begins = functionNameOf(settings, '');
  return stack.node
    .findAll()
    .flatMap((made) => (made instanceof CfnFunction ? (made.functionName ?? []) : []))
    .filter((name) => name.startsWith(begins))
    .map((name) => name.slice(begins.length));
}
