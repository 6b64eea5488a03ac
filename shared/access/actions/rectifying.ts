import type { Action } from '../action.ts';
import { FILE_READERS } from '../role-groups.ts';
import { handling } from './handling-requests.ts';

/** Toimet: what is put right, kept beside, restricted or removed at a person's demand (art. 16–19). */
export const RECTIFYING_ACTIONS = {
  carryOut: {
    name: 'subjectRequests.carryOut',
    title: {
      fi: 'Kirjaa oikaisu tai poisto toteutetuksi',
      sv: 'Registrera att en rättelse eller radering har gjorts',
      en: 'Record that a rectification or an erasure was carried out',
    },
    ...handling,
  },
  keepStatement: {
    name: 'subjectRequests.keepStatement',
    title: {
      fi: 'Tallenna asiakkaan oma kanta tiedon viereen',
      sv: 'Spara klientens egen ståndpunkt bredvid uppgiften',
      en: 'Keep the statement of the client beside the datum',
    },
    ...handling,
  },
  statementsOfNote: {
    name: 'subjectRequests.statementsOfNote',
    title: {
      fi: 'Lue asiakkaan oma kanta merkintään',
      sv: 'Läs klientens egen ståndpunkt till en anteckning',
      en: 'Read what the client has said of an entry',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
  },
  statementsOfDocument: {
    name: 'subjectRequests.statementsOfDocument',
    title: {
      fi: 'Lue asiakkaan oma kanta asiakirjaan',
      sv: 'Läs klientens egen ståndpunkt till en handling',
      en: 'Read what the client has said of a document',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
  },
  limit: {
    name: 'subjectRequests.limit',
    title: {
      fi: 'Rajoita tietojen käsittelyä',
      sv: 'Begränsa behandlingen av uppgifter',
      en: 'Restrict the processing of data',
    },
    ...handling,
  },
  lift: {
    name: 'subjectRequests.lift',
    title: {
      fi: 'Päätä käsittelyn rajoitus',
      sv: 'Häv begränsningen av behandlingen',
      en: 'Lift a restriction of processing',
    },
    ...handling,
  },
  readLimitedNote: {
    name: 'subjectRequests.readLimitedNote',
    title: {
      fi: 'Lue merkintä, jonka käsittelyä on rajoitettu',
      sv: 'Läs en anteckning vars behandling är begränsad',
      en: 'Read an entry whose processing is restricted',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
  },
  readLimitedDocument: {
    name: 'subjectRequests.readLimitedDocument',
    title: {
      fi: 'Lue asiakirja, jonka käsittelyä on rajoitettu',
      sv: 'Läs en handling vars behandling är begränsad',
      en: 'Read a document whose processing is restricted',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
  },
  readLimitedFile: {
    name: 'subjectRequests.readLimitedFile',
    title: {
      fi: 'Avaa liitetiedosto, jonka käsittelyä on rajoitettu',
      sv: 'Öppna en bifogad fil vars behandling är begränsad',
      en: 'Open an attached file whose processing is restricted',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
  },
  listRecipients: {
    name: 'subjectRequests.listRecipients',
    title: {
      fi: 'Katso, kenelle oikaistuja tietoja on luovutettu',
      sv: 'Se till vem rättade uppgifter har lämnats ut',
      en: 'See to whom what is put right was disclosed',
    },
    ...handling,
  },
  tellRecipients: {
    name: 'subjectRequests.tellRecipients',
    title: {
      fi: 'Kirjaa tietojen saajille ilmoitetuksi',
      sv: 'Registrera att mottagarna har underrättats',
      en: 'Record that recipients were told',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;
