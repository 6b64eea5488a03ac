import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

const connection = (
  system: string,
  direction: 'in' | 'out',
  content: string | null,
  ground: string | null = null,
) => ({
  system,
  direction,
  content,
  ground,
  format: null,
  municipalities: ['895'],
});

/** Uusikaupunki: what its notice says; where it is silent, the defaults. Row ids are those of the requirements. */
export const uusikaupunki: ControllerSettings = {
  ...defaultSettings,
  // U-1.1, U-2.2
  controller: {
    kind: 'municipality',
    body: 'Sosiaalilautakunta',
    municipalities: ['895'],
    dpo: officeOf('Tietosuojavastaava'),
  },
  registers: [
    {
      // U-3.1
      name: 'Sosiaalityöjärjestelmän rekisteri (Pro Consona)',
      // U-4.1
      purpose: 'Sosiaalityö; käyttötarkoitus perustuu asiakassuhteeseen',
      kind: 'authorityActivity',
      // U-4.2
      modules: ['adultAndFamilyWork', 'childWelfare', 'childWelfareSupervisor', 'booking'],
      services: null,
      subRegisters: [],
      // U-4.43
      legalBases: ['legalObligation', 'municipalSelfGovernment'],
      specialCategoryGround: null,
      laws: [],
      responsible: null,
      // U-2.1
      contacts: [
        officeOf('Sosiaalityön johtaja'),
        officeOf('Sosiaali- ja terveysjohtaja'),
        officeOf('Arkistonhoitaja'),
        officeOf('Vammaispalveluohjaaja'),
        officeOf('Sosiaalityöntekijä-lastenvalvoja'),
        officeOf('Palveluyksikön esimies', 'Perhekeskus'),
      ],
    },
  ],
  // U-4.3 to U-4.41
  services: {
    enabled: [
      'socialWork',
      'socialGuidance',
      'socialRehabilitation',
      'mobilityServices',
      'homeCare',
      'familyHomeService',
      'otherService',
      'supplementaryAssistance',
      'preventiveAssistance',
      'rehabilitativeWork',
      'refugeeServices',
      'personalAssistance',
      'housingSupport',
      'mobilitySupport',
      'specialCare',
      'disabilityWorkActivity',
      'substanceWork',
      'specialSubstanceServices',
      'serviceAdvice',
      'familyWork',
      'supportPerson',
      'supportFamily',
      'childWelfareOpenCare',
      'takingIntoCare',
      'substituteCare',
      'aftercare',
      'parenthood',
      'maintenance',
      'custodyAndAccess',
      'informalCareSupport',
    ],
  },
  // U-4.19
  serviceUnits: [{ units: ['Perhekeskus'], services: ['familyWork'] }],
  // U-4.20
  booking: { ...defaultSettings.booking, use: 'namedUnits', units: ['Perhekeskus'] },
  // U-7.3, U-7.4, U-4.15, U-4.35
  payments: { route: 'bankAndLedger', recovery: true },
  // U-7.10
  invoicing: { enabled: true },
  // U-7.6, U-7.14
  statistics: { recipients: ['thl', 'otherAuthorities'], ownUses: [] },
  // U-5.1, U-5.8
  client: { fields: ['emails', 'workplace'] },
  // U-6.6, U-6.15, U-6.20
  sources: { ...defaultSettings.sources, financialInstitution: true },
  // U-7.1, U-7.2, U-11.2
  disclosure: {
    ...defaultSettings.disclosure,
    requestForm: 'any',
    recipients: 'anyEntitled',
    byConsent: true,
    activationPlanExchange: false,
  },
  integrations: [
    // U-6.4, U-6.7, U-6.8, U-6.10
    connection('Väestörekisteri', 'in', 'Asiakas- ja perhetiedot'),
    connection('Kela', 'in', 'Etuus- ja tulotiedot', '812/2000 20–21 §'),
    connection('Verottaja', 'in', 'Tulotiedot'),
    // U-7.3 to U-7.6
    connection('Pankit', 'out', 'Maksatustiedot'),
    connection('Kirjanpito', 'out', 'Maksatustiedot'),
    connection('Yhteisökohtaiset järjestelmät', 'out', null),
    connection('THL', 'out', 'Päätökset, palvelut ja lastensuojelun toimenpiteet'),
  ],
  // U-6.10
  network: { ...defaultSettings.network, externalConnections: ['Kelan tekninen käyttöyhteys'] },
  // U-9.1
  paper: { ...defaultSettings.paper, manual: true, locations: ['Toimintayksikön lukitut tilat'] },
  // U-11.8
  research: { permitGrantors: ['controllerAuthority', 'ministry'] },
  // U-9.3, U-9.4
  access: { requireClientPermission: true },
  // U-9.2, U-9.10: "at set intervals"; the number is ours to be changed
  auth: { methods: ['password'], passwordMaxAgeDays: 90 },
  // U-9.8, U-9.11, U-9.13
  rights: {
    ...defaultSettings.rights,
    approval: 'supervisorProposal',
    requireCommitment: false,
    mainUserScope: 'all',
    deputyTermRequired: true,
  },
  // U-9.15
  log: { ...defaultSettings.log, reportScope: 'changes' },
  // U-8.2
  retention: { ...defaultSettings.retention, sources: ['Arkistosuunnitelma'] },
  dataSubjectRequests: {
    ...defaultSettings.dataSubjectRequests,
    // U-10.5; who decides is not said
    addressee: 'dataProtectionOfficer',
    decider: 'controller',
    acceptedForms: {
      inspection: ['signedDocument', 'verifiedDocument'],
      rectification: ['signedDocument', 'verifiedDocument'],
      erasure: ['signedDocument', 'verifiedDocument'],
      restriction: ['signedDocument', 'verifiedDocument'],
    },
    // U-13.1 to U-13.3
    feePolicy: 'freeUnlessExcessive',
    refusalGrounds: ['manifestlyUnfounded', 'excessive'],
  },
  // U-10.4
  correction: { decider: 'controller', corrector: 'controller' },
  // U-10.6
  erasure: { mode: 'onRequest' },
  // U-10.7
  informing: { ...defaultSettings.informing, places: ['Kaupungin kotisivut', 'Kaupungintalo'] },
};
