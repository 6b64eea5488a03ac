import type { Finding } from '../../../kernel/finding.ts';
import type { ControllerSettings } from '../../controllers/settings/settings.ts';
import { finding } from './finding.ts';

/** The list is the controller's own, as it writes it (C-47): what stands there may be named, and nothing else. */
export const judgeLaws = (
  named: readonly string[],
  registers: readonly Pick<ControllerSettings['registers'][number], 'laws'>[],
): Finding[] => {
  const listed = registers.flatMap(({ laws }) => laws.map(({ name, number }) => number ?? name));
  return named.flatMap((law, index) =>
    listed.includes(law)
      ? []
      : [
          finding('lawListed', 'error', `/body/laws/${index}`, 'C-03', {
            fi: 'Laki ei ole rekisterinpitäjän säädösluettelossa.',
            sv: 'Lagen finns inte i den personuppgiftsansvarigas förteckning.',
            en: 'The law is not on the controller’s list.',
          }),
        ],
  );
};
