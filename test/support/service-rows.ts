import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../shared/domain/social-services.ts';
import type { PROFILES } from './controllers.ts';

/**
 * The rows of the five notices that promise services, as data: under which service task, which services, and the kind
 * of decision that grants them. Where no national kind grants it, a service rests on guidance or an agreement.
 */
export type ServiceRowOfNotice = {
  task: ServiceTask;
  services: readonly SocialService[];
  kind?: DecisionKind;
};

const adult = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'workingAge',
  services,
  kind: '11052',
});
const family = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'families',
  services,
  kind: '11001',
});
const older = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'older',
  services,
  kind: '11000',
});
const substance = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'substance',
  services,
  kind: '11003',
});
const disability = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'disability',
  services,
  kind: '11053',
});
const child = (...services: SocialService[]): ServiceRowOfNotice => ({
  task: 'childWelfare',
  services,
  kind: '11002',
});
const assistance: ServiceRowOfNotice = { task: 'workingAge', services: ['socialAssistance'], kind: '11047' };
const aftercare: ServiceRowOfNotice = { task: 'childWelfare', services: ['aftercare'], kind: '11059' };
const familyLaw = (...services: SocialService[]): ServiceRowOfNotice => ({ task: 'familyLaw', services });
const SUBSTANCE = substance('substanceWork', 'specialSubstanceServices');

/** By the id of the row. */
export const SERVICE_ROWS: Readonly<Record<string, readonly ServiceRowOfNotice[]>> = {
  'U-4.3': [adult('socialWork')],
  'U-4.4': [adult('socialGuidance')],
  'U-4.5': [adult('socialRehabilitation')],
  'U-4.6': [adult('mobilityServices')],
  'U-4.7': [older('homeCare')],
  'U-4.8': [family('familyHomeService')],
  'U-4.9': [adult('otherService')],
  'U-4.10': [assistance],
  'U-4.11': [adult('rehabilitativeWork')],
  'U-4.12': [adult('refugeeServices')],
  'U-4.16': [disability('disabilityWorkActivity')],
  'U-4.17': [SUBSTANCE],
  'U-4.18': [adult('serviceAdvice')],
  'U-4.19': [family('familyWork')],
  'U-4.27': [aftercare],
  'U-4.29': [familyLaw('parenthood')],
  'U-4.39': [older('informalCareSupport')],
  'J-1.6': [assistance],
  'J-1.7': [adult('socialWork'), family('socialWork')],
  'J-1.8': [SUBSTANCE],
  'J-1.9': [child('childWelfareOpenCare', 'substituteCare')],
  'J-1.10': [disability('personalAssistance', 'housingSupport', 'mobilitySupport')],
  'J-1.11': [adult('mentalHealthServices')],
  'J-1.14': [adult('employmentSupport', 'rehabilitativeWork')],
  'J-1.15': [adult('socialWork')],
  'J-1.16': [family('schoolSocialWork')],
  'H-7.5': [
    adult('socialWork', 'socialGuidance', 'supportedHousing', 'psychosocialRehabilitation'),
    adult('rehabilitativeWork', 'socialRehabilitation'),
  ],
  'H-7.6': [adult('employmentSupport')],
  'H-7.11': [
    family('socialWork', 'socialGuidance', 'familyWork', 'supportRelationship'),
    { task: 'families', services: ['supervisedVisits'], kind: '11060' },
  ],
  'H-7.12': [family('otherService')],
  'K-5.3': [family('serviceAdvice'), adult('serviceAdvice'), older('serviceAdvice')],
  'K-5.6': [adult('socialWork', 'workRehabilitation', 'rehabilitativeWork')],
  'K-5.7': [family('socialWork', 'familyWork', 'familyHomeService')],
  'K-5.8': [familyLaw('parenthood', 'maintenance', 'custodyAndAccess')],
  'K-5.9': [family('emergencySocialServices')],
  'K-5.10': [family('familyCounselling')],
  'K-5.11': [family('youthStation')],
  'K-5.13': [child('childWelfareOpenCare', 'substituteCare'), aftercare],
  'K-5.14': [SUBSTANCE, adult('mentalHealthServices')],
  'K-5.15': [disability('personalAssistance', 'housingSupport', 'mobilitySupport')],
  'K-5.16': [disability('specialCare')],
  'K-5.17': [older('supportServices', 'homeCare', 'dayActivity')],
  'K-5.18': [older('socialWork')],
  'K-5.19': [older('informalCareSupport', 'familyCare')],
  'K-5.20': [older('roundTheClockHousing', 'institutionalCare')],
};

const LETTERS: readonly (keyof typeof PROFILES)[] = ['U', 'J', 'L', 'H', 'K'];

/** Whose promise a row is: the letter of its profile. */
export function profileOf(rowId: string): keyof typeof PROFILES {
  const letter = LETTERS.find((one) => rowId.startsWith(`${one}-`));
  if (letter === undefined) throw new Error(`no profile of ${rowId}`);
  return letter;
}
