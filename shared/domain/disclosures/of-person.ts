import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Receiver } from './may-be-given.ts';
import type { Datum } from './scope.ts';
import { expectMayBeGiven } from './store.ts';

/**
 * Whether what lies in several files of one person may be given. A relation names somebody in one file: in another the
 * representative stands under another id, and a ban there may be aimed at whoever receives.
 * @throws Refusal `disclosure.minorsBan`; `disclosure.representativeUnnamed`.
 */
export async function expectMayBeGivenOfPerson(
  where: Pick<ActContext, 'services' | 'actor'>,
  files: readonly ClientId[],
  { receiver, namedIn }: { receiver: Receiver; namedIn: ClientId | undefined },
  data?: readonly Datum[],
): Promise<void> {
  if (receiver.kind !== 'representative') return;
  for (const file of files) {
    const relationId = file === namedIn ? receiver.relationId : undefined;
    await expectMayBeGiven(where, file, { ...receiver, relationId }, data);
  }
}
