import type { DataPart, GoesWith, Lies, PersonalStore, SealedPart } from './model.ts';

/** What tells of a client and does not lie in the client's own partition. */

const CONTENT: SealedPart = { path: 'content', attribute: 'content' };

const data = (
  kind: string,
  part: DataPart,
  lies: Lies,
  goesWith: GoesWith,
  documentClass: PersonalStore['documentClass'],
  ...sealed: readonly SealedPart[]
): PersonalStore => ({
  kind,
  part,
  lies,
  goesWith,
  ...(documentClass === undefined ? {} : { documentClass }),
  sealed,
  shows: 'data',
});

/** By what data are found or opened. */
const means = (
  kind: string,
  part: DataPart,
  lies: Lies,
  goesWith: GoesWith,
  ...sealed: readonly SealedPart[]
): PersonalStore => ({
  kind,
  part,
  lies,
  goesWith,
  sealed,
  shows: 'nothing',
});

/** Days of calendars and messages are taken away so long after them. */
const DAYS_AFTER = 60;

export const ELSEWHERE: readonly PersonalStore[] = [
  // Contents held apart from their heads.
  data('noteBody', 'narrative', { in: 'body' }, 'case', 'caseNote', CONTENT),
  data('documentPiece', 'documents', { in: 'body' }, 'case', 'document', CONTENT),
  data('documentClosing', 'documents', { in: 'body' }, 'case', 'document', CONTENT),
  means('sealedFile', 'attachments', { in: 'documents' }, 'case'),
  means('sealedContent', 'documents', { in: 'documents' }, 'case'),

  // Intake matters, which are received before it is known whose they are.
  data('intakeMatter', 'intake', { in: 'matter' }, 'matter', 'document'),
  data('intakeRecord', 'intake', { in: 'matter' }, 'matter', 'document', CONTENT),
  data('supersededIntakeRecord', 'intake', { in: 'matter' }, 'matter', 'document', CONTENT),
  data('intakeHandling', 'intake', { in: 'matter' }, 'matter', 'document', CONTENT),
  means('notifierMessage', 'intake', { in: 'matter' }, 'matter'),
  means('matterLookup', 'intake', { in: 'code' }, 'matter'),

  // What the client has asked of the log, and what was looked at in it.
  data(
    'logRequest',
    'log',
    { in: 'logFile' },
    'client',
    'document',
    { path: 'asked', attribute: 'asked' },
    { path: 'answer', attribute: 'answer' },
  ),
  data('logWithholding', 'log', { in: 'logFile' }, 'client', 'document', {
    path: 'words',
    attribute: 'words',
  }),
  data(
    'misuseCase',
    'log',
    { in: 'logFile' },
    'client',
    'document',
    { path: 'said', attribute: 'said' },
    { path: 'hearings[].words', attribute: 'hearings' },
    { path: 'answer', attribute: 'answer' },
  ),
  data(
    'subjectRequest',
    'log',
    { in: 'logFile' },
    'client',
    'document',
    { path: 'asked', attribute: 'asked' },
    { path: 'answer', attribute: 'answer' },
    { path: 'extension.words', attribute: 'extension' },
  ),
  data('clientStatement', 'narrative', { in: 'logFile' }, 'client', 'document', {
    path: 'words',
    attribute: 'words',
  }),
  data('doorPermit', 'log', { in: 'logFile' }, 'client', 'document', { path: 'words', attribute: 'words' }),
  // That a client’s data were part of a breach: it goes with the breach, which is kept as the log is unless a plan says otherwise.
  means('affectedPage', 'log', { in: 'trail' }, 'log'),
  means('affectedTold', 'log', { in: 'trail' }, 'log'),
  // Copies of what is told elsewhere in this register: they go with the client, and are in no package.
  means('inspectionPackage', 'log', { in: 'logFile' }, 'client'),
  means('inspectionPiece', 'log', { in: 'logFile' }, 'client'),
  means('redactedFile', 'log', { in: 'logFile' }, 'client', CONTENT),
  means('logRequestWaiting', 'log', { in: 'logFile' }, 'client'),
  data('logCheck', 'log', { in: 'checks' }, 'client', 'clienthood'),
  data('line', 'log', { in: 'trail' }, 'log', 'log'),
  // Searches of the sealed log: whose lines were asked for, and where they stand. The table takes them away.
  means('logSearch', 'log', { in: 'passing', days: 60 }, 'passing'),
  means('logSearchPage', 'log', { in: 'passing', days: 60 }, 'passing'),
  // A sign is of a worker's use of the log, and names whose file it was; a run takes it away by `signsKept`.
  means('sign', 'log', { in: 'trail' }, 'log'),

  data('retentionHold', 'work', { in: 'holds' }, 'client', 'clienthood'),
  // It outlives the head of its client by one step of the disposal, so that no hold is placed in between.
  means('disposalGate', 'work', { in: 'holds' }, 'client'),

  // Ways to find a client.
  means('identityLookup', 'baseData', { in: 'code' }, 'client'),
  means('citizenSubject', 'baseData', { in: 'code' }, 'client'),
  means('citizen', 'baseData', { in: 'code' }, 'client'),
  means('nameLookup', 'baseData', { in: 'token' }, 'client'),
  means('nameTokens', 'baseData', { in: 'token' }, 'client'),

  // Days of calendars, messages and uploads, which the table takes away by itself.
  means('calendarDay', 'appointments', { in: 'calendar' }, 'passing'),
  means('reminderMessage', 'appointments', { in: 'passing', days: DAYS_AFTER }, 'passing'),
  means('upload', 'attachments', { in: 'passing', days: 31 }, 'passing', CONTENT),

  means('draft', 'narrative', { in: 'writer' }, 'case'),
  means('documentDraft', 'documents', { in: 'writer' }, 'case'),

  // What opens all of it.
  means('clientKey', 'baseData', { in: 'keys' }, 'client'),
  means('caseKey', 'cases', { in: 'keys' }, 'case'),
  means('matterKey', 'intake', { in: 'matterKeys' }, 'matter'),
  means('matterKeyOfClient', 'intake', { in: 'matterKeys' }, 'matter'),
];
