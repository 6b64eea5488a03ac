import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import type { Declaration } from '../../shared/domain/disclosures/declaration.ts';
import { changed } from '../../shared/table/item.ts';

/** The head says whether the client's permission for use stands: authorisation reads heads alone. */
export function permissionOf(
  { file: { head }, actor, now }: ClientContext,
  { kind, until }: Pick<Declaration, 'kind' | 'until'>,
  state: NonNullable<ClientHead['usePermission']>,
): Change[] {
  if (kind !== 'usePermission') return [];
  const { usePermissionUntil: _before, ...rest } = head;
  const put: ClientHead = {
    ...rest,
    ...changed(head, now, actor.userId),
    usePermission: state,
    ...(state === 'given' && until !== undefined ? { usePermissionUntil: until } : {}),
  };
  return [{ put, when: { version: head.version } }];
}
