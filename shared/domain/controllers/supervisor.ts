import type { Sentence } from '../../kernel/finding.ts';
import { dataSubjectDefaults } from './settings/data-subject.ts';
import type { ControllerSettings } from './settings/settings.ts';

/** The Data Protection Ombudsman in the other languages, as its own pages give it (tietosuoja.fi). */
const OMBUDSMAN = {
  sv: 'Dataombudsmannens byrå, PB 800, 00531 Helsingfors; besöksadress Fågelviksgränden 4, 00530 Helsingfors',
  en: 'Office of the Data Protection Ombudsman, PO Box 800, FI-00531 Helsinki; visits at Lintulahdenkuja 4, 00530 Helsinki',
} as const;

/** Valvontaviranomainen and how it is reached; one that the controller has written itself stands as it was written. */
export function supervisorIn(
  { supervisorContact: chosen }: Pick<ControllerSettings['notice'], 'supervisorContact'>,
  language: keyof Sentence,
): string {
  const { title, area, name, address, phone, email } = chosen;
  const known = dataSubjectDefaults.notice.supervisorContact;
  const isOmbudsman = title === known.title && address === known.address && name === null;
  const who =
    language === 'fi' || !isOmbudsman
      ? [area === null ? title : `${title} (${area})`, name, address]
      : [OMBUDSMAN[language]];
  return [...who, phone, email].filter((part) => part !== null).join(', ');
}
