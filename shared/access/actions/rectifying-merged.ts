import type { Action } from '../action.ts';
import { FILE_READERS } from '../role-groups.ts';

const reading = {
  roles: FILE_READERS,
  tie: 'client',
  legalGround: '(EU) 2016/679 art. 16, 18(2); 703/2023 § 8',
} as const;

/** Toimet: what stands beside the data of a file that was merged into another, and what of it is kept only. */
export const MERGED_RECTIFYING_ACTIONS = {
  statementsOfNote: {
    name: 'subjectRequests.statementsOfMergedNote',
    title: {
      fi: 'Lue asiakkaan oma kanta yhdistetyn asiakkaan merkintään',
      sv: 'Läs klientens egen ståndpunkt till en anteckning om en sammanslagen klient',
      en: 'Read what the client has said of an entry of a merged client',
    },
    ...reading,
  },
  statementsOfDocument: {
    name: 'subjectRequests.statementsOfMergedDocument',
    title: {
      fi: 'Lue asiakkaan oma kanta yhdistetyn asiakkaan asiakirjaan',
      sv: 'Läs klientens egen ståndpunkt till en handling om en sammanslagen klient',
      en: 'Read what the client has said of a document of a merged client',
    },
    ...reading,
  },
  readLimitedNote: {
    name: 'subjectRequests.readLimitedMergedNote',
    title: {
      fi: 'Lue yhdistetyn asiakkaan merkintä, jonka käsittelyä on rajoitettu',
      sv: 'Läs en anteckning om en sammanslagen klient vars behandling är begränsad',
      en: 'Read an entry of a merged client whose processing is restricted',
    },
    ...reading,
  },
  readLimitedDocument: {
    name: 'subjectRequests.readLimitedMergedDocument',
    title: {
      fi: 'Lue yhdistetyn asiakkaan asiakirja, jonka käsittelyä on rajoitettu',
      sv: 'Läs en handling om en sammanslagen klient vars behandling är begränsad',
      en: 'Read a document of a merged client whose processing is restricted',
    },
    ...reading,
  },
  readLimitedFile: {
    name: 'subjectRequests.readLimitedMergedFile',
    title: {
      fi: 'Avaa yhdistetyn asiakkaan liitetiedosto, jonka käsittelyä on rajoitettu',
      sv: 'Öppna en sammanslagen klients bifogade fil vars behandling är begränsad',
      en: 'Open an attached file of a merged client whose processing is restricted',
    },
    ...reading,
  },
} as const satisfies Record<string, Action>;
