import type { Finding } from '../../kernel/finding.ts';
import { error } from './findings.ts';
import { asksForOneself, type LogRequest } from './model.ts';
import type { Answered } from './rules.ts';

/**
 * What is wrong with a refusal that concerns who asks for the client alone: it gives nothing, keeps nothing back from the
 * client, and is a written decision as every refusal is.
 */
export function judgeAskerRefused(
  { asker }: Pick<LogRequest, 'asker'>,
  { outcome, fee, decision, withheld }: Answered,
): Finding[] {
  const isAlone = outcome === 'refused' && fee === undefined && withheld.length === 0;
  return [
    ...(asksForOneself(asker) || !isAlone
      ? [
          error('logRequest.askerRefused', '/body/askerRefused', {
            fi: 'Asiakkaan puolesta asioivalta evätään koko pyyntö: mitään ei anneta, mistään ei peritä maksua eikä asiakkaalta itseltään pidätetä mitään.',
            sv: 'Den som uträttar ärendet för klienten vägras hela begäran: ingenting lämnas ut, ingen avgift tas ut och ingenting hålls inne för klienten själv.',
            en: 'Who acts for the client is refused the whole request: nothing is given, nothing is charged, and nothing is kept back from the client.',
          }),
        ]
      : []),
    ...(decision === undefined ? [decisionMissing()] : []),
  ];
}

export const decisionMissing = (): Finding =>
  error('logRequest.decisionWritten', '/body/decision', {
    fi: 'Kieltäytymisestä tehdään kirjallinen päätös.',
    sv: 'Ett skriftligt beslut ska fattas om vägran.',
    en: 'A refusal is a written decision.',
  });
