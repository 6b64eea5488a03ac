import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import type { DeclarationKind } from '../../shared/domain/disclosures/declaration.ts';
import { changed } from '../../shared/table/item.ts';

/** The head says whether the client's permission for use stands: authorisation reads heads alone. */
export function permissionOf(
  { file: { head }, actor, now }: ClientContext,
  kind: DeclarationKind,
  state: NonNullable<ClientHead['usePermission']>,
): Change[] {
  if (kind !== 'usePermission') return [];
  const put: ClientHead = { ...head, ...changed(head, now, actor.userId), usePermission: state };
  return [{ put, when: { version: head.version } }];
}
