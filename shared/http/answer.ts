import { BINARY_KINDS, FileAnswer, headersOfFile } from './file-answer.ts';
import type { HttpAnswer } from './request.ts';
import type { Route } from './route.ts';

/** What an act gave, on its way out. */
export type Result = { body: unknown; version?: number; location?: string };

/** The answer of a route whose act did what was asked: nothing leaves but what its schema knows. */
export const answerOf = (route: Route, result: Result): HttpAnswer =>
  route.fileKinds.length > 0 ? fileAnswer(route, result) : jsonAnswer(route, result);

function jsonAnswer(route: Route, result: Result): HttpAnswer {
  const body = route.returns.parse(result.body);
  return {
    status: route.status,
    headers: {
      'content-type': 'application/json',
      ...(result.version === undefined ? {} : { etag: `"${result.version}"` }),
      ...(result.location === undefined ? {} : { location: result.location }),
    },
    body: JSON.stringify(body),
  };
}

function fileAnswer(route: Route, result: Result): HttpAnswer {
  const file = FileAnswer.parse(result.body);
  return {
    status: route.status,
    headers: headersOfFile(file),
    ...(BINARY_KINDS.includes(file.kind)
      ? { bytes: file.bytes }
      : { body: Buffer.from(file.bytes).toString('utf8') }),
  };
}
