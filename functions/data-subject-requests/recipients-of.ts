import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { loadSubjectRequests } from '../../shared/domain/data-subject-requests/store.ts';
import type { DisclosureItem } from '../../shared/domain/disclosures/disclosure.ts';
import { loadDisclosures } from '../../shared/domain/disclosures/store.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import type { LastKey } from '../../shared/table/read.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';

/** What was disclosed of what a request is about: by a disclosure of its own, or by a line of the disclosure log alone. */
type Disclosed = { items: DisclosureItem[]; lines: AccessEvent[] };

/** Of the client's file and of those merged into it: what is put right may have gone out while they were apart. */
export async function disclosedOf(context: ActContext, request: SubjectRequest): Promise<Disclosed> {
  const { services, actor } = context;
  const client = await knownClient(context, request.clientId);
  const files = await filesOf(services, actor.controller, client);
  const requests = await Promise.all(files.map((clientId) => loadSubjectRequests(context, clientId)));
  const packages = requests
    .flat()
    .filter((one) => one.kind === 'inspection' || one.targets.some(({ id }) => isTarget(request, id)));
  const found = await Promise.all(
    files.map(async (clientId) =>
      Promise.all([itemsOf(context, request, clientId), linesOf(context, request, clientId, packages)]),
    ),
  );
  // A line about both files of a person has a copy in the log of each.
  const lines = new Map(found.flatMap(([, ofFile]) => ofFile).map((line) => [line.eventId, line]));
  return { items: found.flatMap(([items]) => items), lines: [...lines.values()] };
}

async function itemsOf(
  context: ActContext,
  request: SubjectRequest,
  clientId: ClientId,
): Promise<DisclosureItem[]> {
  const isOfTargets = ({ state, prepared }: DisclosureItem): boolean =>
    state === 'sent' && (prepared?.pieces ?? []).some(({ id }) => isTarget(request, id));
  const found: DisclosureItem[] = [];
  let after: LastKey | undefined;
  do {
    const page = await loadDisclosures(context, clientId, { limit: 50, after });
    found.push(...page.items.filter(isOfTargets));
    after = page.lastKey;
  } while (after !== undefined);
  return found;
}

const THE_FIRST = Instant.parse('2000-01-01T00:00:00.000Z');

/** Prints, bundles, copies of decisions and packages that were handed to somebody: their lines say what and to whom. */
async function linesOf(
  { services, actor, now }: ActContext,
  request: SubjectRequest,
  clientId: ClientId,
  packages: readonly SubjectRequest[],
): Promise<AccessEvent[]> {
  const isOfTargets = ({ disclosure, resources }: AccessEvent): boolean =>
    disclosure !== undefined &&
    (disclosure.client ?? clientId) === clientId &&
    !resources.some(({ kind }) => kind === 'disclosure') &&
    (resources.some(({ id }) => isTarget(request, id)) ||
      packages.some(({ requestId }) => requestId === disclosure.recipient.reference));
  const found: AccessEvent[] = [];
  const asked = { subject: { of: 'client', clientId }, lineClass: 'disclosure' } as const;
  let after: LastKey | undefined;
  do {
    const page = await linesAsked(
      services.tables,
      actor.controller,
      asked,
      { from: THE_FIRST, to: now },
      after,
    );
    found.push(...page.items.filter(isOfTargets));
    after = page.lastKey;
  } while (after !== undefined);
  return found;
}

const isTarget = ({ targets }: SubjectRequest, id: string): boolean =>
  targets.some((target) => target.id === id);
