import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

const HYVINKAA = '106';
const JARVENPAA = '186';
const MANTSALA = '505';
const NURMIJARVI = '543';
const PORNAINEN = '611';
const TUUSULA = '858';

/** A maintenance system of the register: the notice says neither direction nor content. */
const maintenance = (system: string, municipalities: string[] = []) => ({
  system,
  direction: 'notStated' as const,
  content: null,
  ground: null,
  format: null,
  municipalities,
});

const law = (name: string, number: string, parts: string | null = null) => ({ name, number, parts });

/** Keski-Uusimaa (Keusote): what its notice says; where it is silent, the defaults. Row ids are those of the requirements. */
export const keskiUusimaa: ControllerSettings = {
  ...defaultSettings,
  // K-2.1, K-4.1, K-13.1 to K-13.6
  controller: {
    kind: 'jointMunicipalAuthority',
    body: null,
    municipalities: [HYVINKAA, JARVENPAA, MANTSALA, NURMIJARVI, PORNAINEN, TUUSULA],
    dpo: officeOf('Tietosuojavastaava'),
  },
  registers: [
    {
      // K-1.1
      name: 'Sosiaalihuollon asiakasrekisteri',
      // K-5.1
      purpose:
        'Asiakkaan lakisääteisten palvelujen järjestäminen, suunnittelu, toteutus, tilastointi ja raportointi',
      kind: 'authorityActivity',
      modules: [],
      services: null,
      // K-5.22
      subRegisters: ['Palveluntuottajien ylläpitämät kuntayhtymää koskevat rekisterit'],
      // K-5.23, K-6.11: as the notice writes it
      legalBases: ['legalObligation', 'publicAuthority'],
      specialCategoryGround: '9 artiklan 1 h',
      // K-5.24, K-13.23
      laws: [
        law('Suomen perustuslain yksityiselämän suojaa koskeva säännös', '731/1999'),
        law('Tietosuojalaki', '2018/1050'),
        law('Laki sosiaalihuollon asiakkaan asemasta ja oikeuksista', '812/2000'),
        law('Laki sosiaalihuollon asiakasasiakirjoista', '254/2015', '22 §'),
        law('Laki viranomaisten toiminnan julkisuudesta', '621/1999', '5–6 luku'),
        law(
          'Asetus viranomaisten toiminnan julkisuudesta ja hyvästä tiedonhallintatavasta',
          '1030/1999',
          '1–2 luku',
        ),
        law('Laki sosiaali- ja terveydenhuollon asiakastietojen sähköisestä käsittelystä', '159/2007'),
        law('Hallintolaki', '434/2003'),
        law('Laki sähköisestä asioinnista viranomaistoiminnassa', '13/2003'),
        law('Laki vahvasta sähköisestä tunnistamisesta ja sähköisistä luottamuspalveluista', '617/2009'),
        law('Laki väestötietojärjestelmästä ja varmennepalveluista', '661/2009'),
        law('Arkistolaki', '831/1994'),
        law('Laki potilaan asemasta ja oikeuksista', '785/1992'),
        law('Laki digitaalisten palvelujen tarjoamisesta', '306/2019'),
        // Named among the laws of protection alone (K-13.23), after the fourteen above.
        law('Yleinen tietosuoja-asetus', '2016/679'),
      ],
      // K-3.1: a title is not among what we copied
      responsible: officeOf('Rekisterinpitäjän edustaja'),
      // K-3.2
      contacts: [
        officeOf('Päällikkö', 'Aikuisten sosiaalipalvelut ja työhön kuntoutus'),
        officeOf('Johtava asiantuntija', 'Aikuisten sosiaalipalvelut ja työhön kuntoutus'),
        officeOf('Koordinoiva esimies', 'Neuvola, koulu- ja opiskeluterveydenhuolto'),
        officeOf('Koordinoiva esimies', 'Perheneuvola, nuorisoasema ja perheoikeudellinen yksikkö'),
        officeOf('Yhteyshenkilö', 'Lastensuojelun avohuollon palvelut'),
        officeOf('Yhteyshenkilö', 'Lastensuojelun sijaishuollon palvelut'),
        officeOf('Yhteyshenkilö', 'Mielenterveys- ja päihdepalvelut'),
        officeOf('Yhteyshenkilö', 'Vammaispalvelut ja kehitysvammapalvelut'),
        officeOf('Yhteyshenkilö', 'Ikäihmisten palvelut, kotona asumista tukevat palvelut'),
        officeOf('Yhteyshenkilö', 'Asiakasohjaus'),
        officeOf('Esimies', 'Sosiaali- ja kriisipäivystys'),
      ],
    },
  ],
  // K-5.3 to K-5.20
  services: {
    enabled: [
      'serviceAdvice',
      'socialWork',
      'socialGuidance',
      'workRehabilitation',
      'rehabilitativeWork',
      'familyWork',
      'familyHomeService',
      'parenthood',
      'maintenance',
      'custodyAndAccess',
      'emergencySocialServices',
      'familyCounselling',
      'youthStation',
      'childHealthAndSchoolHealth',
      'childWelfareOpenCare',
      'takingIntoCare',
      'substituteCare',
      'aftercare',
      'substanceWork',
      'specialSubstanceServices',
      'mentalHealthServices',
      'personalAssistance',
      'housingSupport',
      'mobilitySupport',
      'specialCare',
      'supportServices',
      'homeCare',
      'dayActivity',
      'informalCareSupport',
      'familyCare',
      'roundTheClockHousing',
      'institutionalCare',
    ],
  },
  // K-5.5
  booking: { ...defaultSettings.booking, use: 'namedUnits', units: ['Mielenterveys- ja päihdepalvelut'] },
  // K-10.4
  intake: { ...defaultSettings.intake, channels: ['paper', 'electronic', 'oral'] },
  // K-11.7, K-5.25
  statistics: { recipients: ['nationalRegisters'], ownUses: ['planning', 'development'] },
  // K-6.2
  client: { fields: ['emails'] },
  // K-10.11, K-10.12; the day of the week is the operator's
  population: {
    ...defaultSettings.population,
    route: 'populationRegister',
    schedule: 'weekly',
    updateProtectedAddress: false,
  },
  // K-11.1 to K-11.3
  disclosure: {
    ...defaultSettings.disclosure,
    requestForm: 'any',
    recipients: 'anyEntitled',
    byConsent: true,
    activationPlanExchange: false,
  },
  // K-12.1
  transfer: { thirdCountry: 'articles44to46' },
  // K-13.1, by the name the notice gives to the system that this one follows; K-13.3 to K-13.8
  integrations: [
    maintenance('Pro Consona', [MANTSALA, PORNAINEN, JARVENPAA, TUUSULA]),
    maintenance('Nappula'),
    maintenance('Pegasos', [JARVENPAA, MANTSALA, PORNAINEN, HYVINKAA]),
    maintenance('Graafinen FinStar', [TUUSULA]),
    maintenance('SosiaaliEffica', [HYVINKAA, NURMIJARVI]),
    maintenance('CaseM asianhallintajärjestelmä'),
    maintenance('CaseM sähköinen asiointi'),
  ],
  // K-13.8
  network: { externalConnections: ['CaseM sähköinen asiointi'], eServices: 'protected' },
  // K-10.5, K-10.6, K-13.21
  paper: {
    manual: true,
    locations: ['Lukitut tilat, asiakaskohtaiset kansiot', 'Paperiarkisto'],
    scanIncoming: true,
  },
  // K-5.21, K-5.22, K-13.22
  producers: { use: true, requireProcessingAnnex: true, registersAreSubRegisters: true },
  // K-11.8
  research: { permitGrantors: ['authorities'] },
  // K-11.4
  minors: { denial: true },
  // K-13.15
  auth: { methods: ['card', 'password'], passwordMaxAgeDays: null },
  // K-13.13, K-13.18
  rights: { ...defaultSettings.rights, requireCommitment: true, mainUserScope: 'administrationOnly' },
  // K-13.11
  commitment: { ...defaultSettings.commitment, continuesAfterEmployment: true },
  // K-13.19
  log: { ...defaultSettings.log, reportScope: 'readsAndWrites' },
  // K-9.1, K-13.9
  retention: {
    ...defaultSettings.retention,
    sources: [
      '254/2015 liite',
      'Arkistolaitoksen päätös AL/20064/07.01.01.03.01/2014',
      'Arkistointisuunnitelma',
    ],
    // The instructions are the operator's to give.
    instructions: [{ name: 'Tietosuojaohjeistus', text: null, link: null }],
  },
  // K-13.12
  hosting: { ...defaultSettings.hosting, place: 'Sivullisilta suljetut tilat' },
  dataSubjectRequests: {
    ...defaultSettings.dataSubjectRequests,
    addressee: 'controller',
    decider: 'controller',
    // K-14.12
    acceptedForms: {
      inspection: ['form'],
      rectification: ['form'],
      erasure: ['form'],
      restriction: ['form'],
    },
    // K-14.4, K-14.5
    deadline: { months: 1, extensionMonths: 2, withoutDelay: true },
    // K-14.3, K-14.8
    feePolicy: 'firstCopyFree',
    costKinds: ['administrative'],
    // K-14.9, K-14.10
    refusalGrounds: ['manifestlyUnfounded', 'excessive'],
    // K-14.2
    deliveryModes: ['copy'],
    // K-14.7, K-15.3
    refusalIssuer: 'controller',
  },
  // K-15.1
  correction: { decider: 'controller', corrector: 'controller' },
  // K-15.6
  erasure: { mode: 'none' },
  // K-15.5, K-17.2
  notice: {
    ...defaultSettings.notice,
    links: ['http://www.tietosuoja.fi', 'https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle'],
  },
  // K-7.1
  informing: { ...defaultSettings.informing, places: ['Kuntayhtymän verkkosivut'] },
};
