import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { errorsOf, type Finding } from '../../shared/kernel/finding.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** @throws Refusal `case.notValid` with every finding, when one of them is an error. */
export function refuseErrors(findings: readonly Finding[]): void {
  if (errorsOf(findings).length > 0) throw new Refusal(CASE_REFUSALS.notValid, { findings });
}
