import type { ActContext } from '../../act.ts';
import type { CaseId, ClientId } from '../../kernel/id.ts';
import { loadSubjectRequests } from '../data-subject-requests/store.ts';
import { loadTargetsOfPerson } from '../data-subject-requests/targets.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/**
 * Of which cases something is kept only, because the person asked for it ((EU) 2016/679 art. 18): it is stored until the
 * restriction is lifted, and the person is told before that (art. 18(3)), whatever period has passed. `files`: those of
 * one person.
 */
export async function restrictedCases(
  where: Where,
  files: readonly ClientId[],
): Promise<(CaseId | undefined)[]> {
  const requests = await Promise.all(files.map((clientId) => loadSubjectRequests(where, clientId)));
  const targets = requests
    .flat()
    .filter(({ lifted }) => lifted === undefined)
    .flatMap(({ carriedOut }) =>
      carriedOut.flatMap(({ what, target }) => (what === 'restricted' ? [target] : [])),
    );
  if (targets.length === 0) return [];
  const once = [...new Map(targets.map((target) => [target.id, target])).values()];
  const found = await loadTargetsOfPerson(where, files, once);
  return found.filter(({ head }) => head.limited !== undefined).map(({ head }) => head.caseId);
}
