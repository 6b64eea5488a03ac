import { modules } from '../../functions/modules.ts';
import type { Grant } from '../../shared/access/actor.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { dispatch } from '../../shared/http/dispatch.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import { ControllerId, GrantId, PostId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { setUpControllerKeys, setUpPowers } from '../../shared/setup.ts';
import { expectDocumented } from './documented.ts';
import type { TestServices } from './services.ts';

/** Invented workers of an invented county: each test names those it needs. */
export type Worker = {
  userId: UserId;
  controller: ControllerId;
  call(method: string, path: string, more?: Call): Promise<Told>;
};
type Call = { body?: unknown; version?: number; key?: string; headers?: Record<string, string> };

export type Told = HttpAnswer & { json: Record<string, never> };

export type GrantOverrides = Partial<Omit<Grant, 'role'>>;

export type World = TestServices & {
  controller: ControllerId;
  units: { families: UnitId; adults: UnitId };
  worker(
    role: JobRole,
    overrides?: GrantOverrides & { controller?: ControllerId; name?: string },
  ): Promise<Worker>;
  /** Whoever has this id: a user whom a test made over the API, or who has no powers at all. */
  signedIn(userId: UserId, controller?: ControllerId): Worker;
  /** A second controller, strictly apart. */
  otherController: ControllerId;
};

/** A file is no JSON. */
const isJson = ({ headers }: HttpAnswer): boolean => headers['content-type']?.includes('json') === true;

const routes = modules.flatMap((module) => [...module.routes]);
let requests = 0;

/** The same world over any services: the bench has its own. */
export async function worldOver(run: TestServices): Promise<World> {
  const { services } = run;
  const controller = ControllerId.parse('KEUSOTE');
  const otherController = ControllerId.parse('LOIMAA');
  await setUpControllerKeys(services, controller, 'test');
  await setUpControllerKeys(services, otherController, 'test');
  const units = { families: UnitId.parse(newId(services)), adults: UnitId.parse(newId(services)) };

  async function worker(
    role: JobRole,
    overrides: GrantOverrides & { controller?: ControllerId; name?: string } = {},
  ): Promise<Worker> {
    const { controller: own = controller, name = 'Työntekijä Testi', ...grant } = overrides;
    const userId = UserId.parse(newId(services));
    await setUpPowers(
      services,
      {
        userId,
        controller: own,
        name,
        postId: PostId.parse(newId(services)),
        postTitle: 'sosiaalityöntekijä',
        status: 'active',
        sessionsValidFrom: Instant.parse('2020-01-01T00:00:00.000Z'),
        grants: [
          {
            grantId: GrantId.parse(newId(services)),
            role,
            unitIds: [units.families],
            serviceTasks: ['families', 'childWelfare'],
            services: [],
            relatedServices: [],
            duties: role === 'archive' ? ['disposal'] : [],
            specialRights: [],
            range: { from: LocalDate.parse('2026-01-01') },
            ...grant,
          },
        ],
        openings: [],
      },
      'test',
    );
    return signedIn(userId, own);
  }

  function signedIn(userId: UserId, own: ControllerId = controller): Worker {
    return {
      userId,
      controller: own,
      async call(method, path, { body, version, key, headers } = {}) {
        const token = await run.tokenFor({ userId, controller: own });
        const [address = '', search = ''] = path.split('?');
        requests += 1;
        const requestId = `test-${requests}`;
        const at = services.clock.now();
        const answer = await dispatch(
          routes,
          {
            method,
            path: address,
            query: Object.fromEntries(
              [...new URLSearchParams(search)].map(([name_, value]) => [name_, [value]]),
            ),
            headers: {
              authorization: `Bearer ${token}`,
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
              'idempotency-key': key ?? `test-key-${requests}-${newId(services)}`,
              ...headers,
            },
            ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
            requestId,
            sourceIPAddress: '127.0.0.1',
          },
          services,
        );
        const door = { method, route: `/v1/${address.split('/')[2]}/{proxy+}`, bytes: 0 };
        run.witness.answered.push({ at, requestId, user: userId, status: answer.status, ...door });
        expectDocumented(routes, { method, path: address }, answer);
        return { ...answer, json: isJson(answer) ? JSON.parse(answer.body ?? '{}') : {} };
      },
    };
  }
  return { ...run, controller, otherController, units, worker, signedIn };
}
