import type { ActContext, Change } from '../../act.ts';
import { type CaseKeyItem, keyRing } from '../../crypto/key-ring.ts';
import type { CaseId } from '../../kernel/id.ts';
import { created } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import type { ClientFile } from '../clients/file.ts';
import type { CaseContent, CaseHead } from './model.ts';
import { indexedCase, sealCase } from './store.ts';

/** What a case that is opened says of itself. */
export type NewCase = CaseContent &
  Pick<CaseHead, 'serviceTasks' | 'wayOfOpening' | 'initiator' | 'openedAt' | 'unitId' | 'workerIds'> & {
    responsibleWorkerId?: CaseHead['responsibleWorkerId'];
  };

export type OpenedCase = {
  heads: CaseHead[];
  /** The case's key as it is wrapped for each client: what opens the case before it has been stored. */
  keys: CaseKeyItem[];
  changes: Change[];
};

/**
 * A case (asian vireilletulo) as it is opened, for the commit of the act that opens it: one key, wrapped for each
 * client; one head for each, its content sealed at its own place.
 */
export async function newCase(
  { services, actor, now }: Pick<ActContext, 'services' | 'actor' | 'now'>,
  files: readonly ClientFile[],
  caseId: CaseId,
  opening: NewCase,
): Promise<OpenedCase> {
  const {
    name,
    description,
    childrenBorn,
    workerIds,
    responsibleWorkerId,
    serviceTasks,
    wayOfOpening,
    initiator,
  } = opening;
  const { openedAt, unitId } = opening;
  const by = { now, userId: actor.userId };
  const plain = services.random(32);
  const heads: CaseHead[] = [];
  const caseKeys: CaseKeyItem[] = [];
  for (const { head: client, keys } of files) {
    const { clientId } = client;
    const ring = keyRing(services, actor.controller, keys);
    caseKeys.push(await ring.addCase(caseId, by, plain));
    const key = clientKeys.activeCase(actor.controller, clientId, caseId);
    const content = {
      name,
      ...(description === undefined ? {} : { description }),
      ...(childrenBorn === undefined ? {} : { childrenBorn }),
    };
    heads.push(
      indexedCase(
        {
          ...key,
          entity: 'case',
          ...created(now, actor.userId),
          caseId,
          clientId,
          clients: files.map((file) => file.head.clientId),
          joinedAt: openedAt,
          state: 'open',
          earlier: [],
          documentClass: 'case',
          serviceTasks,
          wayOfOpening,
          initiator,
          openedAt,
          counted: { times: 1, unitId, serviceTasks },
          unitId,
          workerIds: [...new Set(workerIds)].filter((id) => id !== responsibleWorkerId),
          ...(responsibleWorkerId === undefined ? {} : { responsibleWorkerId }),
          content: await sealCase(ring, caseId, { key, version: 1 }, content),
        },
        actor.controller,
      ),
    );
  }
  return {
    heads,
    keys: caseKeys,
    changes: [
      ...caseKeys.map((put): Change => ({ table: 'keys', put, when: 'absent' })),
      ...heads.map((put): Change => ({ put, when: 'absent' })),
    ],
  };
}
