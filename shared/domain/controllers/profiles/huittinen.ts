import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

const law = (name: string, number: string | null) => ({ name, number, parts: null });

const connection = (
  system: string,
  direction: 'in' | 'out' | 'notStated',
  content: string | null,
  ground: string | null,
) => ({ system, direction, content, ground, format: null, municipalities: ['102'] });

/** Huittinen: what its notice says; where it is silent, the defaults. Row ids are those of the requirements. */
export const huittinen: ControllerSettings = {
  ...defaultSettings,
  // H-2.1; no data protection officer is named (C-40)
  controller: { kind: 'municipality', body: 'Perusturvalautakunta', municipalities: ['102'], dpo: null },
  registers: [
    {
      // H-1.1
      name: 'Sosiaalihuoltolain mukaisten palvelujen asiakasrekisteri',
      // H-5.1
      purpose: 'Sosiaalihuoltolain mukaisten palvelujen järjestäminen ja toteuttaminen',
      // H-6.3
      kind: 'authorityActivity',
      modules: [],
      services: null,
      // H-7.1, H-7.8
      subRegisters: ['Aikuispalveluiden osarekisteri', 'Lasten ja lapsiperheiden osarekisteri'],
      // H-6.1, H-6.2
      legalBases: ['legalObligation', 'consent'],
      specialCategoryGround: null,
      // H-6.5
      laws: [
        law('EU:n yleinen tietosuoja-asetus', '2016/679'),
        law('Tietosuojalaki', null),
        law('Laki viranomaisten toiminnan julkisuudesta', '621/1999'),
        law('Sosiaalihuoltolaki', '1301/2014'),
        law('Laki sosiaalihuollon asiakkaan asemasta ja oikeuksista', '812/2000'),
        law('Laki sosiaali- ja terveydenhuollon asiakastietojen sähköisestä käsittelystä', '159/2007'),
        law('Laki kuntouttavasta työtoiminnasta', '189/2001'),
        law('Laki sosiaalihuollon asiakasasiakirjoista', '254/2015'),
      ],
      // H-3.1, H-4.1
      responsible: officeOf('Perusturvajohtaja'),
      contacts: [officeOf('Sosiaalityönjohtaja')],
    },
  ],
  // H-7.5, H-7.6, H-7.11, H-7.12
  services: {
    enabled: [
      'socialWork',
      'socialGuidance',
      'supportedHousing',
      'psychosocialRehabilitation',
      'rehabilitativeWork',
      'socialRehabilitation',
      'employmentSupport',
      'familyWork',
      'supportPerson',
      'supportFamily',
      'supervisedVisits',
      'otherService',
    ],
  },
  booking: { ...defaultSettings.booking, use: 'off', units: [] },
  // H-7.2, H-7.9: identifying and contact data
  client: { fields: ['emails'] },
  // H-13.1, H-13.2; H-13.6 is an empty field of the form
  disclosure: {
    ...defaultSettings.disclosure,
    byConsent: true,
    activationPlanExchange: true,
    regular: 'yes',
  },
  // H-14.1
  transfer: { thirdCountry: 'never' },
  integrations: [
    // H-8.1, by the name the notice gives to the system that this one follows; H-8.3
    connection('Pro Consona', 'notStated', null, null),
    connection('Pegasos', 'notStated', null, null),
    // H-10.4, H-10.6
    connection('Väestörekisterikeskus', 'in', null, null),
    connection('KELMU (Kelan kuntien sosiaalitoimen tietojärjestelmä)', 'in', null, '812/2000 21 §'),
    // H-13.4
    connection('Työvoimapalvelujen henkilörekisteri', 'out', 'Aktivointisuunnitelma', '189/2001 12 §'),
  ],
  // H-10.6
  network: { ...defaultSettings.network, externalConnections: ['KELMU'] },
  // H-9.1
  paper: { ...defaultSettings.paper, manual: true },
  // H-8.2, H-12.1, H-12.2: a contract is required, an annex is not named
  producers: { use: true, requireProcessingAnnex: false, registersAreSubRegisters: false },
  // H-11.3
  rights: { ...defaultSettings.rights, requireCommitment: true },
  // H-11.1, H-15.1
  retention: {
    ...defaultSettings.retention,
    sources: ['Arkistonmuodostussuunnitelma', 'Kansallisarkiston voimassa olevat säännökset ja määräykset'],
    // The instructions are the operator's to give.
    instructions: [{ name: 'Tietoturva- ja tietosuojaohjeistus', text: null, link: null }],
  },
  // H-16.1: rights and instructions are on a web page, whose address the operator gives
  dataSubjectRequests: { ...defaultSettings.dataSubjectRequests, addressee: 'webPage' },
  erasure: { mode: 'external' },
};
