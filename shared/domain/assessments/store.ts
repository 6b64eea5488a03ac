import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { AssessmentId, ClientId, ControllerId, DocumentId, UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import { assessmentKeys } from '../../table/keys.ts';
import { allOfClient, pageOfClient } from '../../table/lists.ts';
import { getItem } from '../../table/read.ts';
import { Assessment, AssessmentNotMade, type AssessmentResult, type Times, type Told } from './model.ts';

/** What is stored of assessments and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadAssessment = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  assessmentId: AssessmentId,
): Promise<Assessment | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    assessmentKeys.underWay(controller, clientId, assessmentId),
    Assessment,
  );

/** Those under way: one of each case at most. */
export const loadAssessmentsUnderWay = (where: Where, clientId: ClientId): Promise<Assessment[]> =>
  allOfClient(where, clientId, assessmentKeys.spans.underWay, Assessment);

const Ended = z.discriminatedUnion('entity', [Assessment, AssessmentNotMade]);
type Ended = z.infer<typeof Ended>;

/** One that is ready, or the record that none was made. */
export const loadEndedAssessment = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  assessmentId: AssessmentId,
): Promise<Ended | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    assessmentKeys.ready(controller, clientId, assessmentId),
    Ended,
  );

/** Those under way, and the latest of those that are ready or were not made. */
export async function loadAssessments(
  where: Where,
  clientId: ClientId,
): Promise<{ underWay: Assessment[]; ready: Assessment[]; notMade: AssessmentNotMade[] }> {
  const latest = { span: assessmentKeys.spans.ready, limit: 50 };
  const [underWay, ended] = await Promise.all([
    loadAssessmentsUnderWay(where, clientId),
    pageOfClient(where, clientId, latest, Ended),
  ]);
  return {
    underWay: underWay.toReversed(),
    ready: ended.items.filter((one) => one.entity === 'assessment'),
    notMade: ended.items.filter((one) => one.entity === 'assessmentNotMade'),
  };
}

/** Perustelut, why no assessment was made. */
export const Grounds = z.string().trim().min(1).max(10_000);

const placeOf = (key: Pick<AssessmentNotMade, 'pk' | 'sk'>) => recordPlace(key, 'grounds');

export const sealGrounds = (
  ring: KeyRing,
  item: Pick<AssessmentNotMade, 'pk' | 'sk' | 'caseId'>,
  grounds: string,
): Promise<Sealed> => ring.seal(item.caseId, placeOf(item), 1, grounds);

export const openGrounds = (ring: KeyRing, item: AssessmentNotMade): Promise<string> =>
  ring.open(item.grounds, placeOf(item), Grounds);

/** One more was told of the clienthood that began by this assessment. */
export function toldOf(
  before: Assessment,
  told: Omit<Told, 'at' | 'by'>,
  { now, by }: { now: Instant; by: UserId },
): Assessment {
  return {
    ...before,
    ...changed(before, now, by),
    told: [...(before.told ?? []), { ...told, at: now, by }],
  };
}

/** underWay -> ready, with what was found and the document that says it. */
export function readyAssessment(
  controller: ControllerId,
  before: Assessment,
  end: {
    result: AssessmentResult;
    specialSupport: boolean;
    documentId: DocumentId;
    readyOn: LocalDate;
    readyIn?: UnitId;
    times: Times;
  },
  { now, by }: { now: Instant; by: UserId },
): { after: Assessment; changes: Change[] } {
  const { specialSupport, ...rest } = end;
  const after: Assessment = {
    ...before,
    ...assessmentKeys.ready(controller, before.clientId, before.assessmentId),
    ...changed(before, now, by),
    ...rest,
    state: 'ready',
    specialSupport: { needed: specialSupport, at: now, by },
  };
  return {
    after,
    changes: [
      { remove: before, when: { version: before.version } },
      { put: after, when: 'absent' },
    ],
  };
}
