import type { Step } from './pen.ts';

/** What is done in one client's file at a sitting. */
export const VISITS = {
  /** A call, a question in the corridor, a check of the next time. */
  look: ['opened', ['notes', 0.15]],
  glance: ['glance', ['opened', 0.3]],
  prepare: ['opened', ['note', 0.4], ['plans', 0.3], ['document', 0.3]],
  write: ['opened', ['noteWritten', 0.9], ['booked', 0.2], ['taskDone', 0.15]],
  draft: ['opened', 'draftSaved', ['draftSaved', 0.5], 'draftFinalised'],
  assess: [
    'opened',
    'documents',
    'document',
    'documentSaved',
    ['documentSaved', 0.6],
    ['documentFinalised', 0.4],
  ],
  decide: ['opened', 'decisions', ['document', 0.5], 'decisionPrepared', ['documentSaved', 0.5]],
  plan: ['opened', 'plans', 'services', ['planMade', 0.6]],
  contact: ['opened', 'network', ['baseChanged', 0.6]],
  search: ['opened', 'searchedFile', ['document', 0.5], ['note', 0.5]],
  issue: ['decisions', 'decision', ['document', 0.7], ['decisionIssued', 0.8]],
  /** Getting to know a file that is new to the worker. */
  learn: [
    'opened',
    'network',
    'documents',
    'document',
    'timeline',
    ['timeline', 0.6],
    ['timeline', 0.4],
    ['plans', 0.5],
  ],
  invoice: ['services', ['deliveries', 0.6]],
  take: ['matter', 'opened', ['network', 0.5], ['noteWritten', 0.8], ['caseOpened', 0.4]],
  statement: [
    'opened',
    'documents',
    'document',
    'document',
    'timeline',
    'timeline',
    'timeline',
    'timeline',
    ['asOf', 0.4],
    'bundlePrinted',
  ],
} as const satisfies Record<string, readonly Step[]>;
