import * as z from 'zod';
import type { Action } from '../access/action.ts';
import type { Identity } from '../access/actor.ts';
import type { ActContext, Answer, Reading } from '../act.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { CLIENT_REFUSALS } from '../domain/clients/refusals.ts';
import type { Finding } from '../kernel/finding.ts';
import type { ClientId } from '../kernel/id.ts';
import type { RefusalDefinition } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import type { FileChoice, FileKind } from './file-answer.ts';
import { type InputOf, NOTHING, parserOf } from './input-parser.ts';

/**
 * A route is data. From the same table come dispatch, the Lambda, the local server, the OpenAPI document and
 * the test matrix. Without an action and an event name it does not compile.
 */
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type Shape = z.core.$ZodShape;

/** What a caller sends, parsed. `version` is what If-Match named, where the route changes something. */
export type Input<P, Q, B> = { params: P; query: Q; body: B; version: number };

export type Definition<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType> = {
  method: Method;
  /** `/v1/<module>/...`, with {names} that stand in params. */
  path: string;
  action: Action;
  /** Name of the access-log event: what the user meant, as EntityAction. */
  event: string;
  /** It hands data to somebody outside the controller, or can: its line is then of the disclosure log (703/2023 § 10). */
  discloses?: true;
  /** One sentence for the reference. */
  summary: string;
  params?: z.ZodObject<P>;
  query?: z.ZodObject<Q>;
  body?: B;
  /** It takes the content of a document: its body may be longer than others. */
  longBody?: true;
  returns: R;
  /** Of a route that answers with a file (`returns` is FileAnswer): its kinds, and the one an input asks for. */
  file?: FileChoice<InputOf<P, Q, B>>;
  /** Every refusal the act itself can give; those of the door belong to all. */
  refusals?: readonly RefusalDefinition[];
  /** An example of the body, or of the answer where there is no body. */
  example?: z.input<B>;
};
export type Changing = {
  /** `creates`: takes an Idempotency-Key. `changes`: takes If-Match. */
  writes: 'creates' | 'changes';
};
type OfClient<P, Q, B> = {
  /** Whose file: loaded with the powers in one round, opened only after the tie is verified. */
  client: (input: Input<P, Q, B>) => { clientId: ClientId; notes?: number };
};

export type RawInput = {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
  version: number;
};

/** A route with its input bound: what dispatch runs. */
export type Bound = {
  client?: { clientId: ClientId; notes?: number };
  /** The kind of file that is asked for. */
  fileKind?: FileKind;
  /** The whole input, for the hash of an idempotency mark. */
  input: unknown;
  run:
    | {
        kind: 'read';
        early: (services: Services, caller: Identity) => Promise<unknown>;
        act: (context: ActContext, early: unknown) => Promise<Reading<unknown>>;
      }
    | {
        kind: 'readOfClient';
        early: (services: Services, caller: Identity) => Promise<unknown>;
        act: (context: ClientContext, early: unknown) => Promise<Reading<unknown>>;
      }
    | { kind: 'write'; act: (context: ActContext) => Promise<Answer<unknown>> }
    | { kind: 'writeOfClient'; act: (context: ClientContext) => Promise<Answer<unknown>> };
};

export type Route = {
  method: Method;
  path: string;
  action: Action;
  event: string;
  discloses: boolean;
  summary: string;
  kind: Bound['run']['kind'];
  writes: 'creates' | 'changes' | 'nothing';
  status: number;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | undefined;
  longBody: boolean;
  returns: z.ZodType;
  /** The kinds of a route that answers with a file. */
  fileKinds: readonly FileKind[];
  refusals: readonly RefusalDefinition[];
  example: unknown;
  bind(raw: RawInput): { bound: Bound } | { findings: Finding[] };
};

/** Of what every kind of route is made. */
export function routeOf<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R>,
  writes: Route['writes'],
  runOf: (input: InputOf<P, Q, B>) => Bound['run'],
  kind: Bound['run']['kind'],
  clientOf?: OfClient<z.infer<z.ZodObject<P>>, z.infer<z.ZodObject<Q>>, z.infer<B>>['client'],
): Route {
  const parse = parserOf(definition);
  return {
    method: definition.method,
    path: definition.path,
    action: definition.action,
    event: definition.event,
    discloses: definition.discloses === true,
    summary: definition.summary,
    kind,
    writes,
    status: writes === 'creates' ? 201 : 200,
    params: definition.params ?? NOTHING,
    query: definition.query ?? NOTHING,
    body: definition.body,
    longBody: definition.longBody === true,
    returns: definition.returns,
    fileKinds: definition.file?.kinds ?? [],
    refusals: definition.refusals ?? [],
    example: definition.example,
    bind(raw) {
      const parsed = parse(raw);
      if ('findings' in parsed) return parsed;
      const { input } = parsed;
      const client = clientOf?.(input);
      const fileKind = definition.file?.kindOf(input);
      return {
        bound: {
          ...(client === undefined ? {} : { client }),
          ...(fileKind === undefined ? {} : { fileKind }),
          input,
          run: runOf(input),
        },
      };
    },
  };
}

/**
 * A read that opens no single client's file. `early` names what may be read in the same round as the powers:
 * sent before it may be used, and used only after authorise has said yes.
 */
export const read = <
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  R extends z.ZodType,
  E = undefined,
>(
  definition: Definition<P, Q, B, R> & {
    early?: (services: Services, caller: Identity, input: InputOf<P, Q, B>) => Promise<E>;
    handle: (
      context: ActContext,
      input: InputOf<P, Q, B>,
      early: E | undefined,
    ) => Promise<Reading<z.output<R>>>;
  },
): Route =>
  routeOf(
    definition,
    'nothing',
    (input) => ({
      kind: 'read',
      early: (services, caller) => definition.early?.(services, caller, input) ?? Promise.resolve(undefined),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `early` gave comes back unchanged from dispatch
      act: (context, early) => definition.handle(context, input, early as E | undefined),
    }),
    'read',
  );

/**
 * A read of one client's file. `early` names what may be read beside the file itself: like the file, it is sent
 * before it may be used, and nothing of it is unsealed before authorise has said yes.
 */
export const readOfClient = <
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  R extends z.ZodType,
  E = undefined,
>(
  definition: Definition<P, Q, B, R> &
    OfClient<z.infer<z.ZodObject<P>>, z.infer<z.ZodObject<Q>>, z.infer<B>> & {
      early?: (services: Services, caller: Identity, input: InputOf<P, Q, B>) => Promise<E>;
      handle: (
        context: ClientContext,
        input: InputOf<P, Q, B>,
        early: E | undefined,
      ) => Promise<Reading<z.output<R>>>;
    },
): Route =>
  routeOf(
    definition,
    'nothing',
    (input) => ({
      kind: 'readOfClient',
      early: (services, caller) => definition.early?.(services, caller, input) ?? Promise.resolve(undefined),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `early` gave comes back unchanged from dispatch
      act: (context, early) => definition.handle(context, input, early as E | undefined),
    }),
    'readOfClient',
    definition.client,
  );

/** A write that concerns no single client's file. */
export const write = <P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> &
    Changing & { handle: (context: ActContext, input: InputOf<P, Q, B>) => Promise<Answer<z.output<R>>> },
): Route =>
  routeOf(
    definition,
    definition.writes,
    (input) => ({ kind: 'write', act: (context) => definition.handle(context, input) }),
    'write',
  );

/** A write into one client's file. */
export const writeOfClient = <P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> &
    Changing &
    OfClient<z.infer<z.ZodObject<P>>, z.infer<z.ZodObject<Q>>, z.infer<B>> & {
      handle: (context: ClientContext, input: InputOf<P, Q, B>) => Promise<Answer<z.output<R>>>;
    },
): Route =>
  routeOf(
    // Nothing is written into a file that was merged into another: dispatch refuses it for every act.
    { ...definition, refusals: [...(definition.refusals ?? []), CLIENT_REFUSALS.merged] },
    definition.writes,
    (input) => ({ kind: 'writeOfClient', act: (context) => definition.handle(context, input) }),
    'writeOfClient',
    definition.client,
  );
