import type { oas31 } from 'zod-openapi';

type Headers = Record<string, oas31.ReferenceObject>;
type Parameter = oas31.ReferenceObject;

const header = (name: string): oas31.ReferenceObject => ({ $ref: `#/components/headers/${name}` });
const parameter = (name: string): Parameter => ({ $ref: `#/components/parameters/${name}` });

/** Headers of answers, by the names that their components have below. */
export const HEADERS_OF_ALL: Headers = { 'x-request-id': header('RequestId') };
/** Those of a problem beside the request id, by its status. */
export const HEADERS_OF_PROBLEM: Readonly<Record<number, Headers>> = {
  401: { 'www-authenticate': header('SignIn') },
  412: { etag: header('CurrentVersion') },
  503: { 'retry-after': header('RetryAfter') },
};
export const HEADERS_OF_VERSIONED: Headers = { ...HEADERS_OF_ALL, etag: header('Version') };
export const HEADERS_OF_CREATED: Headers = { ...HEADERS_OF_VERSIONED, location: header('Location') };

export const ACCEPT_LANGUAGE = parameter('AcceptLanguage');
export const IF_MATCH = parameter('IfMatch');
export const IDEMPOTENCY_KEY = parameter('IdempotencyKey');

const ETAG: oas31.SchemaObject = { type: 'string', pattern: '^"\\d{1,9}"$', examples: ['"3"'] };

export const headers: Record<string, oas31.HeaderObject> = {
  RequestId: {
    description:
      'The id of this request in the access log and in the application log. Tell it when you ask for help.',
    required: true,
    schema: { type: 'string', examples: ['5f6a0c1e-8a35-4a0e-9d0e-2b7f3c6f1d24'] },
  },
  Version: {
    description:
      'The version of the one thing that was answered: send it back as If-Match to change that thing.',
    schema: ETAG,
  },
  CurrentVersion: { description: 'The version that stands now.', schema: ETAG },
  SignIn: {
    description: 'A token of the sign-in is needed, in the Authorization header.',
    required: true,
    schema: { type: 'string', const: 'Bearer' },
  },
  RetryAfter: {
    description: 'Seconds to wait before the same request is sent again, with the same Idempotency-Key.',
    required: true,
    schema: { type: 'string', pattern: '^\\d+$', examples: ['2'] },
  },
  Location: {
    description: 'Where what was created can be read.',
    schema: { type: 'string', examples: ['/v1/clients/01KBN4PZ00000000000000000A'] },
  },
};

export const parameters: Record<string, oas31.ParameterObject> = {
  AcceptLanguage: {
    name: 'accept-language',
    in: 'header',
    description:
      'The language of the sentences in a problem: fi, sv or en. Finnish when none of them is named.',
    schema: { type: 'string', examples: ['sv'] },
  },
  IfMatch: {
    name: 'if-match',
    in: 'header',
    required: true,
    description: 'The version you saw, as ETag told it. Another version stands now: 412 with that version.',
    schema: ETAG,
  },
  IdempotencyKey: {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    description:
      'A key of your choice for this one request, kept for seven days: sent again it gets the first answer, with another content 422.',
    schema: {
      type: 'string',
      pattern: '^[\\w-]{8,100}$',
      examples: ['b2d7a7c0-3d0f-4d4e-8b57-7d5c1f0e9a11'],
    },
  },
};
