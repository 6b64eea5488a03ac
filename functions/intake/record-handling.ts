import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { fileNaming, loadAnswering } from '../../shared/domain/clients/network/store.ts';
import { factsOfTalk } from '../../shared/domain/deadlines/counted.ts';
import { metByTalk } from '../../shared/domain/deadlines/talk.ts';
import { expectMayBeGivenOfPerson } from '../../shared/domain/disclosures/of-person.ts';
import { deadlinesOfMatter } from '../../shared/domain/intake/deadlines.ts';
import { HandlingContent, HandlingKind } from '../../shared/domain/intake/model.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeHandling, subjectOf } from '../../shared/domain/intake/rules.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { type ClientId, HandlingId, RelationId, SubjectId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { findMatter } from './find-matter.ts';
import { handlingOf } from './new-handling.ts';
import { lineOfMatter, type OneMatter } from './one-matter.ts';

export const RecordHandling = z
  .strictObject({
    kind: HandlingKind.extract(['contact', 'assessment', 'measure', 'disclosure']),
    on: LocalDate,
    /** The person it was done for, where not for all of them. */
    subjectId: SubjectId.optional(),
    /** Of a disclosure: it was made to a representative of the person, and to which one by the person's file. */
    representative: z.strictObject({ relationId: RelationId.optional() }).optional(),
    ...HandlingContent.shape,
    /** It was the personal talk that an applicant for social assistance asked for (1412/1997 § 14 d). */
    talkHeld: z.boolean().optional(),
  })
  .meta({ id: 'RecordHandling' });

export const HandlingRecorded = z.strictObject({ handlingId: HandlingId }).meta({ id: 'HandlingRecorded' });

/**
 * Records what was done because of a matter before a client relationship begins: an inquiry, a contact, a measure,
 * a disclosure to an outsider. It stays with the matter, and so in the file of each client whom the matter concerns.
 */
export async function recordHandling(
  context: ActContext,
  { params, body }: { params: z.infer<typeof OneMatter>; body: z.infer<typeof RecordHandling> },
): Promise<Answer<z.infer<typeof HandlingRecorded>>> {
  const { today } = context;
  const { kind, on, subjectId, representative, talkHeld, ...content } = body;
  const [{ matter, ring }, running] = await Promise.all([
    findMatter(context, params.matterId),
    talkHeld === true ? deadlinesOfMatter(context, params.matterId) : [],
  ]);
  const subject = subjectId === undefined ? undefined : subjectOf(matter, subjectId);
  if (subjectId !== undefined && subject === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  refuseErrors(INTAKE_REFUSALS.notValid, judgeHandling({ kind, on, content }, today));
  const concerned = subject === undefined ? matter.subjects : [subject];
  if (representative !== undefined) {
    const clientIds = concerned.flatMap(({ clientId }) => clientId ?? []);
    await expectMayBeTold(context, clientIds, representative.relationId);
  }
  const { handlingId, change } = await handlingOf(context, ring, {
    matterId: matter.matterId,
    kind,
    on,
    subjectId,
    content,
  });
  const { controller } = context.actor;
  return commit(context, {
    changes: [
      change,
      ...metByTalk(context, running, { on }),
      // What has been handled meanwhile is not added to.
      {
        check: matterKeys.head(controller, matter.matterId),
        when: { version: matter.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
    ],
    facts: factsOfTalk(running, on),
    line: {
      ...lineOfMatter(matter, ['handling']),
      ...(kind === 'disclosure'
        ? {
            disclosure: {
              on,
              ...(subject?.clientId === undefined ? {} : { client: subject.clientId }),
              recipient: {
                kind: representative === undefined ? 'other' : 'representative',
                reference: representative?.relationId ?? handlingId,
              },
              purpose: 'asRecorded',
              ground: { kind: 'recorded', reference: handlingId },
            },
          }
        : {}),
    },
    answer: { body: { handlingId } },
  });
}

/**
 * A relation names somebody in one file alone. To a minor whose file does not have it the representative is not named,
 * and may be the one whom that minor has shut out. What the matter holds is in no document yet: any ban may concern it,
 * of a client who was merged that of the file that remains too.
 * @throws Refusal `disclosure.minorsBan`; `disclosure.representativeUnnamed`; not found for a relation that no file has.
 */
async function expectMayBeTold(
  context: ActContext,
  clientIds: readonly ClientId[],
  relationId: RelationId | undefined,
): Promise<void> {
  const answering = await loadAnswering(context, clientIds);
  const persons = await Promise.all(
    clientIds.map(async (clientId) => {
      const head = answering.get(clientId);
      const files =
        head === undefined ? [clientId] : await filesOf(context.services, context.actor.controller, head);
      return { files, namedIn: await fileNaming(context, files, relationId) };
    }),
  );
  if (relationId !== undefined && persons.every(({ namedIn }) => namedIn === undefined)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  const receiver = { kind: 'representative', relationId } as const;
  for (const { files, namedIn } of persons) {
    await expectMayBeGivenOfPerson(context, files, { receiver, namedIn });
  }
}
