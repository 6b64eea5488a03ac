import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { faultFields } from '../../shared/application-log.ts';
import { withHeaders } from '../../shared/http/headers.ts';
import { fits } from '../../shared/http/match.ts';
import type { Module } from '../../shared/http/module.ts';
import { moduleHandler } from '../../shared/http/module-handler.ts';
import { faultProblem, languageOf, problemOf } from '../../shared/http/problem.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../../shared/kernel/refusal.ts';
import { gatewayEvent, lambdaContext, targetOf } from './gateway-event.ts';
import type { Answered } from './gateway-log.ts';
import { INBOX_PATH } from './inbox.ts';
import { type PageAnswer, pageOf } from './pages.ts';
import { postAnswer } from './post-answer.ts';
import { preflightOf } from './preflight.ts';
import { readAll } from './read-all.ts';
import type { LocalRun } from './services.ts';
import { devAnswer, wellKnownAnswer } from './sign-in.ts';
import type { DevUser } from './users.ts';

const HOST = '127.0.0.1';
const END_MS = 10_000;

export type LocalServerSettings = {
  run: LocalRun;
  modules: readonly Module[];
  users: readonly DevUser[];
  /** The OpenAPI document, made at the first request. */
  document: () => unknown;
  /** Zero takes any free port. */
  port: number;
  allowedOrigins: readonly string[];
  /** Keeps the access log of the door. */
  keep?: (answered: Answered) => void;
};

export type LocalServer = {
  url: string;
  /** Takes no more requests and ends when those under way are answered. */
  close(): Promise<void>;
};

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;
type Asked = { request: IncomingMessage; requestId: string; path: string };

const WRONG_HOST: RefusalDefinition = {
  code: 'local.wrongHost',
  kind: 'forbidden',
  title: {
    fi: 'Tämä palvelin vastaa vain omassa osoitteessaan.',
    sv: 'Servern svarar bara på sin egen adress.',
    en: 'This server answers at its own address only.',
  },
};

/**
 * The laptop's API Gateway: the same events to the same handlers, on the loopback address only. A request that
 * names another host is refused: a page of the web may not reach in by rebinding its name to this machine.
 */
export async function startServer(settings: LocalServerSettings): Promise<LocalServer> {
  const { run, modules, allowedOrigins } = settings;
  const handlers = new Map<string, Handler>(
    modules.map((module) => [module.name, moduleHandler(module, () => run.services, { allowedOrigins })]),
  );
  let hosts: ReadonlySet<string> = new Set();
  let origin = '';

  async function answer(asked: Asked): Promise<HttpAnswer | PageAnswer> {
    const { request, path } = asked;
    if (!hosts.has(request.headers.host ?? '')) throw new Refusal(WRONG_HOST);
    const preflight = preflightOf(request, path, allowedOrigins);
    if (preflight !== undefined) return preflight;
    if (path === INBOX_PATH) return postAnswer(request, run.inbox, allowedOrigins);
    const body = await readAll(request);
    if (body === undefined) throw new Refusal(COMMON_REFUSALS.tooLarge);

    const [first, module = ''] = path.slice(1).split('/', 3).slice(0, 2);
    if (first === 'v1') return toModule(asked, moduleAt(modules, module, path), body);
    if (first === 'public') {
      return toModule(
        asked,
        modules.find(({ name, open }) => name === module && open !== undefined),
        body,
      );
    }
    if (first === 'dev')
      return devAnswer(path, request, body, { run, modules, users: settings.users, origin });
    if (request.method !== 'GET') throw new Refusal(COMMON_REFUSALS.notFound);
    if (path === '/health') return json({ status: 'ok' });
    if (path === '/openapi.json') return json(settings.document());
    const found = pageOf(path) ?? (await wellKnownAnswer(path, run, origin));
    if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
    return found;
  }

  async function toModule(
    { request, requestId }: Asked,
    module: Module | undefined,
    body: string,
  ): Promise<HttpAnswer> {
    const handler = handlers.get(module?.name ?? '');
    if (handler === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
    const now = epochMsOf(run.services.clock.now());
    const result = await handler(
      gatewayEvent({ request, requestId, body, now }),
      lambdaContext(requestId, module?.name ?? ''),
    );
    const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]);
    const answered = { status: result.statusCode, headers: Object.fromEntries(headers) };
    return result.isBase64Encoded === true
      ? { ...answered, bytes: Buffer.from(result.body, 'base64') }
      : { ...answered, body: result.body };
  }

  /** As the gateway does: by its own word of who called and what was answered. */
  async function keepAnswer(
    { request, requestId, path }: Asked,
    answered: HttpAnswer | PageAnswer,
  ): Promise<void> {
    const [first, module = ''] = path.slice(1).split('/', 2);
    if (settings.keep === undefined || first !== 'v1') return;
    const [, token = ''] = (request.headers.authorization ?? '').split(' ', 2);
    settings.keep({
      at: run.services.clock.now(),
      requestId,
      user: (await run.issuer.verify(token))?.userId,
      method: request.method ?? 'GET',
      route: `/v1/${module}/{proxy+}`,
      status: answered.status,
      bytes: (answered.bytes ?? Buffer.from(answered.body ?? '')).length,
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const asked = { requestId, language: languageOf(request.headers['accept-language']) };
    let answered: HttpAnswer | PageAnswer;
    try {
      answered = await answer({ request, requestId, path: targetOf(request).path });
    } catch (thrown) {
      if (!(thrown instanceof Refusal))
        run.services.log.error('FAULT', { requestId, ...faultFields(thrown) });
      answered = thrown instanceof Refusal ? problemOf(thrown, asked) : faultProblem(asked);
    }
    const { status, headers } = withHeaders(
      { status: answered.status, headers: answered.headers },
      { requestId, allowedOrigins: [] },
    );
    await keepAnswer({ request, requestId, path: targetOf(request).path }, answered);
    // What is left of a body that was not read is not waited for.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(status, headers).end(answered.bytes ?? answered.body);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(settings.port, HOST, () => listening());
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : settings.port;
  hosts = new Set([`${HOST}:${port}`, `localhost:${port}`]);
  origin = `http://${HOST}:${port}`;
  run.inbox.serveAt(origin);

  return {
    url: origin,
    close: () =>
      new Promise((closed) => {
        const late = setTimeout(() => server.closeAllConnections(), END_MS);
        server.close(() => {
          clearTimeout(late);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Where both doors have a module under one prefix, the one that has a route there: a laptop has one address for both. */
function moduleAt(modules: readonly Module[], prefix: string, path: string): Module | undefined {
  const behind = modules.filter(
    (module) => module.open === undefined && (module.prefix ?? module.name) === prefix,
  );
  return behind.find(({ routes }) => routes.some((route) => fits(route.path, path))) ?? behind[0];
}

const json = (body: unknown): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
