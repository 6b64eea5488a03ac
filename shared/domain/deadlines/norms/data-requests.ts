import { type Norms, rule } from '../rule.ts';

/** Requests for data: 703/2023, (EU) 2016/679, 621/1999. */
export const DATA_REQUESTS = {
  logToClient: [
    rule({
      name: { fi: 'Lokitiedot asiakkaalle', sv: 'Logguppgifter till klienten', en: 'Log data to the client' },
      statute: '703/2023 § 11',
      count: { unit: 'months', count: 2, moves: true },
      starts: 'the request arrives',
      ends: 'the data are given or refused',
      startedBy: 'dataRequests',
      note: 'That 150/1930 moves the last day is unverified. The day stands on the request itself and in the queue of requests.',
    }),
  ],
  dataSubjectRequest: [
    rule({
      name: { fi: 'Rekisteröidyn pyyntö', sv: 'Den registrerades begäran', en: 'Request of a data subject' },
      statute: '(EU) 2016/679 art. 12(3)',
      count: { unit: 'months', count: 1, moves: true },
      starts: 'the request arrives',
      ends: 'it is answered',
      startedBy: 'dataRequests',
      pause: {
        ground: 'the identity of the asker is being verified',
        resumes: 'longer',
        source: '(EU) 2016/679 art. 12(6); guidelines of the EDPB, from memory, unverified',
      },
      extension: {
        count: { unit: 'months', count: 2, moves: true },
        ground: 'complexity and number of requests, told within the first month',
        source: '(EU) 2016/679 art. 12(3)',
      },
      note: 'That the last day moves to a working day is unverified.',
    }),
  ],
  documentRequest: [
    rule({
      name: { fi: 'Asiakirjapyyntö', sv: 'Begäran om handling', en: 'Request for a document' },
      statute: '621/1999 § 14',
      count: { unit: 'days', count: 14, moves: true },
      starts: 'the request arrives',
      ends: 'the document is given or refused',
      startedBy: 'dataRequests',
    }),
  ],
  largeDocumentRequest: [
    rule({
      name: {
        fi: 'Laaja asiakirjapyyntö',
        sv: 'Omfattande begäran om handlingar',
        en: 'Large request for documents',
      },
      statute: '621/1999 § 14',
      count: { unit: 'months', count: 1, moves: true },
      starts: 'the request arrives',
      ends: 'the documents are given or refused',
      startedBy: 'dataRequests',
    }),
  ],
  reminder: [
    rule({
      name: { fi: 'Muistutus', sv: 'Anmärkning', en: 'Reminder (muistutus)' },
      statute: '812/2000 § 23',
      count: { unit: 'withoutDelay', remindAfterWorkingDays: 20 },
      starts: 'the reminder arrives',
      ends: 'it is answered in writing with reasons',
      startedBy: 'dataRequests',
      note: 'The law says «in a reasonable time». The twenty working days are this house’s, so that somebody is reminded at all.',
    }),
  ],
  breachToAuthority: [
    rule({
      name: {
        fi: 'Ilmoitus tietoturvaloukkauksesta valvontaviranomaiselle',
        sv: 'Anmälan om personuppgiftsincident till tillsynsmyndigheten',
        en: 'Personal data breach told to the supervisory authority',
      },
      statute: '(EU) 2016/679 art. 33(1)',
      status: 'fromMemory',
      count: { unit: 'hours', count: 72 },
      starts: 'the controller becomes aware of the breach',
      ends: 'the supervisory authority is told, or it is unlikely that the breach results in a risk',
      startedBy: 'dataRequests',
    }),
  ],
} as const satisfies Norms;
