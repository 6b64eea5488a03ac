import type { Sealed } from '../../shared/crypto/sealed.ts';
import type { Concerned, Official } from '../../shared/domain/decisions/concerned-model.ts';
import type { DecisionHead, Review } from '../../shared/domain/decisions/model.ts';
import type { ServiceRow } from '../../shared/domain/decisions/service-model.ts';
import {
  CaseId,
  ClientId,
  ConcernedId,
  ControllerId,
  DecisionId,
  DelegationId,
  PostId,
  ReviewId,
  ServiceOfNoticeId,
  UnitId,
  UserId,
} from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { clientKeys } from '../../shared/table/keys.ts';

/** Invented decisions for the tests of the rules. */

export const NOW = Instant.parse('2026-11-24T10:00:00.000Z');
export const TODAY = helsinkiDateOf(NOW);
export const day = (text: string): LocalDate => LocalDate.parse(text);
const id = (letter: string): string => `01KBN4PZ0000000000000000${letter}`;

export const PREPARER = UserId.parse(id('0A'));
export const DECIDER = UserId.parse(id('0B'));
export const UNIT = UnitId.parse(id('0C'));
export const POST = PostId.parse(id('0D'));
export const ROW = DelegationId.parse(id('0E'));
export const CLIENT = ConcernedId.parse(id('1A'));
export const MOTHER = ConcernedId.parse(id('1B'));
export const FATHER = ConcernedId.parse(id('1C'));
export const BY = { now: NOW, by: PREPARER };

export const official = (userId: UserId = DECIDER, at = NOW): Official => ({
  userId,
  name: 'Leena Laaja',
  post: 'sosiaalityöntekijä',
  at,
});

export const one = (concernedId: ConcernedId, more: Partial<Concerned> = {}): Concerned => ({
  concernedId,
  roles: ['client'],
  mayAppeal: true,
  hearing: { state: 'open' },
  ...more,
});

const SEALED: Sealed = { subject: 'client', at: 1, blob: new Uint8Array([1]) };

/** A decision of working-age services in preparation, unless told otherwise. */
export function aDecision(more: Partial<DecisionHead> = {}): DecisionHead {
  const clientId = ClientId.parse(id('2A'));
  const decisionId = DecisionId.parse(id('2B'));
  return {
    ...clientKeys.decision(ControllerId.parse('KEUSOTE'), clientId, decisionId),
    entity: 'decision',
    schemaVersion: 1,
    version: 1,
    createdAt: NOW,
    createdBy: PREPARER,
    updatedAt: NOW,
    updatedBy: PREPARER,
    decisionId,
    clientId,
    caseId: CaseId.parse(id('2C')),
    kind: '11052',
    route: 'OVK',
    serviceTasks: ['workingAge'],
    socialServices: ['socialGuidance'],
    state: 'prepared',
    unitId: UNIT,
    preparedBy: official(PREPARER),
    result: 'granting',
    obliging: false,
    specialSupport: false,
    atOnce: false,
    concerned: [one(CLIENT)],
    reviews: [],
    documentClass: 'document',
    content: SEALED,
    ...more,
  };
}

export const issuedOn = (on: string, by: UserId = DECIDER): NonNullable<DecisionHead['issued']> => ({
  on: day(on),
  by: official(by),
  power: { power: 'official', delegationId: ROW, postId: POST },
  impartial: true,
  signatureType: 'electronic',
  guidance: 'reviewRequest',
});

let rows = 0;
export function aService(concernedId: ConcernedId, more: Partial<ServiceRow> = {}): ServiceRow {
  rows += 1;
  const { clientId, decisionId } = aDecision();
  const serviceId = ServiceOfNoticeId.parse(`01KBN4PZ00000000000000${String(rows).padStart(4, '0')}`);
  return {
    ...clientKeys.serviceOfNotice(ControllerId.parse('KEUSOTE'), clientId, decisionId, serviceId),
    entity: 'serviceOfNotice',
    schemaVersion: 1,
    version: 1,
    createdAt: NOW,
    createdBy: PREPARER,
    updatedAt: NOW,
    updatedBy: PREPARER,
    serviceId,
    decisionId,
    clientId,
    serviceTasks: ['workingAge'],
    concernedId,
    way: 'letter',
    state: 'sent',
    sentOn: TODAY,
    sentBy: official(),
    consented: false,
    documentVersion: 1,
    hidden: 0,
    ...more,
  };
}

export function aReview(concernedId: ConcernedId, more: Partial<Review> = {}): Review {
  rows += 1;
  return {
    reviewId: ReviewId.parse(`01KBN4PZ00000000000000${String(rows).padStart(4, '0')}`),
    instance: 'reviewRequest',
    concernedId,
    arrivedOn: TODAY,
    inTime: true,
    receivedBy: official(),
    ...more,
  };
}
