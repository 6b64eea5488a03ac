import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { loadMatterOfClient } from '../../shared/domain/intake/of-client.ts';
import type { CaseId, MatterId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * A decision answers matters that were brought into its own case.
 * @throws Refusal `decision.notValid`.
 */
export async function mustBeOfCase(
  context: ClientContext,
  caseId: CaseId,
  answers: readonly MatterId[] = [],
): Promise<void> {
  const found = await Promise.all(
    answers.map((matterId) => loadMatterOfClient(context, context.file.head.clientId, matterId)),
  );
  if (found.every((matter) => matter?.handled?.caseId === caseId)) return;
  throw new Refusal(DECISION_REFUSALS.notValid, {
    findings: [
      finding('answersOfCase', 'error', '/body/answers', '434/2003 31, 44 §', {
        fi: 'Hakemus, johon päätös vastaa, ei ole tullut vireille tässä asiassa.',
        sv: 'Den ansökan som beslutet gäller har inte anhängiggjorts i detta ärende.',
        en: 'The application that the decision answers was not brought into this case.',
      }),
    ],
  });
}
