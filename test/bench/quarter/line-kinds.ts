import type { DataGroup, Resource } from '../../../shared/trail/event.ts';

/** What the routes of the product write, as far as the simulated work uses them. A test holds it against the register. */
type Kind = {
  event: string;
  action: string;
  groups: readonly DataGroup[];
  /** Fields that a writing act names. None: it only reads. */
  changed?: readonly string[];
  /** A thing beside the client that the line names. */
  thing?: Resource['kind'];
  legalGround?: string;
};

const OPEN_FILE: readonly DataGroup[] = ['baseData', 'contactData', 'clienthood', 'case', 'caseNotes'];
const kind = (
  event: string,
  action: string,
  groups: readonly DataGroup[],
  more: Partial<Kind> = {},
): Kind => ({
  event,
  action,
  groups,
  ...more,
});

export const LINE_KINDS = {
  opened: kind('ClientFileOpened', 'clients.openFile', OPEN_FILE),
  glance: kind('FileSeenAtGlance', 'clientFile.glance', [
    'identity',
    'clienthood',
    'case',
    'tasks',
    'deadlines',
  ]),
  timeline: kind('TimelineRead', 'clientFile.timeline', ['caseNotes', 'documents']),
  asOf: kind('FileReadAsOf', 'clientFile.asOf', OPEN_FILE),
  network: kind('NetworkRead', 'clients.readNetwork', ['family']),
  baseHistory: kind('BaseDataHistoryRead', 'clients.readHistory', ['baseData', 'contactData']),
  notes: kind('CaseNotesRead', 'caseNotes.list', ['caseNotes']),
  note: kind('CaseNoteRead', 'caseNotes.read', ['caseNotes'], { thing: 'caseNote' }),
  noteWritten: kind('CaseNoteWritten', 'caseNotes.append', ['caseNotes'], {
    thing: 'caseNote',
    changed: ['content'],
  }),
  draftSaved: kind('DraftSaved', 'caseNotes.saveDraft', ['drafts'], { thing: 'draft', changed: ['content'] }),
  draftFinalised: kind('CaseNoteFinalised', 'caseNotes.finaliseDraft', ['caseNotes'], {
    thing: 'caseNote',
    changed: ['content'],
  }),
  documents: kind('DocumentsListed', 'documents.list', ['documents']),
  document: kind('DocumentRead', 'documents.read', ['documents'], { thing: 'document' }),
  documentSaved: kind('DocumentDraftSaved', 'documents.saveDraft', ['drafts'], {
    thing: 'draft',
    changed: ['content'],
  }),
  documentFinalised: kind('DocumentFinalised', 'documents.finalise', ['documents'], {
    thing: 'document',
    changed: ['content'],
  }),
  attachments: kind('AttachmentsListed', 'attachments.list', ['attachments']),
  attachment: kind('AttachmentOpened', 'attachments.readContent', ['attachments'], { thing: 'attachment' }),
  decisions: kind('DecisionsListed', 'decisions.list', ['decisions']),
  decision: kind('DecisionRead', 'decisions.read', ['decisions'], { thing: 'decision' }),
  decisionPrepared: kind('DecisionPrepared', 'decisions.prepare', ['decisions'], {
    thing: 'decision',
    changed: ['decision'],
  }),
  decisionIssued: kind('DecisionIssued', 'decisions.issue', ['decisions'], {
    thing: 'decision',
    changed: ['state'],
  }),
  plans: kind('PlansListed', 'plans.list', ['plans']),
  planMade: kind('PlanMade', 'plans.make', ['plans'], { thing: 'plan', changed: ['plan'] }),
  services: kind('ServicesListed', 'services.list', ['services']),
  deliveries: kind('DeliveriesRead', 'services.readDeliveries', ['services'], { thing: 'service' }),
  booked: kind('AppointmentBooked', 'appointments.book', ['appointments'], {
    thing: 'appointment',
    changed: ['appointment'],
  }),
  taskDone: kind('TaskDone', 'tasks.finish', ['tasks'], { thing: 'task', changed: ['state'] }),
  baseChanged: kind('BaseDataChanged', 'clients.changeBaseData', ['baseData'], { changed: ['contact'] }),
  matter: kind('MatterOfClientRead', 'intake.readOfClient', ['intake'], { thing: 'intakeMatter' }),
  caseOpened: kind('CaseOpenedFromMatter', 'intake.openCase', ['case'], { thing: 'case', changed: ['case'] }),
  searchedFile: kind('FileSearched', 'search.searchFile', ['caseNotes', 'documents']),
  narrativePrinted: kind('NarrativePrinted', 'prints.narrative', ['identity', 'caseNotes']),
  documentPrinted: kind('DocumentPrinted', 'prints.document', ['identity', 'documents'], {
    thing: 'document',
  }),
  bundlePrinted: kind('BundlePrinted', 'prints.bundle', ['identity', 'caseNotes', 'documents']),
  // Lists and searches: several clients in one line.
  searched: kind('ClientsListed', 'clients.search', ['identity'], { legalGround: '703/2023 §§ 8–9' }),
  ownClients: kind('OwnClientsListed', 'cases.listOwnClients', ['identity', 'clienthood']),
  unitCases: kind('UnitCasesListed', 'cases.listUnitCases', ['identity', 'case']),
  queue: kind('IntakeQueueListed', 'intake.listQueue', ['identity', 'intake']),
  // The opening without a tie, and following up.
  openedWithoutTie: kind('FileOpenedWithoutTie', 'accessRights.openWithoutTie', ['accessRights'], {
    thing: 'opening',
    changed: ['opening'],
  }),
  openings: kind('OpeningsListed', 'accessRights.listOpenings', ['accessRights'], {
    legalGround: '703/2023 §§ 9–10',
  }),
  opening: kind('OpeningRead', 'accessRights.readOpening', ['accessRights'], {
    thing: 'opening',
    legalGround: '703/2023 §§ 9–10',
  }),
  logOfClient: kind('LogOfClientRead', 'accessLog.readOfClient', ['accessLog'], {
    legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
  }),
  logOfUser: kind('LogOfUserRead', 'accessLog.readOfUser', ['accessLog'], {
    legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
  }),
} as const satisfies Record<string, Kind>;

export type LineKind = keyof typeof LINE_KINDS;
/** Widened, so that every kind is asked alike. */
export const lineKind = (name: LineKind): Kind => LINE_KINDS[name];
