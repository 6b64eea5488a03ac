import type {
  ZodOpenApiExamplesObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { CLIENT_REFUSALS } from '../../domain/clients/refusals.ts';
import { COMMON_REFUSALS, type RefusalDefinition } from '../../kernel/refusal.ts';
import type { Module } from '../module.ts';
import type { OpenRoute } from '../open-route.ts';
import { FAULT, STATUS } from '../problem.ts';
import type { Route } from '../route.ts';
import { HEADERS_OF_ALL, HEADERS_OF_PROBLEM } from './headers.ts';

/** A problem as the reference tells it: a refusal, or the one fault. */
type ToldProblem = Pick<RefusalDefinition, 'code' | 'title'> & { status: number };

const told = ({ code, title, kind }: RefusalDefinition): ToldProblem => ({
  code,
  title,
  status: STATUS[kind],
});
const FAULT_TOLD: ToldProblem = { code: 'fault', title: FAULT, status: 500 };
/** Said by the gateway, which holds back who asks too often. */
const TOO_MANY: ToldProblem = { ...told(COMMON_REFUSALS.unavailable), status: 429 };
const nameOf = ({ code, status }: ToldProblem): string => (status === TOO_MANY.status ? `${code}-429` : code);

/** What every route may be refused for before, and while, its act is done. */
function refusalsOfDoor(route: Route): RefusalDefinition[] {
  const {
    invalid,
    malformed,
    tooLarge,
    unsupportedType,
    notSignedIn,
    notAllowed,
    noTie,
    disqualified,
    permissionMissing,
    notFound,
    notAcceptable,
    versionRequired,
    stale,
    conflict,
    idempotencyKeyRequired,
    idempotencyMismatch,
    unavailable,
    logUnavailable,
  } = COMMON_REFUSALS;
  const { writes, action, kind } = route;
  return [
    // A body that a route takes none of is read all the same, and refused.
    invalid,
    malformed,
    tooLarge,
    unsupportedType,
    notSignedIn,
    notAllowed,
    ...(action.tie === 'client' ? [noTie, disqualified, permissionMissing] : []),
    ...(action.tie === 'client' || route.path.includes('{') ? [notFound] : []),
    ...(route.fileKinds.length === 0 ? [] : [notAcceptable]),
    ...(kind === 'readOfClient' ? [CLIENT_REFUSALS.merged] : []),
    ...(writes === 'nothing' ? [] : [stale, conflict]),
    ...(writes === 'changes' ? [versionRequired] : []),
    ...(writes === 'creates' ? [idempotencyKeyRequired, idempotencyMismatch] : []),
    unavailable,
    logUnavailable,
  ];
}

/** Every problem that a route may answer with: what the door, the act and a fault say. */
export const problemsOfRoute = (route: Route): ToldProblem[] => [
  ...distinct([...refusalsOfDoor(route), ...route.refusals].map(told)),
  TOO_MANY,
  FAULT_TOLD,
];

/** What its routes answer with, and what its pages for everybody say of their own. */
const problemsOfModule = ({ routes, open = [] }: Module): ToldProblem[] => [
  ...routes.flatMap(problemsOfRoute),
  ...open.flatMap(({ refusals }) => refusals.map(told)),
];

/** The closed list: every code that any route may answer with, by status, and the door's that belong to no route. */
export const problemsOfAll = (modules: readonly Module[]): ToldProblem[] =>
  distinct([
    ...Object.values(COMMON_REFUSALS).map(told),
    FAULT_TOLD,
    ...modules.flatMap(problemsOfModule),
  ]).sort((one, other) => one.status - other.status || (one.code < other.code ? -1 : 1));

const distinct = (problems: readonly ToldProblem[]): ToldProblem[] => [
  ...new Map(problems.map((problem) => [nameOf(problem), problem])).values(),
];

/**
 * One answer for each status, with the codes that stand behind it. What only the door says is the same for many
 * routes, and stands once among the components.
 */
export function problemResponses(route: Route): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(problemsOfRoute(route), ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, problems]) => {
      const name = nameOfDoors(problems);
      return [String(status), name === undefined ? responseOf(problems) : { $ref: `${RESPONSES}${name}` }];
    }),
  );
}

/** The same of a page for everybody: nobody is signed in there, and nothing is written. */
export function openProblemResponses({ refusals }: OpenRoute): ZodOpenApiResponsesObject {
  const { invalid, notFound, notAcceptable, unavailable } = COMMON_REFUSALS;
  const problems = [
    ...[invalid, notFound, notAcceptable, unavailable, ...refusals].map(told),
    TOO_MANY,
    FAULT_TOLD,
  ];
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries([...byStatus].map(([status, some]) => [String(status), responseOf(some)]));
}

export function doorResponses(modules: readonly Module[]): Record<string, ZodOpenApiResponseObject> {
  const answers = modules.flatMap(({ routes }) =>
    routes.flatMap((route) => [...Map.groupBy(problemsOfRoute(route), ({ status }) => status).values()]),
  );
  return Object.fromEntries(
    answers.flatMap((problems) => {
      const name = nameOfDoors(problems);
      return name === undefined ? [] : [[name, responseOf(problems)]];
    }),
  );
}

const RESPONSES = '#/components/responses/';

/** `NoTieOrNotAllowed`, from the names of the refusals; undefined when an act has a say in it. */
function nameOfDoors(problems: readonly ToldProblem[]): string | undefined {
  if (problems.includes(TOO_MANY)) return 'TooManyRequests';
  const names = problems.flatMap(({ code }) => DOOR_NAMES.get(code) ?? []);
  return names.length === problems.length ? names.sort().join('Or') : undefined;
}
const DOOR_NAMES = new Map(
  Object.entries({ ...COMMON_REFUSALS, fault: FAULT_TOLD }).map(([name, { code }]) => [
    code,
    name.charAt(0).toUpperCase() + name.slice(1),
  ]),
);

function responseOf(problems: readonly ToldProblem[]): ZodOpenApiResponseObject {
  const codes = problems.map(({ code }) => code).sort();
  return {
    description: problems.map(({ title }) => title.en).join(' / '),
    headers: Object.assign({}, HEADERS_OF_ALL, ...problems.map(({ status }) => HEADERS_OF_PROBLEM[status])),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] },
          ],
        },
        examples: Object.fromEntries(
          problems.map((problem) => [problem.code, { $ref: `#/components/examples/${nameOf(problem)}` }]),
        ),
      },
    },
  };
}

export const problemExamples = (modules: readonly Module[]): ZodOpenApiExamplesObject =>
  Object.fromEntries(
    distinct(modules.flatMap(problemsOfModule)).map((problem) => [
      nameOf(problem),
      { summary: problem.title.en, value: exampleOf(problem) },
    ]),
  );

const exampleOf = ({ code, title, status }: ToldProblem): Record<string, unknown> => ({
  type: `urn:sointu:problem:${code}`,
  title: title.fi,
  status,
  code,
  requestId: '5f6a0c1e-8a35-4a0e-9d0e-2b7f3c6f1d24',
  ...EXAMPLE_MORE[code],
});

const EXAMPLE_MORE: Readonly<Record<string, Record<string, unknown>>> = {
  [COMMON_REFUSALS.stale.code]: { details: { version: 4 } },
  [COMMON_REFUSALS.invalid.code]: {
    findings: [
      {
        rule: 'input.unrecognized_keys',
        severity: 'error',
        path: '/body/baseData',
        message: { fi: 'Tuntematon tieto.', sv: 'Okänd uppgift.', en: 'Unrecognized key: "nickname"' },
      },
    ],
  },
};
