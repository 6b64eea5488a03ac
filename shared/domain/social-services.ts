import * as z from 'zod';

/**
 * Sosiaalipalvelu: what is given to the client, inside a service task. Sosiaalihuoltolaki 1301/2014 14 §
 * lists the services; those of special acts, and the names five real controllers still use, follow.
 * A row is: Finnish, Swedish, English, the act, the code of the national list (`SOCIAL_SERVICES_LIST`); the
 * code is null where we have not seen it and will not guess it. The Swedish and English names are unreviewed.
 */

type Row = readonly [fi: string, sv: string, en: string, act: string, code: string | null];

// One row a line: an auditor reads it beside the act.
// biome-ignore format: a table
const ROWS = {
  // Sosiaalihuoltolaki 14 §, in its order
  socialWork: ['Sosiaalityö', 'Socialt arbete', 'Social work', '1301/2014 14 § 1 k.', '46'],
  socialGuidance: ['Sosiaaliohjaus', 'Social handledning', 'Social guidance', '1301/2014 14 § 2 k.', null],
  socialRehabilitation: ['Sosiaalinen kuntoutus', 'Social rehabilitering', 'Social rehabilitation', '1301/2014 14 § 3 k.', null],
  financialCapacity: ['Taloudellisen toimintakyvyn edistäminen', 'Främjande av ekonomisk funktionsförmåga', 'Promoting financial capacity', '1301/2014 14 § 3 a k.', '99'],
  familyWork: ['Perhetyö', 'Familjearbete', 'Family work', '1301/2014 14 § 4 k.', null],
  familyHomeService: ['Lapsiperheen kotipalvelu', 'Hemservice för barnfamiljer', 'Home service for families with children', '1301/2014 14 § 5 k.', null],
  supportServices: ['Tukipalvelut', 'Stödservice', 'Support services', '1301/2014 14 § 6 k.', null],
  homeCare: ['Kotihoito', 'Hemvård', 'Home care', '1301/2014 14 § 7 k.', null],
  temporaryHousing: ['Tilapäinen asuminen', 'Tillfälligt boende', 'Temporary housing', '1301/2014 14 § 8 k.', null],
  familyGroupHome: ['Perheryhmäkotitoiminta', 'Familjegrupphemsverksamhet', 'Family group home', '1301/2014 14 § 8 a k.', null],
  supportedHousing: ['Tuettu asuminen', 'Stödboende', 'Supported housing', '1301/2014 14 § 9 k.', null],
  communalHousing: ['Yhteisöllinen asuminen', 'Gemenskapsboende', 'Communal housing', '1301/2014 14 § 10 k.', null],
  roundTheClockHousing: ['Ympärivuorokautinen palveluasuminen', 'Serviceboende med heldygnsomsorg', 'Round-the-clock service housing', '1301/2014 14 § 11 k.', '85'],
  institutionalCare: ['Laitospalvelu', 'Service på en institution', 'Institutional care', '1301/2014 14 § 12 k.', '24'],
  mobilityServices: ['Liikkumista tukevat palvelut', 'Service som stöder rörlighet', 'Services supporting mobility', '1301/2014 14 § 13 k.', null],
  substanceWork: ['Päihde- ja riippuvuustyö', 'Missbruks- och beroendearbete', 'Substance and addiction work', '1301/2014 14 § 14 k.', null],
  specialSubstanceServices: ['Päihde- ja riippuvuustyön erityiset palvelut', 'Särskild service inom arbetet med missbruk och beroende', 'Special services for substance abuse and addiction', '1301/2014 14 § 15 k.', null],
  dayCentre: ['Päiväkeskuspalvelu', 'Dagcentralsservice', 'Day centre', '1301/2014 14 § 16 k.', null],
  mentalHealthWork: ['Mielenterveystyö', 'Mentalvårdsarbete', 'Mental health work', '1301/2014 14 § 17 k.', null],
  mentalHealthServices: ['Mielenterveystyön palvelut', 'Service inom mentalvårdsarbete', 'Services of mental health work', '1301/2014 14 § 18 k.', null],
  familyCounselling: ['Kasvatus- ja perheneuvonta', 'Uppfostrings- och familjerådgivning', 'Upbringing and family counselling', '1301/2014 14 § 19 k.', null],
  supervisedVisits: ['Lapsen ja vanhemman tapaamisten valvonta', 'Övervakning av umgänge', 'Supervised visits', '1301/2014 14 § 20 k., 27 §', null],
  carersLeave: ['Omaistaan tai läheistään hoitavan vapaa', 'Ledighet för den som vårdar en närstående', "Carer's leave", '1301/2014 14 § 21 k.', null],
  schoolSocialWork: ['Opiskeluhuollon kuraattoripalvelu', 'Kuratorstjänster inom elevhälsan', 'School social work', '1301/2014 14 § 22 k.; 1287/2013', null],
  // Vammaispalvelulaki 6 § and the special care act
  disabilityCoaching: ['Valmennus', 'Träning', 'Coaching', '675/2023 6 §', null],
  personalAssistance: ['Henkilökohtainen apu', 'Personlig assistans', 'Personal assistance', '675/2023 6 §', null],
  inclusionSupport: ['Erityinen osallisuuden tuki', 'Särskilt stöd för delaktighet', 'Special support for inclusion', '675/2023 6 §', null],
  supportedDecisions: ['Tuettu päätöksenteko', 'Stöd i beslutsfattande', 'Supported decision-making', '675/2023 6 §', null],
  multiProfessionalSupport: ['Vaativa moniammatillinen tuki', 'Krävande multiprofessionellt stöd', 'Demanding multi-professional support', '675/2023 6 §', null],
  housingSupport: ['Asumisen tuki', 'Stöd för boendet', 'Support for housing', '675/2023 6 §', '93'],
  childsHousingSupport: ['Lapsen asumisen tuki', 'Stöd för boendet för barn', "Support for a child's housing", '675/2023 6 §', '94'],
  accessibleHousing: ['Esteettömän asumisen tuki', 'Stöd för tillgängligt boende', 'Support for accessible housing', '675/2023 6 §', null],
  shortTermCare: ['Lyhytaikainen huolenpito', 'Kortvarig omsorg', 'Short-term care', '675/2023 6 §', null],
  dayActivity: ['Päivätoiminta', 'Dagverksamhet', 'Day activity', '675/2023 6 §', '37'],
  disabilityWorkActivity: ['Vammaisten henkilöiden työtoiminta', 'Arbetsverksamhet för personer med funktionsnedsättning', 'Work activity of disabled people', '675/2023 6 §', '55'],
  mobilitySupport: ['Liikkumisen tuki', 'Stöd för rörlighet', 'Support for mobility', '675/2023 6 §', null],
  disabilityFinancialSupport: ['Taloudellinen tuki', 'Ekonomiskt stöd', 'Financial support', '675/2023 6 §', null],
  specialCare: ['Kehitysvammaisten erityishuolto', 'Specialomsorger om utvecklingsstörda', 'Special care of people with intellectual disabilities', '519/1977', null],
  // Child welfare
  childWelfareOpenCare: ['Lastensuojelun avohuolto', 'Öppenvård inom barnskyddet', 'Child welfare open care', '417/2007', null],
  takingIntoCare: ['Huostaanotto', 'Omhändertagande', 'Taking into care', '417/2007 40 §', null],
  substituteCare: ['Sijaishuolto', 'Vård utom hemmet', 'Substitute care', '417/2007 49 §', null],
  aftercare: ['Jälkihuolto', 'Eftervård', 'After-care', '417/2007 75 §', null],
  // Family law
  parenthood: ['Vanhemmuuden selvittäminen', 'Utredning av föräldraskap', 'Determination of parenthood', '775/2022', null],
  maintenance: ['Lapsen ja puolison elatusavun turvaaminen', 'Tryggande av underhållsbidrag', 'Securing of maintenance', '704/1975', null],
  custodyAndAccess: ['Lapsen huollon ja tapaamisoikeuden turvaaminen', 'Tryggande av vårdnad och umgängesrätt', 'Securing of custody and access', '361/1983', null],
  familyMediation: ['Perheasioiden sovittelu', 'Medling i familjeärenden', 'Mediation of family matters', '234/1929', null],
  enforcementMediation: ['Täytäntöönpanosovittelu', 'Medling vid verkställighet', 'Mediation in enforcement', '619/1996', null],
  adoptionCounselling: ['Adoptioneuvonta', 'Adoptionsrådgivning', 'Adoption counselling', '22/2012', null],
  // Other special acts
  socialAssistance: ['Toimeentulotukipalvelu (täydentävä ja ehkäisevä toimeentulotuki)', 'Utkomststödsservice (kompletterande och förebyggande utkomststöd)', 'Social assistance (supplementary and preventive)', '1412/1997', null],
  supplementaryAssistance: ['Täydentävä toimeentulotuki', 'Kompletterande utkomststöd', 'Supplementary social assistance', '1412/1997 7 c §', null],
  preventiveAssistance: ['Ehkäisevä toimeentulotuki', 'Förebyggande utkomststöd', 'Preventive social assistance', '1412/1997 8 §', null],
  socialCredit: ['Sosiaalinen luototus', 'Social kreditgivning', 'Social credit', '1133/2002', null],
  rehabilitativeWork: ['Kuntouttava työtoiminta', 'Arbetsverksamhet i rehabiliteringssyfte', 'Rehabilitative work', '189/2001', null],
  informalCareSupport: ['Omaishoidon tuki', 'Stöd för närståendevård', 'Support for informal care', '937/2005', null],
  familyCare: ['Perhehoito', 'Familjevård', 'Family care', '263/2015', '31'],
  professionalFamilyCare: ['Ammatillinen perhehoito', 'Professionell familjevård', 'Professional family care', '741/2023', '2'],
  supportRelationship: ['Tukisuhdetoiminta', 'Stödrelationsverksamhet (stödperson, stödfamilj)', 'Support person or support family', '1301/2014 28 §', '51'],
  supportPerson: ['Tukihenkilö', 'Stödperson', 'Support person', '1301/2014 28 §', null],
  supportFamily: ['Tukiperhe', 'Stödfamilj', 'Support family', '1301/2014 28 §', null],
  shelter: ['Turvakotipalvelu', 'Skyddshemstjänster', 'Shelter', '1354/2014', null],
  refugeeServices: ['Pakolaisten palvelut', 'Service för flyktingar', 'Services for refugees', '681/2023', null],
  emergencySocialServices: ['Sosiaalipäivystys', 'Socialjour', 'Emergency social services', '1301/2014 29 §', null],
  clientFunds: ['Välitystili', 'Förmedlingskonto', 'Client funds account', '1301/2014', null],
  // Names in use with the five controllers that no section lists
  serviceAdvice: ['Palveluneuvonta ja asiakasohjaus', 'Servicerådgivning och klienthandledning', 'Service advice and client guidance', '1301/2014', null],
  employmentSupport: ['Työllistymistä tukevat palvelut', 'Sysselsättningsfrämjande service', 'Services supporting employment', '1301/2014', null],
  workRehabilitation: ['Työhön kuntoutus', 'Rehabilitering till arbete', 'Work rehabilitation', '1301/2014', null],
  psychosocialRehabilitation: ['Psykososiaalinen kuntoutus', 'Psykosocial rehabilitering', 'Psychosocial rehabilitation', '1301/2014', null],
  youthStation: ['Nuorisoasemapalvelut', 'Ungdomsstationens tjänster', 'Youth station', '1301/2014', null],
  childHealthAndSchoolHealth: ['Neuvola, koulu- ja opiskeluterveydenhuolto', 'Rådgivningsbyrå, skol- och studerandehälsovård', 'Child health clinic, school and student health care', '1326/2010 15–17 §', null],
  otherService: ['Muu välttämätön palvelu', 'Annan nödvändig service', 'Other necessary service', '1301/2014', null],
} as const satisfies Record<string, Row>;

export type SocialService = keyof typeof ROWS;
const isSocialService = (key: string): key is SocialService => Object.hasOwn(ROWS, key);
export const SocialService = z.enum(Object.keys(ROWS).filter(isSocialService)).meta({ id: 'SocialService' });

/**
 * Palvelun lajit: what is decided and given as a service of its own, under the one name that the national list has for
 * it, that an application may ask for and that rights, contracts and settings may name (docs/decisions/0149).
 */
const KINDS: Partial<Record<SocialService, readonly SocialService[]>> = {
  socialAssistance: ['supplementaryAssistance', 'preventiveAssistance'],
  supportRelationship: ['supportPerson', 'supportFamily'],
};

/** The kinds of a service that is given by its kinds only; none of any other. */
export const kindsOfService = (service: SocialService): readonly SocialService[] => KINDS[service] ?? [];

const KIND_OF: ReadonlyMap<string, SocialService> = new Map(
  SocialService.options.flatMap((whole) => kindsOfService(whole).map((kind) => [kind, whole] as const)),
);

/** Whether a list names the service, by its own name or by the one that it is a kind of. */
export const namesService = (named: readonly string[], service: string): boolean =>
  named.includes(service) || named.includes(KIND_OF.get(service) ?? service);

/** Täydentävä or ehkäisevä toimeentulotuki, or either, as an application asks for it. */
export const isAssistance = (service: SocialService): boolean => namesService(['socialAssistance'], service);

/** The services of a list with the kinds of each. */
export const withKinds = (named: readonly SocialService[]): SocialService[] => [
  ...new Set(named.flatMap((service) => [service, ...kindsOfService(service)])),
];

type SocialServiceDefinition = { fi: string; sv: string; en: string; act: string; code: string | null };

export function socialServiceOf(service: SocialService): SocialServiceDefinition {
  const [fi, sv, en, act, code] = ROWS[service];
  return { fi, sv, en, act, code };
}

/**
 * National code list 1.2.246.537.6.1222, as far as it is known here. A service whose code was seen bears the list's own
 * name; the others have the names of their acts until an operator has loaded the list.
 */
export const SOCIAL_SERVICES_LIST = {
  oid: '1.2.246.537.6.1222',
  fi: 'Sosiaalihuolto - Sosiaalipalvelut',
  complete: false,
  source:
    '1301/2014 14 §; 675/2023 6 §; special acts; codes: Sosmeta document definitions, state 26 May 2025',
  unreviewed: ['sv'],
  codes: SocialService.options.map((key) => {
    const { fi, sv, code } = socialServiceOf(key);
    const kindOf = KIND_OF.get(key);
    return { key, code, fi, sv, ...(kindOf === undefined ? {} : { kindOf }) };
  }),
};
