import { createDocument, type ZodOpenApiOverride, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Json } from '../kernel/json.ts';
import type { Module } from './module.ts';
import { headers, parameters } from './openapi/headers.ts';
import { openOperationOf, operationOf } from './openapi/operation.ts';
import { doorResponses, problemExamples, problemsOfAll } from './openapi/problems.ts';
import { Problem } from './problem.ts';

const DESCRIPTION = `The API of Sointu, an open client information system for Finnish social welfare.

Every request is made by one signed-in official in one controller (rekisterinpitäjä), and leaves a line in the access log before its answer leaves. What lies with another controller answers as non-existent.

Refusals and faults are problem documents (RFC 9457) with a code of a closed list, which stands whole in \`x-problems\`. Unknown fields are refused, and all findings come at once.`;

/**
 * The reference of the API, made from the table of routes and the schemas that parse what passes them: it can't
 * say what the door does not do. Only the laptop's server and the commands make it; no function carries it.
 */
export function openApiDocument(modules: readonly Module[]): ReturnType<typeof createDocument> {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Sointu',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'Where this document was read.' }],
      security: [{ signedIn: [] }],
      tags: modules.map(({ name, title }) => ({ name, description: title })),
      paths: pathsOf(modules),
      components: {
        schemas: { Problem },
        headers,
        parameters,
        responses: doorResponses(modules),
        examples: problemExamples(modules),
        securitySchemes: {
          signedIn: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'The access token of the sign-in. On a laptop `POST /dev/token` gives one for an invented user.',
          },
        },
      },
      'x-problems': problemsOfAll(modules),
    },
    { override: plainly, allowEmptySchema: { lazy: true } },
  );
}

/** What zod says of a schema beyond what a reader needs: how any JSON is built, and the bounds of every integer. */
const plainly: ZodOpenApiOverride = ({ zodSchema, jsonSchema }) => {
  if (zodSchema === Json) delete jsonSchema.anyOf;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** Routes of one path stand together, whatever order their tables have. */
function pathsOf(modules: readonly Module[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const module of modules) {
    for (const route of module.routes) {
      const method = METHOD[route.method];
      paths[route.path] = { ...paths[route.path], [method]: operationOf(module, route) };
    }
    for (const route of module.open ?? []) paths[route.path] = { get: openOperationOf(module, route) };
  }
  return paths;
}

const METHOD = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put', DELETE: 'delete' } as const;
