import type { RetentionClass } from '../retention/rules.ts';
import type { DataPart, GoesWith, PersonalStore, SealedPart } from './model.ts';

/** What lies in a client's own partition. */

const sealedAs = (attribute: string, path = attribute): SealedPart => ({ path, attribute });
const CONTENT = sealedAs('content');
const REASON = sealedAs('reason', 'reason.words');

const inFile = (
  kind: string,
  part: DataPart,
  goesWith: GoesWith,
  documentClass: RetentionClass | undefined,
  ...sealed: readonly SealedPart[]
): PersonalStore => ({
  kind,
  part,
  lies: { in: 'file' },
  goesWith,
  ...(documentClass === undefined ? {} : { documentClass }),
  sealed,
  shows: documentClass === undefined ? 'nothing' : 'data',
});

export const OF_FILE: readonly PersonalStore[] = [
  inFile('client', 'baseData', 'client', 'clienthood', sealedAs('base')),
  inFile('baseDataVersion', 'baseData', 'client', 'clienthood', sealedAs('base')),
  inFile('relationshipPeriod', 'clienthood', 'client', 'clienthood', sealedAs('explanation')),
  inFile('relationshipCorrection', 'clienthood', 'client', 'clienthood', REASON),
  inFile('restrictionChange', 'clienthood', 'client', 'clienthood', sealedAs('reason')),
  inFile('relation', 'network', 'client', 'clienthood', CONTENT),
  inFile('relationVersion', 'network', 'client', 'clienthood', CONTENT),
  inFile('opening', 'log', 'client', 'clienthood', sealedAs('words')),
  inFile('declaration', 'clienthood', 'client', 'permitOrDenial', CONTENT),
  inFile('refundMark', 'clienthood', 'client', 'clienthood', CONTENT),
  inFile('minorsBan', 'clienthood', 'client', 'permitOrDenial', CONTENT),
  inFile('fileMark', 'clienthood', 'client', undefined),
  inFile('disclosure', 'log', 'client', 'log', sealedAs('asked'), sealedAs('reasons'), sealedAs('refusal')),
  inFile('sourceRequest', 'log', 'client', 'clienthood', CONTENT, sealedAs('receipt', 'receipt.content')),
  inFile('clientTie', 'appointments', 'client', undefined),
  inFile('case', 'cases', 'case', 'case', CONTENT),
  inFile('transfer', 'cases', 'case', 'case', sealedAs('reason'), sealedAs('returnReason')),
  inFile('caseNote', 'narrative', 'case', 'caseNote', CONTENT, REASON),
  inFile('supersededNote', 'narrative', 'case', 'caseNote', CONTENT, REASON),
  inFile('document', 'documents', 'case', 'document', REASON),
  inFile('supersededDocument', 'documents', 'case', 'document', REASON),
  inFile('attachment', 'attachments', 'case', 'document', CONTENT, REASON),
  inFile('supersededAttachment', 'attachments', 'case', 'document', CONTENT, REASON),
  inFile('attachmentRow', 'attachments', 'attachment', undefined),
  inFile('paper', 'papers', 'case', 'document', CONTENT),
  inFile('decision', 'decisions', 'case', 'document', CONTENT),
  inFile('serviceOfNotice', 'decisions', 'decision', 'document'),
  inFile('clientService', 'services', 'case', 'document', CONTENT, sealedAs('words', 'evaluations[].words')),
  inFile('delivery', 'services', 'case', 'document', sealedAs('words')),
  inFile('plan', 'plans', 'case', 'document'),
  inFile('assessment', 'assessments', 'case', 'document', {
    path: 'corrections[].reason.words',
    attribute: 'reason',
    at: 'assessmentId',
  }),
  inFile('assessmentNotMade', 'assessments', 'case', 'document', sealedAs('grounds'), {
    path: 'corrections[].reason.words',
    attribute: 'reason',
    at: 'assessmentId',
  }),
  inFile(
    'custodyReport',
    'documents',
    'case',
    'document',
    sealedAs('asked'),
    sealedAs('reason', 'corrections[].reason.words'),
  ),
  inFile('appointment', 'appointments', 'case', 'document', CONTENT),
  inFile('deadline', 'work', 'case', 'document', {
    path: 'lateness.words',
    attribute: 'lateness',
    at: 'deadlineId',
  }),
  inFile('task', 'work', 'case', 'document', { path: 'words', attribute: 'words', at: 'taskId' }),
  inFile('matterOfClient', 'intake', 'case', 'document'),
  // Words of the file, to be searched: what they tell stands in what they were taken from.
  inFile('wordSegment', 'narrative', 'case', undefined),
];
