import * as z from 'zod';
import type { Finding, Sentence } from '../kernel/finding.ts';
import type { Refusal, RefusalKind } from '../kernel/refusal.ts';
import type { HttpAnswer } from './request.ts';

/** The only place where a refusal gets a status. */
export const STATUS: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  notSignedIn: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  unsupportedType: 415,
  invalid: 422,
  versionRequired: 428,
  unavailable: 503,
};

const SentenceSchema = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

/** RFC 9457, with the closed code, every finding at once, and the id to tell the operator. */
export const Problem = z
  .strictObject({
    type: z.string().describe('urn:sointu:problem: and the code'),
    title: z.string().describe('The sentence in the language of Accept-Language: fi, sv or en'),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    findings: z
      .array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(['error', 'warning']),
          message: SentenceSchema,
          path: z.string().optional(),
          source: z.string().optional(),
        }),
      )
      .optional(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export type Language = keyof Sentence;

/** The first of our languages that the caller names; Finnish when there is none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').toLowerCase().match(/\b(fi|sv|en)\b/)?.[1];
  return wanted === 'sv' || wanted === 'en' ? wanted : 'fi';
}

/** The one sentence of a fault: what went wrong is for the operator. */
export const FAULT: Sentence = {
  fi: 'Järjestelmässä tapahtui virhe.',
  sv: 'Ett fel uppstod i systemet.',
  en: 'Something went wrong in the system.',
};

type Asked = { requestId: string; language: Language };

export function problemOf(refusal: Refusal, asked: Asked): HttpAnswer {
  const { definition, findings, details } = refusal;
  return problemAnswer({
    type: `urn:sointu:problem:${definition.code}`,
    title: definition.title[asked.language],
    status: STATUS[definition.kind],
    code: definition.code,
    requestId: asked.requestId,
    ...(findings.length === 0 ? {} : { findings: findings.map((finding) => ({ ...finding })) }),
    ...(Object.keys(details).length === 0 ? {} : { details: mutable(details) }),
  });
}

/** A fault of ours: the request id and nothing else. */
export const faultProblem = (asked: Asked): HttpAnswer =>
  problemAnswer({
    type: 'urn:sointu:problem:fault',
    title: FAULT[asked.language],
    status: 500,
    code: 'fault',
    requestId: asked.requestId,
  });

const mutable = (details: Refusal['details']): NonNullable<Problem['details']> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  );

/** RFC 9110: how to sign in, and when to come again. A busy gateway, table or key serves again within seconds. */
const HEADERS_OF: Readonly<Record<number, Record<string, string>>> = {
  401: { 'www-authenticate': 'Bearer' },
  429: { 'retry-after': '2' },
  503: { 'retry-after': '2' },
};

/** What every problem of a status says in its headers, ours and the gateway's own. */
export const headersOfProblem = (status: number): Record<string, string> => ({
  'content-type': 'application/problem+json',
  ...HEADERS_OF[status],
});

function problemAnswer(problem: Problem): HttpAnswer {
  const current = problem.details?.['version'];
  const allow = problem.details?.['allow'];
  return {
    status: problem.status,
    headers: {
      ...headersOfProblem(problem.status),
      ...(problem.status === 412 && typeof current === 'number' ? { etag: `"${current}"` } : {}),
      ...(problem.status === 405 && Array.isArray(allow) ? { allow: allow.join(', ') } : {}),
    },
    body: JSON.stringify(problem),
  };
}

/** A body made to be wrong everywhere is not answered by more than it is. */
const MOST_FINDINGS = 100;
const MOST_CHARACTERS = 200;

/** What zod found at the door, as findings. The values are not repeated. */
export function findingsOf(part: string, error: z.ZodError): Finding[] {
  return error.issues.slice(0, MOST_FINDINGS).map((issue) => ({
    rule: `input.${issue.code}`,
    severity: 'error',
    path: `/${[part, ...issue.path.map(String)].map(pointerPart).join('/')}`,
    message: { ...sentenceOf(issue.code), en: issue.message.slice(0, MOST_CHARACTERS) },
  }));
}

/** RFC 6901. */
const pointerPart = (part: string): string =>
  part.slice(0, MOST_CHARACTERS).replaceAll('~', '~0').replaceAll('/', '~1');

const SENTENCES: Readonly<Record<string, { fi: string; sv: string }>> = {
  invalid_type: { fi: 'Tieto puuttuu tai on väärää lajia.', sv: 'Uppgiften saknas eller är av fel slag.' },
  unrecognized_keys: { fi: 'Tuntematon tieto.', sv: 'Okänd uppgift.' },
  too_big: { fi: 'Arvo on liian suuri tai pitkä.', sv: 'Värdet är för stort eller långt.' },
  too_small: { fi: 'Arvo on liian pieni tai lyhyt.', sv: 'Värdet är för litet eller kort.' },
  invalid_format: { fi: 'Arvo ei ole oikeassa muodossa.', sv: 'Värdet har fel form.' },
  invalid_value: { fi: 'Arvo ei ole sallittujen joukossa.', sv: 'Värdet är inte tillåtet.' },
};
const OTHER = { fi: 'Arvo ei kelpaa.', sv: 'Värdet duger inte.' };
const sentenceOf = (code: string): { fi: string; sv: string } => SENTENCES[code] ?? OTHER;
