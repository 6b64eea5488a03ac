import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

/** Loimaa: what its notice says; where it is silent, the defaults. Row ids are those of the requirements. */
export const loimaa: ControllerSettings = {
  ...defaultSettings,
  // L-1.1; no data protection officer is named (C-40)
  controller: { kind: 'municipality', body: 'Hyvinvointivaliokunta', municipalities: ['430'], dpo: null },
  registers: [
    {
      name: 'ProConsona-asiakastietojärjestelmä',
      // L-4.1
      purpose: 'Sosiaalityön asiakastyön eri vaiheet',
      kind: 'authorityActivity',
      // L-3.1, L-3.2
      modules: ['socialAssistance', 'childWelfare', 'clientFunds', 'adultAndFamilyWork'],
      services: null,
      subRegisters: [],
      // L-4.9
      legalBases: ['legalObligation'],
      specialCategoryGround: null,
      // L-0.2, L-4.8
      laws: [
        { name: 'Henkilötietolaki', number: '523/1999', parts: '10 ja 24 §' },
        { name: 'Sosiaalihuoltolaki', number: null, parts: null },
        { name: 'Laki sosiaali- ja terveydenhuollon asiakasmaksuista', number: null, parts: null },
      ],
      responsible: null,
      // L-2.1
      contacts: [officeOf('Sosiaali- ja terveysjohtaja')],
    },
  ],
  // L-3.1 and the services its modules need
  services: {
    enabled: [
      'socialWork',
      'familyWork',
      'supplementaryAssistance',
      'preventiveAssistance',
      'clientFunds',
      'childWelfareOpenCare',
      'takingIntoCare',
      'substituteCare',
      'aftercare',
    ],
  },
  booking: { ...defaultSettings.booking, use: 'off', units: [] },
  // L-6.1
  intake: { ...defaultSettings.intake, channels: ['electronic', 'paper', 'visit'] },
  // L-4.6
  invoicing: { enabled: true },
  // L-5.2 to L-5.5
  client: { fields: ['emails', 'maritalStatus', 'occupation'] },
  // L-6.2, L-5.6
  population: { ...defaultSettings.population, route: 'municipalRegister', system: 'Facta' },
  // L-7.1: a written request of an entitled authority; consent is not named (C-10)
  disclosure: {
    ...defaultSettings.disclosure,
    requestForm: 'written',
    recipients: 'authorityOnly',
    byConsent: false,
    activationPlanExchange: false,
  },
  // L-7.3, L-8.1
  transfer: { thirdCountry: 'never' },
  // L-6.2
  integrations: [
    {
      system: 'Loimaan kuntarekisteri Facta',
      direction: 'in',
      content: 'Väestörekisterin mukaiset asiakastiedot',
      ground: null,
      format: null,
      municipalities: ['430'],
    },
  ],
  // L-9.20, L-9.22
  network: { externalConnections: [], eServices: 'protected' },
  // L-9.14
  paper: {
    ...defaultSettings.paper,
    manual: true,
    locations: ['Sosiaalitoimen asiakaskertomusarkisto', 'Työpisteiden lukitut arkistotilat'],
  },
  // L-9.9
  access: { requireClientPermission: false },
  // L-9.7
  auth: { methods: ['password'], passwordMaxAgeDays: null },
  // L-9.4, L-9.5, L-9.10
  rights: { ...defaultSettings.rights, approval: 'responsiblePerson', requireCommitment: true },
  // L-9.3, L-9.6
  commitment: { ...defaultSettings.commitment, continuesAfterEmployment: true },
  // L-9.12, L-9.13
  log: { ...defaultSettings.log, reportScope: 'narrativeOpenings' },
  // L-9.15
  retention: { ...defaultSettings.retention, sources: ['Sosiaali- ja terveysministeriön asetus 298/09'] },
  // L-9.16, L-9.18
  hosting: {
    ...defaultSettings.hosting,
    place: 'JMJPingin laitesali, kaupungin virtuaalipalvelinalusta',
    watchedBy: 'JMJPing',
  },
  dataSubjectRequests: {
    ...defaultSettings.dataSubjectRequests,
    // L-10.6, L-11.4
    addressee: 'headOfSocialWork',
    decider: 'headOfSocialWork',
    acceptedForms: {
      ...defaultSettings.dataSubjectRequests.acceptedForms,
      // L-10.5
      inspection: ['visit', 'signedDocument', 'verifiedDocument'],
      // L-11.2
      rectification: ['written'],
    },
    // L-10.8, L-11.3
    identityCheck: 'required',
    // L-10.4, L-10.11, L-10.12
    feePolicy: 'oncePerYear',
    costKinds: ['copying', 'postage'],
    // L-10.3
    refusalGrounds: ['endangersHealthOrCare', 'othersRights'],
    // L-10.7, L-10.9
    deliveryModes: ['onSite', 'writing', 'decidedCaseByCase'],
    // L-11.12
    refusalIssuer: 'headOfSocialWork',
  },
  // L-11.4 to L-11.6
  correction: { decider: 'headOfSocialWork', corrector: 'authorThenSpecial' },
  // L-11.10
  erasure: { mode: 'unnecessaryOnly' },
  notice: {
    ...defaultSettings.notice,
    // L-3.3 names the four steps and the two groups; which group takes which step is our reading.
    approvalChain: [
      { step: 'author', by: 'Tietoturvatyöryhmä' },
      { step: 'approver', by: 'Sote-johtoryhmä' },
      { step: 'updater', by: 'Tietoturvatyöryhmä' },
      { step: 'updateApprover', by: 'Sote-johtoryhmä' },
    ],
    // L-3.4
    location: 'Omavalvontasuunnitelman liite',
    // L-12.2
    links: ['https://www.loimaa.fi'],
  },
  // L-12.2
  informing: {
    ...defaultSettings.informing,
    places: ['Loimaan kaupungin kotisivut', 'Järjestelmää käyttävän työntekijän työpiste'],
  },
};
