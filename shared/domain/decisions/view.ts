import * as z from 'zod';
import { ConcernedId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { Doer, Reason } from '../case-notes/model.ts';
import { Charging } from '../services/charging.ts';
import { DecisionContent, DecisionHead } from './model.ts';
import { ServiceRow } from './service-model.ts';

/** A decision as lists have it: nothing sealed. */
export const DecisionRow = z
  .strictObject({
    ...DecisionHead.pick({
      decisionId: true,
      caseId: true,
      kind: true,
      serviceTasks: true,
      socialServices: true,
      state: true,
      result: true,
      validity: true,
      reviewOn: true,
      unitId: true,
      atOnce: true,
      documentId: true,
      end: true,
      replacedBy: true,
      forceExpected: true,
      version: true,
    }).shape,
    issuedOn: LocalDate.optional(),
    legalForceOn: LocalDate.optional(),
    /** Its last day has passed: an official records that it has ended. */
    termOver: z.boolean(),
  })
  .meta({ id: 'DecisionRow' });
export type DecisionRow = z.infer<typeof DecisionRow>;

export function rowOf(head: DecisionHead, today: LocalDate): DecisionRow {
  const { validity, issued, force } = head;
  return DecisionRow.parse({
    ...Object.fromEntries(
      ROW_FIELDS.map((field) => [field, head[field]] as const).filter(([, value]) => value !== undefined),
    ),
    ...(issued === undefined ? {} : { issuedOn: issued.on }),
    ...(force === undefined ? {} : { legalForceOn: force.on }),
    termOver: validity?.to !== undefined && validity.to < today,
  });
}

const ROW_FIELDS = [
  'decisionId',
  'caseId',
  'kind',
  'serviceTasks',
  'socialServices',
  'state',
  'result',
  'validity',
  'reviewOn',
  'unitId',
  'atOnce',
  'documentId',
  'end',
  'replacedBy',
  'forceExpected',
  'version',
] as const;

const ServiceView = ServiceRow.pick({
  serviceId: true,
  concernedId: true,
  way: true,
  state: true,
  sentOn: true,
  sentBy: true,
  consented: true,
  again: true,
  documentVersion: true,
  hidden: true,
  servedOn: true,
  appealBy: true,
  failedOn: true,
  recordedBy: true,
})
  .extend({
    /** Served by the presumption of its way, without anybody's mark. */
    presumed: z.boolean(),
    /** A verifiable electronic copy that was not fetched in its days: another way is needed. */
    unfetched: z.boolean(),
  })
  .meta({ id: 'ServiceOfNoticeView' });
export type ServiceView = z.infer<typeof ServiceView>;

const CorrectionMark = z.strictObject({
  ...Doer.pick({ name: true, post: true, at: true }).shape,
  ground: Reason.shape.ground,
});

export function begunCorrectedOf({ begunCorrections = [] }: DecisionHead): {
  begunCorrected?: z.infer<typeof CorrectionMark>;
} {
  const last = begunCorrections.at(-1);
  if (last === undefined) return {};
  const { by, reason } = last;
  return { begunCorrected: { name: by.name, post: by.post, at: by.at, ground: reason.ground } };
}

/** A decision as a whole: what is sealed of it, its copies, and how its legal force stands by the rules. */
export const DecisionView = z
  .strictObject({
    ...DecisionHead.pick({
      decisionId: true,
      clientId: true,
      caseId: true,
      kind: true,
      route: true,
      serviceTasks: true,
      socialServices: true,
      state: true,
      unitId: true,
      preparedBy: true,
      proposed: true,
      result: true,
      obliging: true,
      amount: true,
      validity: true,
      reviewOn: true,
      specialSupport: true,
      atOnce: true,
      concerned: true,
      follows: true,
      replaces: true,
      answers: true,
      replacedBy: true,
      draftId: true,
      documentId: true,
      documentVersion: true,
      issued: true,
      corrections: true,
      reviews: true,
      force: true,
      begun: true,
      reassessed: true,
      enforcement: true,
      end: true,
      version: true,
    }).shape,
    ...DecisionContent.shape,
    services: z.array(ServiceView),
    /** To whom a copy went out before the last correction, and none after it. */
    sendAnew: z.array(ConcernedId),
    /** Of a kind that grants a service. */
    charging: Charging.optional(),
    legalForce: z.strictObject({
      /** The first day, once every recipient's time has an end. */
      on: LocalDate.optional(),
      waiting: z.array(
        z.strictObject({
          concernedId: ConcernedId,
          for: z.enum(['service', 'time', 'result', 'serviceOfResult']),
          until: LocalDate.optional(),
        }),
      ),
    }),
    /** Who put the day on which it began to be carried out right last, when and on what ground. */
    begunCorrected: CorrectionMark.optional(),
    termOver: z.boolean(),
    openQuestions: z.array(z.string()),
  })
  .meta({ id: 'DecisionView' });
export type DecisionView = z.infer<typeof DecisionView>;
