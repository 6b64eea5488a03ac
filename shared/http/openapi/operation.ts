import type * as z from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { Module } from '../module.ts';
import type { OpenRoute } from '../open-route.ts';
import type { Route } from '../route.ts';
import {
  ACCEPT_LANGUAGE,
  HEADERS_OF_ALL,
  HEADERS_OF_CREATED,
  HEADERS_OF_VERSIONED,
  IDEMPOTENCY_KEY,
  IF_MATCH,
} from './headers.ts';
import { openProblemResponses, problemResponses } from './problems.ts';

const isEmpty = (schema: z.ZodObject): boolean => Object.keys(schema.shape).length === 0;

const NEEDS_TIE = ' Only who has a factual connection to the client may.';

/** Bytes, of which a schema says nothing more. */
const FILE = { schema: { type: 'string' as const, format: 'binary' } };

const HEADERS_BY_WRITES = {
  nothing: [ACCEPT_LANGUAGE],
  changes: [IF_MATCH, ACCEPT_LANGUAGE],
  creates: [IDEMPOTENCY_KEY, ACCEPT_LANGUAGE],
};

/**
 * One route as an operation. It carries what an auditor asks of it: the event it leaves in the access log, the
 * action a right is judged by, the job roles that may, and the ground in law.
 */
export function operationOf(module: Module, route: Route): ZodOpenApiOperationObject {
  const { action, params, query, body, returns, example, writes } = route;
  return {
    operationId: route.event,
    tags: [module.name],
    summary: route.summary,
    description: `*${action.title.fi}* (${action.legalGround}).${action.tie === 'client' ? NEEDS_TIE : ''}`,
    parameters: HEADERS_BY_WRITES[writes],
    requestParams: {
      ...(isEmpty(params) ? {} : { path: params }),
      ...(isEmpty(query) ? {} : { query }),
    },
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: body, ...(example === undefined ? {} : { example }) } },
          },
        }),
    responses: {
      [`${route.status}` as const]: {
        description: writes === 'nothing' ? 'What was asked for.' : 'Done, and on the access log.',
        headers: writes === 'creates' ? HEADERS_OF_CREATED : HEADERS_OF_VERSIONED,
        content:
          route.fileKinds.length > 0
            ? Object.fromEntries(route.fileKinds.map((kind) => [kind, FILE]))
            : {
                'application/json': {
                  schema: returns,
                  ...(body === undefined && example !== undefined ? { example } : {}),
                },
              },
      },
      ...problemResponses(route),
    },
    'x-access-log-event': route.event,
    ...(route.discloses ? { 'x-discloses': true } : {}),
    'x-action': action.name,
    'x-job-roles': [...action.roles],
    ...(action.special === undefined ? {} : { 'x-special-right': action.special }),
    ...(action.duty === undefined ? {} : { 'x-duty': action.duty }),
    'x-tie': action.tie,
    'x-legal-ground': action.legalGround,
  };
}

/** A page for everybody: no sign-in, no line in the access log. */
export const openOperationOf = (module: Module, route: OpenRoute): ZodOpenApiOperationObject => ({
  operationId: route.operation,
  tags: [module.name],
  summary: route.summary,
  description: 'Public: no sign-in, no data of any client, no line in the access log.',
  security: [],
  parameters: [ACCEPT_LANGUAGE],
  requestParams: { path: route.params, ...(isEmpty(route.query) ? {} : { query: route.query }) },
  responses: {
    '200': {
      description: 'What the controller has published.',
      headers: HEADERS_OF_ALL,
      content: Object.fromEntries(route.fileKinds.map((kind) => [kind, FILE])),
    },
    ...openProblemResponses(route),
  },
});
