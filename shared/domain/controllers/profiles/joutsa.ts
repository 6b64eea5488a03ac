import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

const law = (name: string, number: string) => ({ name, number, parts: null });

/** Joutsa: what its notice says; where it is silent, the defaults. Row ids are those of the requirements. */
export const joutsa: ControllerSettings = {
  ...defaultSettings,
  // J-0.2, J-0.4, J-10.1
  controller: {
    kind: 'municipality',
    body: 'Perusturvalautakunta',
    municipalities: ['172'],
    dpo: officeOf('Tietosuojavastaava'),
  },
  registers: [
    {
      // J-0.1
      name: 'Sosiaalityö, Pro Consona',
      // J-1.5, J-1.18
      purpose: 'Sosiaalihuollon lakisääteisten palvelujen tuottaminen; perustuu asiakassuhteeseen',
      kind: 'authorityActivity',
      modules: [],
      services: null,
      subRegisters: [],
      // J-1.1, J-1.5
      legalBases: ['clientRelationship', 'legalObligation'],
      specialCategoryGround: null,
      // J-1.2, and J-1.3, J-1.4: numbers as printed
      laws: [
        { name: 'Tietosuoja-asetus ja -laki', number: null, parts: null },
        {
          ...law('Sosiaalihuoltolaki', '301/2014'),
          // The notice writes the number so; they are given by 1301/2014.
          services: [
            'socialWork',
            'substanceWork',
            'specialSubstanceServices',
            'mentalHealthServices',
            'clientFunds',
            'employmentSupport',
            'schoolSocialWork',
          ],
        },
        law('Laki sosiaalihuollon asiakkaan asemasta ja oikeuksista', '812/2000'),
        law(
          'Laki sosiaali- ja terveydenhuollon asiakastietojen sähköisestä käsittelystä',
          '2007/159, 1227/2010',
        ),
        law('Lastensuojelulaki', '417/2007'),
        law('Perhehoitolaki', '263/2015'),
        law('Toimeentulotukilaki', '1412/1997'),
        law('Päihdehuoltolaki', '41/1986'),
        law('Vammaispalvelulaki', '380/1987'),
        law('Laki kuntouttavasta työtoiminnasta', '189/2001'),
        law('Laki ehkäisevän päihdetyön järjestämisestä', '523/2015'),
        law('Laki sosiaalihuollon ammattihenkilöistä', '817/2015'),
        law('Laki ja asetus sosiaali- ja terveydenhuollon asiakasmaksuista', '734/1992, 912/1992'),
      ],
      responsible: null,
      // J-0.3: a pattern of addresses instead of names; J-0.5
      contacts: [
        { ...officeOf('Rekisteriasioita hoitavat henkilöt'), email: 'etunimi.sukunimi@joutsa.fi' },
        officeOf('Kanslisti, järjestelmän vastuukäyttäjä'),
      ],
    },
  ],
  // J-1.6 to J-1.16
  services: {
    enabled: [
      'socialWork',
      'supplementaryAssistance',
      'preventiveAssistance',
      'substanceWork',
      'specialSubstanceServices',
      'childWelfareOpenCare',
      'substituteCare',
      'personalAssistance',
      'housingSupport',
      'mobilitySupport',
      'mentalHealthServices',
      'clientFunds',
      'employmentSupport',
      'rehabilitativeWork',
      'schoolSocialWork',
      'familyCare',
    ],
  },
  booking: { ...defaultSettings.booking, use: 'off', units: [] },
  // J-1.23
  plan: { requiredFor: ['childWelfareOpenCare', 'substituteCare'] },
  // J-6.3, J-6.4
  payments: { route: 'proEconomica', recovery: false },
  // J-4.3 to J-4.5, J-1.25
  statistics: {
    recipients: ['thl', 'otherAuthorities', 'municipalities'],
    ownUses: ['budget', 'interimReport', 'accounts', 'costsPerMunicipality'],
  },
  client: { fields: [] },
  // J-6.2
  population: { ...defaultSettings.population, fields: ['name', 'identityCode', 'address'] },
  // J-4.1, J-4.2
  disclosure: {
    ...defaultSettings.disclosure,
    requestForm: 'any',
    recipients: 'anyEntitled',
    byConsent: true,
    activationPlanExchange: false,
  },
  // J-4.6
  transfer: { thirdCountry: 'never' },
  integrations: [
    // J-6.1, J-6.2
    {
      system: 'Väestötietorekisteri',
      direction: 'in',
      content: 'Nimi, henkilötunnus, osoite',
      ground: null,
      format: null,
      municipalities: ['172'],
    },
    // J-6.3, J-6.4
    {
      system: 'Pro Economica',
      direction: 'both',
      content: 'Maksatustietojen välitys, maksutiedot kirjanpitoa varten',
      ground: null,
      format: null,
      municipalities: ['172'],
    },
    // J-3.5
    {
      system: 'Kela',
      direction: 'in',
      content: 'Etuustiedot',
      ground: null,
      format: null,
      municipalities: ['172'],
    },
  ],
  // J-3.5
  network: { ...defaultSettings.network, externalConnections: ['Kelan tekninen käyttöyhteys'] },
  // J-7.2, J-7.3
  paper: {
    ...defaultSettings.paper,
    manual: true,
    locations: ['Asiakkaan arkistokansio lukollisessa kaapissa'],
  },
  // J-5.1, J-5.2
  access: { requireClientPermission: true },
  // J-5.4, J-5.9: "at set intervals"; the number is ours to be changed
  auth: { methods: ['password'], passwordMaxAgeDays: 90 },
  // J-5.7, J-5.10, J-5.12
  rights: {
    ...defaultSettings.rights,
    approval: 'supervisorProposal',
    requireCommitment: false,
    mainUserScope: 'all',
    deputyTermRequired: true,
  },
  // J-5.14
  log: { ...defaultSettings.log, reportScope: 'readsAndWrites' },
  // J-7.4, J-7.5
  retention: {
    ...defaultSettings.retention,
    sources: ['Sosiaali- ja terveysministeriön asetus', 'Joutsan kunnan arkistointisuunnitelma'],
  },
  dataSubjectRequests: {
    ...defaultSettings.dataSubjectRequests,
    // J-9.3
    addressee: 'dataProtectionOfficer',
    decider: 'dataProtectionOfficer',
    // J-9.3, J-9.14
    acceptedForms: {
      inspection: ['written'],
      rectification: ['written'],
      erasure: ['written'],
      restriction: ['written'],
    },
    // J-9.4, J-9.15
    identityCheck: 'onNeed',
    // J-9.6, J-9.7
    deliveryModes: ['onSite', 'writing'],
  },
  // J-9.10, J-9.11
  correction: { decider: 'controller', corrector: 'anyWorker' },
  // J-9.12
  erasure: { mode: 'onRequest' },
  // J-9.13
  restriction: { enabled: true },
  // J-10.2
  notice: {
    ...defaultSettings.notice,
    owner: 'Joutsan kunnan tietosuojavastaava (perusturvalautakunta 23.10.2018 § 93)',
    publishers: ['dataProtectionOfficer'],
  },
  // J-8.1, J-8.2
  informing: { places: ['Joutsan kunnan sosiaalitoimisto', 'Asiointipiste'], atRelationshipStart: true },
};
