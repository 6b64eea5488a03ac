import { describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';

/**
 * Alaikäisen kielto (703/2023 § 51): every place by which something of a minor can come to a representative, and how it
 * asks the minor's ban. A place that is added is added here by somebody who has looked who may receive what it gives.
 */

/** What the act does with a ban that is in force toward whoever is to be told. */
type Asks =
  /** Nothing is given: the act is refused. */
  | { refuses: string }
  /** It is given by a right that goes past the ban (621/1999 § 11), and the line and the answer say so. */
  | { goesPast: string }
  /** Whoever or whatever sends is told that it is for the minor alone. */
  | { marks: string }
  /** No representative is ever given anything by it, for this reason. */
  | { never: string };

const OWN_COPY =
  'a file that an official opens at work: handed to a representative it is a print, which asks';
const OF_PARTY = 'a party of a decision knows what it says, and hides what another may not know';

const PLACES: Readonly<Record<string, Asks>> = {
  AbsenceOfDataPrinted: { never: 'says to an identified person that nothing is held' },
  AttachmentOpened: { never: OWN_COPY },
  BreachNoticePrinted: {
    never: 'is addressed to the data subject by name (art. 34) and says what happened, not what is held',
  },
  BundlePrinted: { refuses: 'givenTo.relationId' },
  CaseNotePrinted: { refuses: 'givenTo' },
  ClienthoodTold: { refuses: 'recipient.relationId; as a party past the ban, which the line says' },
  DataDisclosed: { refuses: 'the gate, when it is prepared and when it is sent' },
  DecisionCopySent: { goesPast: OF_PARTY },
  DecisionPartyHeard: { goesPast: 'a party is heard on what the decision will rest on' },
  DecisionReviewResultServed: { goesPast: OF_PARTY },
  DeclarationDocumentPrinted: { refuses: 'givenTo' },
  DisclosedCopyPrinted: { refuses: 'the gate until it is sent; afterwards the ban that stands now' },
  DisposalCertificatePrinted: { never: 'counts and sources: it names no client' },
  DocumentPrinted: { refuses: 'givenTo' },
  FormPrinted: { never: 'an empty form' },
  InspectionPackageDownloaded: { refuses: 'the asker of the request' },
  InspectionPackageFileGiven: { refuses: 'the asker of the request' },
  InspectionPackageFileOpened: { never: OWN_COPY },
  InspectionPackageManifestRead: { refuses: 'the asker of the request' },
  InspectionPackagePartGiven: { refuses: 'the asker of the request' },
  InspectionPackagePartPrinted: { refuses: 'the asker of the request' },
  LimitedFileRead: { never: OWN_COPY },
  LimitedMergedFileRead: { never: OWN_COPY },
  LogExtractGiven: { refuses: 'the asker of the request' },
  LogRequestAnswerPrinted: { refuses: 'the asker of the request' },
  MatterClosed: { never: 'goes to the authority whose matter it is (434/2003 § 21)' },
  MatterHandlingRecorded: { refuses: 'representative.relationId' },
  MergedAttachmentOpened: { never: OWN_COPY },
  MergedDocumentPrinted: { refuses: 'givenTo' },
  MergedNotePrinted: { refuses: 'givenTo' },
  NarrativePrinted: { refuses: 'givenTo' },
  NoticePrinted: { never: 'says nothing of anybody' },
  OwnCalendarExported: { never: 'a worker’s own' },
  PersonCollectionGiven: { never: 'is sealed for the authority of statistics' },
  RemindersListed: { marks: 'toClientAlone' },
  ResearchDataExtracted: { never: 'goes to a study under pseudonyms' },
  ResearchPopulationExtracted: { never: 'goes to a study under pseudonyms' },
  SourceRequestPrinted: { never: 'goes to whoever is asked for data' },
  StatisticsDifferencesRead: { never: 'sums' },
  StatisticsFileRead: { never: 'sums' },
  StatisticsReportPrinted: { never: 'sums' },
  SubjectRequestDelivered: { refuses: 'the asker of the request' },
  SubjectRequestLetterPrinted: {
    never: 'says to the asker what became of the own request, and nothing of what is held',
  },
  SupersededAttachmentOpened: { never: OWN_COPY },
  SupersededDocumentPrinted: { never: OWN_COPY },
  UnknownPersonsMatterClosed: { never: 'goes to the authority whose matter it is (434/2003 § 21)' },
};

const routes = modules.filter(({ audience }) => audience === 'staff').flatMap((module) => [...module.routes]);
const BAN = new Set(['disclosure.minorsBan', 'disclosure.representativeUnnamed', 'disclosure.notAllowed']);

describe('what tells a representative of a minor', () => {
  test('is known, each place of it: what discloses, makes a file, or has messages sent', () => {
    const places = routes.filter(
      ({ discloses, fileKinds, event, refusals }) =>
        discloses ||
        fileKinds.length > 0 ||
        event.startsWith('Reminders') ||
        refusals.some(({ code }) => code === 'disclosure.minorsBan'),
    );
    expect([...new Set(places.map(({ event }) => event))].toSorted()).toEqual(Object.keys(PLACES).toSorted());
  });

  test('asks the minor’s ban, and is refused where it stands against it', () => {
    const refusing = Object.entries(PLACES).flatMap(([event, asks]) => ('refuses' in asks ? [event] : []));
    const able = routes
      .filter(({ refusals }) => refusals.some(({ code }) => BAN.has(code)))
      .map(({ event }) => event);
    expect(refusing.filter((event) => !able.includes(event))).toEqual([]);
  });
});
