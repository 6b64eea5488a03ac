import * as z from 'zod';
import type { Finding } from '../kernel/finding.ts';
import { findingsOf } from './problem.ts';
import type { Input, RawInput } from './route.ts';

type Shape = z.core.$ZodShape;

/** A route's input, parsed. */
export type InputOf<P extends Shape, Q extends Shape, B extends z.ZodType> = Input<
  z.infer<z.ZodObject<P>>,
  z.infer<z.ZodObject<Q>>,
  z.infer<B>
>;

export const NOTHING = z.strictObject({});

type Parts<P extends Shape, Q extends Shape, B extends z.ZodType> = {
  params?: z.ZodObject<P>;
  query?: z.ZodObject<Q>;
  body?: B;
};

const inputOf = <P extends Shape, Q extends Shape, B extends z.ZodType>({
  params,
  query,
  body,
}: Parts<P, Q, B>) =>
  z.object({ params: params ?? NOTHING, query: query ?? NOTHING, body: body ?? z.undefined() });

/**
 * Parses every part before it judges any, so that all findings come at once. The parser is made at the first request
 * of the route: a function has forty routes, and is started for one of them.
 */
export function parserOf<P extends Shape, Q extends Shape, B extends z.ZodType>(
  definition: Parts<P, Q, B>,
): (raw: RawInput) => { input: InputOf<P, Q, B> } | { findings: Finding[] } {
  let all: ReturnType<typeof inputOf<P, Q, B>> | undefined;
  return (raw) => {
    all ??= inputOf(definition);
    const parsed = all.safeParse({ params: raw.params, query: raw.query, body: raw.body });
    if (!parsed.success) {
      return {
        findings: findingsOf('', parsed.error).map((finding) => ({
          ...finding,
          path: (finding.path ?? '').slice(1),
        })),
      };
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schemas are the definition's own, which the types cannot follow through `??`
    return { input: { ...parsed.data, version: raw.version } as InputOf<P, Q, B> };
  };
}
