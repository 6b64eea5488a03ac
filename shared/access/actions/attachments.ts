import type { Action } from '../action.ts';
import { FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what may be done to the attachments of a client's documents. */
export const ATTACHMENT_ACTIONS = {
  beginUpload: {
    name: 'attachments.beginUpload',
    title: { fi: 'Lähetä liite', sv: 'Sänd en bilaga', en: 'Send in an attachment' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 22',
  },
  replace: {
    name: 'attachments.replace',
    title: {
      fi: 'Korjaa liite uudella tiedostolla',
      sv: 'Rätta en bilaga med en ny fil',
      en: 'Put another file in the place of an attachment',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  openForm: {
    name: 'attachments.openForm',
    title: {
      fi: 'Hae lomake tiedoston lähettämiseen',
      sv: 'Hämta formuläret för att sända filen',
      en: 'Get the form by which the file is sent',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 22',
  },
  followUpload: {
    name: 'attachments.followUpload',
    title: { fi: 'Seuraa omaa lähetystä', sv: 'Följ en egen sändning', en: 'Follow an upload of one’s own' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 9',
  },
  listUploads: {
    name: 'attachments.listUploads',
    title: { fi: 'Omat lähetykset', sv: 'Egna sändningar', en: 'One’s own uploads' },
    roles: NOTE_WRITERS,
    tie: 'none',
    basis: 'ownMatters',
    legalGround: '703/2023 § 9',
  },
  list: {
    name: 'attachments.list',
    title: { fi: 'Luettele liitteet', sv: 'Lista bilagor', en: 'List attachments' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  read: {
    name: 'attachments.read',
    title: {
      fi: 'Lue liitteen tiedot',
      sv: 'Läs uppgifterna om en bilaga',
      en: 'Read what an attachment is',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readContent: {
    name: 'attachments.readContent',
    title: { fi: 'Avaa liite', sv: 'Öppna en bilaga', en: 'Open an attachment' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listMerged: {
    name: 'attachments.listMerged',
    title: {
      fi: 'Luettele yhdistetyn asiakkaan liitteet',
      sv: 'Lista en sammanslagen klients bilagor',
      en: 'List the attachments of a merged client',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readMergedContent: {
    name: 'attachments.readMergedContent',
    title: {
      fi: 'Avaa yhdistetyn asiakkaan liite',
      sv: 'Öppna en bilaga om en sammanslagen klient',
      en: 'Open an attachment of a merged client',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  readVersions: {
    name: 'attachments.readVersions',
    title: {
      fi: 'Lue korjatun liitteen aiemmat versiot',
      sv: 'Läs tidigare versioner av en rättad bilaga',
      en: 'Read the superseded versions of an attachment',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  readVersionContent: {
    name: 'attachments.readVersionContent',
    title: {
      fi: 'Avaa korjatun liitteen aiempi versio',
      sv: 'Öppna en tidigare version av en rättad bilaga',
      en: 'Open a superseded version of an attachment',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  invalidate: {
    name: 'attachments.invalidate',
    title: { fi: 'Mitätöi liite', sv: 'Ogiltigförklara en bilaga', en: 'Invalidate an attachment' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  remove: {
    name: 'attachments.remove',
    title: {
      fi: 'Poista tarpeeton liite',
      sv: 'Ta bort en onödig bilaga',
      en: 'Remove an unneeded attachment',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 17',
  },
  invalidateMerged: {
    name: 'attachments.invalidateMerged',
    title: {
      fi: 'Mitätöi yhdistetyn asiakkaan liite',
      sv: 'Ogiltigförklara en bilaga om en sammanslagen klient',
      en: 'Invalidate an attachment of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  removeMerged: {
    name: 'attachments.removeMerged',
    title: {
      fi: 'Poista yhdistetyn asiakkaan tarpeeton liite',
      sv: 'Ta bort en onödig bilaga om en sammanslagen klient',
      en: 'Remove an unneeded attachment of a merged client',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 17',
  },
} as const satisfies Record<string, Action>;
