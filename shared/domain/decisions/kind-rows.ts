/**
 * The 53 national kinds of decision as rows: which statute, who may decide at most, how the decision is appealed,
 * and what holds of its hearing, service and term. What no source settled stands in `open`: the controller's lawyer
 * decides on it, and the kinds that have something open are told apart in the register that main users read.
 *
 * A row's key is the number of its definition: 11052 is 1.2.246.537.6.1506.11052.
 */

/**
 * Who may decide at most (the delegation table says who does).
 * `socialWorker`: in public office (417/2007 13 § 1 mom.). `leading`: leading official of social welfare or a social
 * worker whom that official has appointed (13 § 2 mom.); never the child's responsible social worker, who prepares (3 mom.). `childsWorker`: the child's responsible social worker
 * (13 b §). `institution`: head of the institution or a person the head has designated (chapter 11).
 * `childWelfareSupervisor`: lastenvalvoja (1301/2014 27 a §). `disability`: a professional of social welfare in
 * public office (675/2023 5 §). `official`: an official by the controller's own delegation.
 */
export type Power =
  | 'socialWorker'
  | 'leading'
  | 'childsWorker'
  | 'institution'
  | 'childWelfareSupervisor'
  | 'disability'
  | 'official';

/**
 * Muutoksenhaun tie. `OVK`: review request, administrative court, supreme court by leave. `OVF`: review request,
 * administrative court, final. `HK`: straight to the administrative court, supreme court by leave. `HF`: straight,
 * final. `K0`: the court decided, supreme court without leave. `CIV`: action in the district court. `none`: none.
 */
export type AppealRoute = 'OVK' | 'OVF' | 'HK' | 'HF' | 'K0' | 'CIV' | 'none';

type Span = { count: number; unit: 'hours' | 'days' | 'months' | 'years' };

export type KindRow = {
  tasks: readonly (
    | 'families'
    | 'workingAge'
    | 'older'
    | 'substance'
    | 'disability'
    | 'childWelfare'
    | 'familyLaw'
  )[];
  law: string;
  powers: readonly { power: Power; longest?: Span }[];
  route: AppealRoute;
  /** Other routes of the same kind, for what the row names. */
  otherRoutes?: readonly { route: AppealRoute; of: string }[];
  /** `verifiable`: where the law asks for it of this kind; an obliging decision asks for it by itself (434/2003 60 §). */
  service?: 'verifiable';
  /** `needed`: parties are heard or the ground for leaving it is recorded. `asNeeded`: 434/2003 34 § as it stands. */
  hearing: 'needed' | 'asNeeded';
  /** Who beside the client, custodians and guardians has a voice and a right of appeal. */
  voices?: readonly ('parent' | 'carer' | 'restricted')[];
  /** 417/2007: a child of 12; elsewhere 15 (434/2003 14 §). */
  childFrom: 12 | 15;
  /** Whether the decision can be ordered enforced at once (417/2007 91 §; 1301/2014 52 §; 519/1977). */
  atOnce: boolean;
  /** A longest term; then a last day is required. */
  longest?: Span;
  /** Days or months from issue or legal force in which it must be begun, else it lapses. */
  beginWithin?: { count: number; unit: 'days' | 'months'; from: 'issued' | 'legalForce' };
  /** The decision it continues, ends or carries out. */
  follows?: { kinds: readonly string[]; otherDecider?: true; once?: true; ends?: true };
  /** Months of implementation from the opening of the case (1301/2014 45 §), where the kind grants a service. */
  implementMonths?: number;
  open?: readonly string[];
};

const days = (count: number): Span => ({ count, unit: 'days' });

/** Päätös sosiaalipalvelusta (1301/2014 45 §; 50–52 §). */
const service = (tasks: KindRow['tasks'], law: string, more: Partial<KindRow> = {}): KindRow => ({
  tasks,
  law,
  powers: [{ power: 'official' }],
  route: 'OVK',
  hearing: 'asNeeded',
  childFrom: 15,
  atOnce: true,
  implementMonths: 3,
  ...more,
});

/** Lastensuojelun päätös (417/2007). */
const child = (law: string, power: Power, route: AppealRoute, more: Partial<KindRow> = {}): KindRow => ({
  tasks: ['childWelfare'],
  law,
  powers: [{ power }],
  route,
  hearing: 'needed',
  childFrom: 12,
  atOnce: true,
  ...more,
});

/** Rajoitustoimenpide (417/2007 luku 11): the child and the custodian have the right (89 § 4–5 mom.). */
const restriction = (law: string, power: Power, more: Partial<KindRow> = {}): KindRow =>
  child(law, power, 'HF', { hearing: 'needed', ...more });

/** Kehitysvammaisten erityishuolto (519/1977): written decisions straight to the court (81 b §). */
const specialCare = (law: string, more: Partial<KindRow> = {}): KindRow => ({
  tasks: ['disability'],
  law,
  powers: [{ power: 'institution' }],
  route: 'HK',
  hearing: 'needed',
  childFrom: 15,
  atOnce: true,
  ...more,
});

/** Lastenvalvojan päätös. */
const familyLaw = (law: string, route: AppealRoute, more: Partial<KindRow> = {}): KindRow => ({
  tasks: ['familyLaw'],
  law,
  powers: [{ power: 'childWelfareSupervisor' }],
  route,
  hearing: 'asNeeded',
  childFrom: 15,
  atOnce: false,
  ...more,
});

const NOT_IN_90 = 'The route is not named in 417/2007 90 § 1 mom.: a review request is taken for it.';
const COURT_OR_REVIEW =
  'Whether a refusal to confirm is appealed by review request or by action is unverified.';
const OF_CLAIM =
  'Suspension and reopening: the information on the right of action (17 § 2 mom.) is in the document.';

export const KIND_ROWS = {
  '11000': service(['older'], '1301/2014 45 §'),
  '11001': service(['families'], '1301/2014 45 §'),
  '11002': child('417/2007 34–36 §', 'official', 'OVF', {
    hearing: 'needed',
    implementMonths: 3,
    otherRoutes: [
      { route: 'OVK', of: 'livelihood and housing (35 §; 92 § 1 mom. 3 k.)' },
      { route: 'OVK', of: 'prohibition of a private placement (81 §; 92 § 1 mom. 8 k.)' },
    ],
  }),
  '11003': service(['substance'], '1301/2014 24 a, 45 §'),
  '11005': familyLaw('22/2012 29 §', 'HK', { powers: [{ power: 'official' }] }),
  '11007': familyLaw('22/2012', 'none', {
    powers: [{ power: 'official' }],
    open: ['The definition has no place for appeal; the route of a refusal is unverified.'],
  }),
  '11008': specialCare('519/1977 42 g §'),
  '11009': restriction('417/2007 65 §', 'institution'),
  '11010': restriction('417/2007 72 §', 'leading', { longest: days(60), follows: { kinds: ['11012'] } }),
  '11011': restriction('417/2007 73 §', 'childsWorker', {
    follows: { kinds: ['11012', '11010'], ends: true },
  }),
  '11012': restriction('417/2007 71–72 §', 'leading', {
    longest: days(30),
    beginWithin: { count: 90, unit: 'days', from: 'issued' },
  }),
  '11014': restriction('417/2007 66 a §', 'institution', { route: 'OVF', atOnce: false, open: [NOT_IN_90] }),
  '11018': familyLaw('704/1975', 'CIV', { open: [COURT_OR_REVIEW] }),
  '11019': restriction('417/2007 70 §', 'institution', {
    longest: { count: 12, unit: 'hours' },
    follows: { kinds: ['11021'] },
  }),
  '11021': restriction('417/2007 70 §', 'institution', { longest: { count: 12, unit: 'hours' } }),
  '11022': familyLaw('361/1983', 'CIV', { open: [COURT_OR_REVIEW] }),
  '11023': child('417/2007 40, 43 § 1 mom.', 'leading', 'HK', {
    voices: ['parent', 'carer'],
    service: 'verifiable',
    beginWithin: { count: 3, unit: 'months', from: 'legalForce' },
  }),
  '11024': child('417/2007 47 §', 'leading', 'HK', {
    voices: ['parent', 'carer'],
    service: 'verifiable',
    follows: { kinds: ['11023', '11061'] },
    open: ['Whether 42 § 3 mom. makes verifiable service necessary of this kind too is read so here.'],
  }),
  '11025': child('417/2007 38 a §', 'leading', 'HF', {
    voices: ['parent', 'carer'],
    longest: days(30),
    follows: { kinds: ['11027'], otherDecider: true, once: true },
  }),
  '11026': child('417/2007 39 § 1 mom.', 'socialWorker', 'OVF', {
    voices: ['parent', 'carer'],
    follows: { kinds: ['11027', '11025'], ends: true },
    open: [NOT_IN_90],
  }),
  '11027': child('417/2007 38 §', 'socialWorker', 'HF', { voices: ['parent', 'carer'], longest: days(30) }),
  '11028': child('417/2007 62 § 3 mom.', 'leading', 'HK', {
    voices: ['parent', 'restricted'],
    longest: { count: 1, unit: 'years' },
    open: ['That the route is the one of a restriction of contact (90 § 1 mom. 6 k.) is our reading.'],
  }),
  '11030': child('417/2007 37, 37 a §', 'official', 'OVF', { voices: ['parent'], atOnce: false }),
  '11031': restriction('417/2007 69 §', 'institution', {
    follows: { kinds: ['11032'], ends: true },
    open: ['That the ending is appealed as the restriction itself is our reading of 90 § 1 mom.'],
  }),
  '11032': restriction('417/2007 69 §', 'institution', {
    powers: [
      { power: 'institution', longest: days(7) },
      { power: 'childsWorker', longest: days(30) },
    ],
    longest: days(30),
  }),
  '11033': restriction('417/2007 67 § 4 mom.', 'childsWorker'),
  '11035': child('417/2007 75 §', 'official', 'OVK', { hearing: 'asNeeded', atOnce: false }),
  '11036': restriction('417/2007 67 § 1–3 mom.', 'institution', {
    route: 'OVF',
    atOnce: false,
    open: [NOT_IN_90],
  }),
  '11037': specialCare('519/1977 42 n §', {
    powers: [
      { power: 'institution', longest: days(7) },
      { power: 'official', longest: days(30) },
    ],
    longest: days(30),
  }),
  '11038': familyLaw('234/1929 50 §', 'CIV', { open: [COURT_OR_REVIEW] }),
  '11039': specialCare('519/1977 42 l §'),
  '11040': specialCare('519/1977 42 k §', { longest: { count: 6, unit: 'months' } }),
  '11041': specialCare('519/1977 42 l §', {
    powers: [
      { power: 'institution', longest: days(7) },
      { power: 'official', longest: days(30) },
    ],
    longest: days(30),
  }),
  '11042': child('417/2007 43 § 3 mom.', 'leading', 'HK', {
    voices: ['parent', 'carer'],
    service: 'verifiable',
    follows: { kinds: ['11023', '11061', '11027', '11025'] },
    open: ['Whether 42 § 3 mom. makes verifiable service necessary of this kind too is read so here.'],
  }),
  '11043': service(['workingAge', 'families', 'older', 'disability', 'substance'], '1133/2002 11 §', {
    atOnce: false,
    implementMonths: 3,
  }),
  '11044': specialCare('519/1977 39 §', {
    atOnce: false,
    follows: { kinds: ['11045'], ends: true },
    open: ['The section of ending special care was not read.'],
  }),
  '11045': specialCare('519/1977 33, 38 §', {
    powers: [{ power: 'official' }],
    longest: { count: 6, unit: 'months' },
    open: ['The decision is submitted to the administrative court (519/1977); that step is not kept here.'],
  }),
  '11046': specialCare('519/1977 33 §', { powers: [{ power: 'official' }] }),
  '11047': service(['workingAge', 'families', 'older', 'disability', 'substance'], '1412/1997 12–14, 24 §', {
    atOnce: false,
  }),
  '11048': specialCare('519/1977 42 m §', {
    powers: [
      { power: 'institution', longest: days(7) },
      { power: 'official', longest: { count: 6, unit: 'months' } },
    ],
    longest: { count: 6, unit: 'months' },
  }),
  '11049': child('417/2007 63 §', 'leading', 'OVF', {
    voices: ['parent', 'restricted'],
    follows: { kinds: ['11050'], ends: true },
    open: [NOT_IN_90],
  }),
  '11050': child('417/2007 62–63 §', 'leading', 'HK', {
    powers: [{ power: 'institution', longest: days(30) }, { power: 'socialWorker' }, { power: 'leading' }],
    voices: ['parent', 'restricted'],
    longest: { count: 1, unit: 'years' },
  }),
  '11052': service(['workingAge'], '1301/2014 45 §'),
  '11053': service(['disability'], '675/2023 5 §', { powers: [{ power: 'disability' }] }),
  '11054': service(
    ['workingAge', 'families', 'older', 'disability', 'substance', 'childWelfare'],
    '1301/2014',
    {
      atOnce: false,
      open: ['No statute on the client funds account was read; the review request follows 1301/2014 50 §.'],
    },
  ),
  '11055': child('417/2007 37 a §', 'official', 'OVF', {
    voices: ['parent'],
    atOnce: false,
    follows: { kinds: ['11030'], ends: true },
  }),
  '11056': restriction('417/2007 69 a §', 'childsWorker', {
    route: 'OVF',
    atOnce: false,
    powers: [{ power: 'childsWorker' }, { power: 'institution' }],
    open: [NOT_IN_90],
  }),
  '11059': service(['childWelfare'], '417/2007 75–76 a §', { childFrom: 12 }),
  '11060': service(['families', 'familyLaw'], '1301/2014 27 §', { atOnce: false }),
  '11061': child('417/2007 43 § 2 mom.', 'leading', 'none', {
    voices: ['parent', 'carer'],
    hearing: 'asNeeded',
    atOnce: false,
    open: [
      'Carries out what the court decided; whether the enforcement decision itself is appealed is unverified.',
    ],
  }),
  '11062': familyLaw('775/2022 14 §', 'HK', { voices: ['parent'], open: [OF_CLAIM] }),
  '11063': familyLaw('775/2022 14 § 3 mom.', 'HK', { voices: ['parent'], open: [OF_CLAIM] }),
  '11066': {
    tasks: ['childWelfare', 'families'],
    law: '1301/2014 22 a § 6 k.; 681/2023',
    powers: [{ power: 'institution' }],
    route: 'OVF',
    hearing: 'needed',
    childFrom: 12,
    atOnce: false,
    open: ['The restrictions and appeal of family group homes (681/2023) were not read.'],
  },
} as const satisfies Record<string, KindRow>;
