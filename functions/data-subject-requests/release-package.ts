import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPart } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { expectNothingSince } from './expect-givable.ts';
import { changedOf, knownPackage, lineOfPackage, type PackageChanged } from './known-package.ts';
import type { OneRequest } from './known-request.ts';
import { judgeVersions } from './versions-agree.ts';

/**
 * From now on the package may be given and is never changed: every part has been gone through, and whatever is withheld
 * stands in the decision with its ground.
 */
export async function releasePackage(
  context: ActContext,
  { params, version }: { params: OneRequest; version: number },
): Promise<Answer<PackageChanged>> {
  const { actor, now } = context;
  const { request, head } = await knownPackage(context, params);
  const concerns = [params.clientId];
  const { decision, state } = request;
  if (state !== 'decided' || decision === undefined || head.state !== 'assembled') {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  expectVersion(head, version);
  // What was put together before others were pointed out is put together anew.
  if (head.pointsOut !== true || head.parts.some(({ checked }) => checked === undefined)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notChecked, { concerns });
  }
  const grounds = head.parts.flatMap((part) => part.grounds);
  if (grounds.some((ground) => !decision.grounds.includes(ground))) {
    const findings = [
      wrong('withheldDecided', '', '(EU) 2016/679 12 art. 4 kohta', {
        fi: 'Osa tiedoista jää antamatta perusteella, jota ratkaisussa ei ole: ratkaise pyyntö osittain hyväksytyksi.',
        sv: 'En del av uppgifterna lämnas inte ut på en grund som inte finns i avgörandet: avgör begäran som delvis bifallen.',
        en: 'Something is withheld on a ground that the decision does not name: decide that the request is granted in part.',
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  if (request.kind !== 'inspection' && !(await isOfTargets(context, request, head))) {
    const findings = [
      wrong('onlyNamed', '', '621/1999 13 ja 14 §; 703/2023 52 §', {
        fi: 'Koottuna on muuta kuin mitä ratkaisu nimeää: kokoa tiedot uudelleen.',
        sv: 'Sammanställningen innehåller annat än det som nämns i avgörandet: sammanställ uppgifterna på nytt.',
        en: 'The package holds something that the decision does not name: put it together anew.',
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  await expectNothingSince(context, request, head);
  const findings = await judgeVersions(context, head);
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  const next: InspectionPackage = {
    ...head,
    ...changed(head, now, actor.userId),
    state: 'released',
    releasedAt: now,
    releasedBy: { userId: actor.userId, name: actor.name, post: actor.postTitle, at: now },
  };
  return commit(context, {
    changes: [
      { put: next, when: { version } },
      // Nobody decides otherwise at the same moment.
      { check: request, when: { version: request.version } },
    ],
    line: { ...lineOfPackage(next), changedFields: ['released'] },
    answer: { body: changedOf(next), version: next.version },
  });
}

/** Whether nothing is in the package that the decision does not name: it may have been put together before it. */
async function isOfTargets(
  context: ActContext,
  { clientId, targets }: SubjectRequest,
  head: InspectionPackage,
): Promise<boolean> {
  const ring = await ringOfAsker(context, clientId);
  const parts = await Promise.all(head.parts.map((_, part) => loadPart(context, ring, head.packageId, part)));
  // A file that is attached to what was named comes with it.
  return parts
    .flat()
    .every((item) =>
      targets.some(({ kind, id }) => (item.kind === kind && item.id === id) || item.belongsTo === id),
    );
}
