import { errorsOf, type Finding } from './finding.ts';
import { Refusal, type RefusalDefinition } from './refusal.ts';

/** @throws Refusal with every finding, warnings too, when one of them is an error. */
export function refuseErrors(definition: RefusalDefinition, findings: readonly Finding[]): void {
  if (errorsOf(findings).length > 0) throw new Refusal(definition, { findings });
}
