import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../shared/domain/social-services.ts';
import type { PROFILES } from './controllers.ts';

/**
 * The 77 service rows of the five notices as data: under which service task, which services, and what each rests on. A
 * row that promises a phase of the work, a module or a kind of document is worked on services of which it is promised.
 */
export type Work = { task: ServiceTask; services: readonly SocialService[]; by: RestsOn };

export type RestsOn =
  /** `after`: the decision that it carries out or continues; `alone`: the one service that it is on. */
  | { decision: DecisionKind; after?: DecisionKind; alone?: SocialService }
  /** An agreement drawn up in the case, after a calculation of means, by national definition; the decision that confirms it. */
  | { calculation?: '6000'; agreement: '13000' | '13001'; confirmedBy: DecisionKind }
  /** What begins without a decision, as guidance and our own reading of the section have it. */
  | { guidance: string; unverified: true };

const decided =
  (task: ServiceTask, decision: DecisionKind) =>
  (...services: SocialService[]): Work => ({ task, services, by: { decision } });

const adult = decided('workingAge', '11052');
const family = decided('families', '11001');
const older = decided('older', '11000');
const substance = decided('substance', '11003');
const disability = decided('disability', '11053');
const openCare = decided('childWelfare', '11002')('childWelfareOpenCare');
const takingIntoCare = decided('childWelfare', '11023')('takingIntoCare');
const substituteCare: Work = {
  task: 'childWelfare',
  services: ['substituteCare'],
  by: { decision: '11024', after: '11023' },
};
const aftercare = decided('childWelfare', '11059')('aftercare');
const ASSISTANCE = (['supplementaryAssistance', 'preventiveAssistance'] as const).map(
  (alone): Work => ({ task: 'workingAge', services: [alone], by: { decision: '11047', alone } }),
);
const specialCare = decided('disability', '11046')('specialCare');
const account = decided('workingAge', '11054')('clientFunds');
const visits = decided('families', '11060')('supervisedVisits');
const SUBSTANCE = substance('substanceWork', 'specialSubstanceServices');
const DISABILITY = disability('personalAssistance', 'housingSupport', 'mobilitySupport');
const CHILD = [openCare, takingIntoCare, substituteCare, aftercare];

/** A matter of parenthood is opened without a decision; what ends it early is a decision of its own (775/2022 14 §). */
const parenthood: Work = {
  task: 'familyLaw',
  services: ['parenthood'],
  by: { guidance: '775/2022 6–7 §', unverified: true },
};
const maintenance: Work = {
  task: 'familyLaw',
  services: ['maintenance'],
  by: { calculation: '6000', agreement: '13000', confirmedBy: '11018' },
};
const custody: Work = {
  task: 'familyLaw',
  services: ['custodyAndAccess'],
  by: { agreement: '13001', confirmedBy: '11022' },
};
const FAMILY_LAW = [parenthood, maintenance, custody];

/** By the id of the row. */
export const SERVICE_ROWS: Readonly<Record<string, readonly Work[]>> = {
  'U-4.2': [adult('socialWork'), family('familyWork'), openCare, parenthood],
  'U-4.3': [adult('socialWork')],
  'U-4.4': [adult('socialGuidance')],
  'U-4.5': [adult('socialRehabilitation')],
  'U-4.6': [adult('mobilityServices')],
  'U-4.7': [older('homeCare')],
  'U-4.8': [family('familyHomeService')],
  'U-4.9': [adult('otherService')],
  'U-4.10': ASSISTANCE,
  'U-4.11': [adult('rehabilitativeWork')],
  'U-4.12': [adult('refugeeServices')],
  'U-4.13': [DISABILITY, specialCare],
  'U-4.14': [DISABILITY],
  'U-4.16': [disability('disabilityWorkActivity')],
  'U-4.17': [SUBSTANCE],
  'U-4.18': [adult('serviceAdvice')],
  'U-4.19': [family('familyWork')],
  'U-4.20': [family('familyWork')],
  'U-4.21': [openCare],
  'U-4.22': [openCare],
  'U-4.23': [openCare],
  'U-4.24': [openCare],
  'U-4.25': [takingIntoCare],
  'U-4.26': [substituteCare],
  'U-4.27': [aftercare],
  'U-4.29': [parenthood],
  'U-4.30': [maintenance],
  'U-4.31': [maintenance],
  'U-4.32': [custody],
  'U-4.34': ASSISTANCE,
  'U-4.36': [openCare, takingIntoCare, substituteCare],
  'U-4.38': [
    adult('rehabilitativeWork', 'socialWork'),
    older('informalCareSupport'),
    SUBSTANCE,
    disability('disabilityWorkActivity'),
  ],
  'U-4.39': [older('informalCareSupport')],
  'U-6.12': [openCare],
  'U-6.13': [openCare],
  'U-6.14': [openCare],
  'J-1.5': [adult('socialWork'), ...ASSISTANCE, openCare],
  'J-1.6': ASSISTANCE,
  'J-1.7': [adult('socialWork'), family('socialWork')],
  'J-1.8': [SUBSTANCE],
  'J-1.9': [openCare, substituteCare],
  'J-1.10': [DISABILITY],
  'J-1.11': [adult('mentalHealthServices')],
  'J-1.14': [adult('employmentSupport', 'rehabilitativeWork')],
  'J-1.15': [adult('socialWork')],
  'J-1.16': [family('schoolSocialWork')],
  'J-1.22': [adult('socialWork')],
  'J-1.23': [openCare, substituteCare],
  'L-3.1': [...ASSISTANCE, openCare, account, adult('socialWork'), family('familyWork')],
  'L-4.1': [adult('socialWork'), ...ASSISTANCE],
  'L-4.2': [adult('socialWork'), ...ASSISTANCE],
  'L-4.3': [adult('socialWork'), ...ASSISTANCE],
  'L-4.4': [adult('socialWork'), ...ASSISTANCE],
  'L-4.5': [adult('socialWork'), ...CHILD],
  'L-4.7': [adult('socialWork'), ...CHILD],
  'H-7.5': [
    adult('socialWork', 'socialGuidance', 'supportedHousing', 'psychosocialRehabilitation'),
    adult('rehabilitativeWork', 'socialRehabilitation'),
  ],
  'H-7.6': [adult('employmentSupport')],
  'H-7.11': [family('socialWork', 'socialGuidance', 'familyWork', 'supportPerson', 'supportFamily'), visits],
  'H-7.12': [family('otherService')],
  'K-5.3': [family('serviceAdvice'), adult('serviceAdvice'), older('serviceAdvice')],
  'K-5.4': [family('serviceAdvice'), adult('serviceAdvice'), older('serviceAdvice')],
  'K-5.5': [SUBSTANCE, adult('mentalHealthServices')],
  'K-5.6': [adult('socialWork', 'workRehabilitation', 'rehabilitativeWork')],
  'K-5.7': [family('socialWork', 'familyWork', 'familyHomeService')],
  'K-5.8': FAMILY_LAW,
  'K-5.9': [family('emergencySocialServices')],
  'K-5.10': [family('familyCounselling')],
  'K-5.11': [family('youthStation')],
  'K-5.12': [family('childHealthAndSchoolHealth')],
  'K-5.13': CHILD,
  'K-5.14': [SUBSTANCE, adult('mentalHealthServices')],
  'K-5.15': [DISABILITY],
  'K-5.16': [specialCare],
  'K-5.17': [older('supportServices', 'homeCare', 'dayActivity')],
  'K-5.18': [older('socialWork')],
  'K-5.19': [older('informalCareSupport', 'familyCare')],
  'K-5.20': [older('roundTheClockHousing', 'institutionalCare')],
};

/** A decision names so many services at most. */
const MOST_SERVICES = 5;

/** Each work of all rows once: the services of one task that rest on the same, one after the other as they follow. */
export function worksOfAll(): Work[] {
  const works = new Map<string, Work>();
  for (const work of Object.values(SERVICE_ROWS).flat()) {
    const key = keyOf(work);
    const services = new Set([...(works.get(key)?.services ?? []), ...work.services]);
    works.set(key, { ...work, services: [...services] });
  }
  return [...works.values()]
    .toSorted((a, b) => Number(isAfter(a)) - Number(isAfter(b)))
    .flatMap(({ services, ...work }) =>
      services.flatMap((_, nth) =>
        nth % MOST_SERVICES === 0 ? [{ ...work, services: services.slice(nth, nth + MOST_SERVICES) }] : [],
      ),
    );
}

export const keyOf = ({ task, by }: Work): string => `${task} ${JSON.stringify(by)}`;
const isAfter = ({ by }: Work): boolean => 'decision' in by && by.after !== undefined;

const LETTERS: readonly (keyof typeof PROFILES)[] = ['U', 'J', 'L', 'H', 'K'];

/** Whose promise a row is: the letter of its profile. */
export function profileOf(rowId: string): keyof typeof PROFILES {
  const letter = LETTERS.find((one) => rowId.startsWith(`${one}-`));
  if (letter === undefined) throw new Error(`no profile of ${rowId}`);
  return letter;
}
