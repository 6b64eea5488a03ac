import type * as z from 'zod';
import { faultFields } from '../application-log.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { isBusy } from './busy.ts';
import { type FileAnswer, type FileChoice, type FileKind, headersOfFile, isAccepted } from './file-answer.ts';
import { type InputOf, parserOf } from './input-parser.ts';
import { matchRoute } from './match.ts';
import { faultProblem, languageOf, problemOf } from './problem.ts';
import type { HttpAnswer, HttpRequest } from './request.ts';
import type { RawInput, Shape } from './route.ts';

/**
 * A page that everybody may read without sign-in: what a controller publishes, and nothing else. It leaves no line in
 * the access log, because it shows nobody's data; its module is given no key, so that it could not. Its address is
 * outside `/v1/`, where every answer has a line.
 */
export type OpenRoute = {
  method: 'GET';
  path: string;
  operation: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  fileKinds: readonly FileKind[];
  refusals: readonly RefusalDefinition[];
  /** @throws Refusal for what is no request of this route. */
  run(services: Services, raw: RawInput, accept: string | undefined): Promise<FileAnswer>;
};

type Definition<P extends Shape, Q extends Shape> = {
  /** `/public/<module>/{controllerId}...`: whose page it is stands in the address. */
  path: string;
  operation: string;
  summary: string;
  params: z.ZodObject<P>;
  query: z.ZodObject<Q>;
  file: FileChoice<InputOf<P, Q, z.ZodUndefined>>;
  refusals?: readonly RefusalDefinition[];
  handle: (services: Services, input: InputOf<P, Q, z.ZodUndefined>) => Promise<FileAnswer>;
};

export function openRoute<P extends Shape, Q extends Shape>(definition: Definition<P, Q>): OpenRoute {
  const { path, operation, summary, params, query, file, refusals = [], handle } = definition;
  const parse = parserOf<P, Q, z.ZodUndefined>({ params, query });
  return {
    method: 'GET',
    path,
    operation,
    summary,
    params,
    query,
    fileKinds: file.kinds,
    refusals,
    async run(services, raw, accept) {
      const parsed = parse(raw);
      if ('findings' in parsed) throw new Refusal(COMMON_REFUSALS.invalid, { findings: parsed.findings });
      const { input } = parsed;
      if (!isAccepted(file.kindOf(input), accept)) throw new Refusal(COMMON_REFUSALS.notAcceptable);
      return handle(services, input);
    },
  };
}

/** What is public may be kept for a while by browsers and what stands between: a new notice is seen within this time. */
const CACHED = 'public, max-age=300';

/** The life of a request without sign-in: route, input, known controller, page. */
export async function answerOpen(
  routes: readonly OpenRoute[],
  request: HttpRequest,
  services: Services,
): Promise<HttpAnswer> {
  const asked = { requestId: request.requestId, language: languageOf(request.headers['accept-language']) };
  try {
    const { route, params } = matchRoute(routes, request.method, request.path);
    // Of what is not a controller of this deployment nothing is asked.
    if (!services.serves(params['controllerId'] ?? '')) throw new Refusal(COMMON_REFUSALS.notFound);
    const query = Object.fromEntries(
      Object.entries(request.query).map(([name, values]) => [name, values.join(',')]),
    );
    const raw = { params, query, body: undefined, version: 0 };
    const file = await route.run(services, raw, request.headers['accept']);
    const headers = { ...headersOfFile(file), 'cache-control': CACHED };
    return file.kind === 'application/pdf'
      ? { status: 200, headers, bytes: file.bytes }
      : { status: 200, headers, body: Buffer.from(file.bytes).toString('utf8') };
  } catch (thrown) {
    if (thrown instanceof Refusal) return problemOf(thrown, asked);
    if (isBusy(thrown)) return problemOf(new Refusal(COMMON_REFUSALS.unavailable), asked);
    services.log.error('FAULT', { requestId: request.requestId, ...faultFields(thrown) });
    return faultProblem(asked);
  }
}
