import { type ControllerSettings, defaultSettings } from '../settings/settings.ts';
import { officeOf } from '../settings/terms.ts';

const law = (name: string, number: string) => ({ name, number, parts: null });

/**
 * An invented wellbeing services county under the law of 2026: the defaults, which are that law, with what a county has
 * to say of itself. Names and places are for each county to give; laws are those that domain work rests on here.
 */
export const wellbeingServicesCounty: ControllerSettings = {
  ...defaultSettings,
  controller: {
    kind: 'wellbeingServicesCounty',
    body: 'Aluehallitus',
    // Each county names its own: units carry one of them where any is named.
    municipalities: [],
    dpo: officeOf('Tietosuojavastaava'),
  },
  registers: [
    {
      // One register of social welfare, divided by service task and role (703/2023 18 §).
      name: 'Sosiaalihuollon asiakasrekisteri',
      purpose: 'Sosiaalihuollon järjestäminen, toteuttaminen, seuranta ja valvonta',
      kind: 'authorityActivity',
      modules: [],
      services: null,
      subRegisters: [],
      legalBases: ['legalObligation', 'publicAuthority'],
      specialCategoryGround: 'tietosuoja-asetuksen 9 artiklan 2 kohdan h alakohta; tietosuojalaki 6 §',
      laws: [
        law('Yleinen tietosuoja-asetus', '(EU) 2016/679'),
        law('Tietosuojalaki', '1050/2018'),
        law('Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä', '703/2023'),
        law('Sosiaali- ja terveysministeriön asetus käyttöoikeuksista asiakastietoihin', '457/2024'),
        law('Sosiaalihuoltolaki', '1301/2014'),
        law('Lastensuojelulaki', '417/2007'),
        law('Vammaispalvelulaki', '675/2023'),
        law('Hallintolaki', '434/2003'),
        law('Laki viranomaisten toiminnan julkisuudesta', '621/1999'),
      ],
      responsible: officeOf('Sosiaalipalveluista vastaava johtaja'),
      contacts: [officeOf('Rekisterin yhteyshenkilö')],
    },
  ],
  // Producers work for the county by contract and annex (703/2023 14 §; tietosuoja-asetus 28 art.).
  producers: { use: true, requireProcessingAnnex: true, registersAreSubRegisters: false },
  dataSubjectRequests: { ...defaultSettings.dataSubjectRequests, addressee: 'registryOffice' },
  notice: {
    ...defaultSettings.notice,
    owner: 'Tietosuojavastaava',
    approvalChain: [
      { step: 'author', by: 'Tietosuojatyöryhmä' },
      { step: 'approver', by: 'Sosiaalipalveluista vastaava johtaja' },
      { step: 'updater', by: 'Tietosuojatyöryhmä' },
      { step: 'updateApprover', by: 'Sosiaalipalveluista vastaava johtaja' },
    ],
  },
  informing: { places: ['Hyvinvointialueen verkkosivut', 'Palvelupisteet'], atRelationshipStart: true },
};
