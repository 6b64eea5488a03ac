import { modules } from '../../functions/modules.ts';
import { subjectOf } from '../../shared/domain/citizens/sign-in.ts';
import { dispatch } from '../../shared/http/dispatch.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { newId } from '../../shared/new-id.ts';
import type { Told, World } from './world.ts';

const routes = modules.flatMap((module) => [...module.routes]);

/** Calls with a token of the citizens' door, as the person whom the code identifies. */
export async function asCitizen(
  world: World,
  code: string,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Told> {
  const userId = await subjectOf(world.services, world.controller, PersonalIdentityCode.parse(code));
  if (userId === undefined) throw new Error('no client');
  const token = await world.tokenFor({ userId, controller: world.controller, citizen: true });
  const [address = '', search = ''] = path.split('?');
  const answer = await dispatch(
    routes,
    {
      method,
      path: address,
      query: Object.fromEntries([...new URLSearchParams(search)].map(([name, value]) => [name, [value]])),
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': `own-${newId(world.services)}`,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      requestId: newId(world.services),
      sourceIPAddress: '127.0.0.1',
    },
    world.services,
  );
  return { ...answer, json: JSON.parse(answer.body ?? '{}') };
}
