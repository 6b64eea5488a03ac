import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { isDelivered } from '../../shared/domain/data-subject-requests/judge-decision.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { assembled, hidesDwelling } from '../../shared/domain/data-subject-requests/package/assemble.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import {
  loadPackage,
  peoplePieces,
  piecesOf,
} from '../../shared/domain/data-subject-requests/package/store.ts';
import { PeopleOfFile } from '../../shared/domain/data-subject-requests/pointing/gather-people.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { type ClientId, PackageId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { subjectRequestKeys } from '../../shared/table/keys.ts';
import { isLimited, obstacleOf } from './expect-givable.ts';
import { changedOf, lineOfPackage, type PackageChanged } from './known-package.ts';
import { knownRequest, type OneRequest } from './known-request.ts';

/** A commit takes 25 items and 4 MB: so many pieces, and so many bytes of them, leave room for the rest. */
const MOST_PIECES = 18;
const MOST_BYTES = 3_000_000;

/**
 * Puts together all that is held on the person, as it stands now, in parts. What is more than one call can store goes on
 * with the next: the walk has one order, and what came after the first call is not in it.
 */
export async function assemblePackage(
  context: ActContext,
  { params }: { params: OneRequest },
): Promise<Answer<PackageChanged>> {
  const { services, actor, now } = context;
  const { clientId, requestId } = params;
  const [client, request, standing, ring] = await Promise.all([
    knownClient(context, clientId),
    knownRequest(context, params),
    loadPackage(context, clientId, requestId),
    ringOfAsker(context, clientId),
  ]);
  const isOpen = request.state === 'open' || request.state === 'decided';
  const concerns = [clientId];
  if (!isOpen || !isDelivered(request)) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  if (await isLimited(context, request)) throw new Refusal(LIMITED_REFUSAL, { concerns });
  // What was released never changes, but where it can no longer be given: then there is a new one in its place.
  const isReleased = standing?.state === 'released';
  if (isReleased && (await obstacleOf(context, request, standing)) === undefined) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  const files = await filesOf(services, actor.controller, client);
  const hides = await hidesDwelling(context, request, files);
  const anew = {
    ...newPackage(context, params, standing),
    ...(hides ? { hidesDwelling: true as const } : {}),
  };
  const from = { request, ring, files };
  const goesOn = standing?.state === 'assembling' && (standing.hidesDwelling === true) === hides;
  const gathered =
    (goesOn
      ? await gather(context, from, { ...standing, ...changed(standing, now, actor.userId) })
      : undefined) ?? (await gather(context, from, anew));
  if (gathered === undefined) throw new Error('A package that was begun just now is not as it was begun.');
  const { next, changes } = gathered;
  const before = standing?.version;
  return commit(context, {
    changes: [{ put: next, when: before === undefined ? 'absent' : { version: before } }, ...changes],
    line: { ...lineOfPackage(next), changedFields: ['inspectionPackage'] },
    answer: { body: changedOf(next), version: next.version },
  });
}

type From = { request: SubjectRequest; ring: KeyRing; files: readonly ClientId[] };

/**
 * As many further parts as one call stores. @returns undefined where what was put together by an earlier call no longer
 * stands as it did: then its parts would not meet, and all is put together anew.
 */
async function gather(
  context: ActContext,
  { request, ring, files }: From,
  begun: InspectionPackage,
): Promise<{ next: InspectionPackage; changes: Change[] } | undefined> {
  const changes: Change[] = [];
  const parts = [...begun.parts];
  const others = new Set(begun.tellsOf);
  let bytes = 0;
  let place = 0;
  let isWhole = true;
  const people = new PeopleOfFile(context, request, files);
  for await (const part of assembled(context, request, files, begun, people)) {
    place += 1;
    if (place <= begun.parts.length) {
      if (begun.parts[place - 1]?.sha256 !== part.sha256) return undefined;
      continue;
    }
    const at = { packageId: begun.packageId, part: place - 1 };
    const pieces = await piecesOf(context, ring, at, part.items);
    const weight = pieces.reduce((sum, { content }) => sum + content.blob.length, 0);
    const isFull = changes.length + pieces.length > MOST_PIECES || bytes + weight > MOST_BYTES;
    if (isFull && changes.length > 0) {
      isWhole = false;
      break;
    }
    bytes += weight;
    for (const clientId of part.items.flatMap(({ tellsOf = [] }) => tellsOf)) others.add(clientId);
    changes.push(...pieces.map((put): Change => ({ put, when: 'absent' })));
    parts.push({
      items: part.items.length,
      flagged: part.items.filter(({ flags }) => flags.length > 0).length,
      sha256: part.sha256,
      pieces: pieces.length,
      grounds: [],
    });
  }
  if (place < begun.parts.length) return undefined;
  const tellsOf = others.size === 0 ? {} : { tellsOf: [...others] };
  if (!isWhole) return { next: { ...begun, ...tellsOf, parts, state: 'assembling' }, changes };
  const known = await peoplePieces(context, ring, begun.packageId, await people.all());
  changes.push(...known.map((put): Change => ({ put, when: 'absent' })));
  return { next: { ...begun, ...tellsOf, parts, state: 'assembled', pointsOut: true }, changes };
}

/** A new one, or one that takes the place of what was put together earlier and never given. */
function newPackage(
  { services, actor, now }: ActContext,
  { clientId, requestId }: OneRequest,
  earlier: InspectionPackage | undefined,
): InspectionPackage {
  return {
    ...subjectRequestKeys.package(actor.controller, clientId, requestId),
    entity: 'inspectionPackage',
    ...(earlier === undefined ? created(now, actor.userId) : changed(earlier, now, actor.userId)),
    packageId: PackageId.parse(newId(services)),
    requestId,
    clientId,
    state: 'assembling',
    asOf: now,
    parts: [],
  };
}
