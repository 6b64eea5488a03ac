import type * as z from 'zod';
import type { Answer, Reading } from '../act.ts';
import { CITIZEN_REFUSALS } from '../domain/citizens/refusals.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { CLIENT_REFUSALS } from '../domain/clients/refusals.ts';
import { COMMON_REFUSALS } from '../kernel/refusal.ts';
import type { InputOf } from './input-parser.ts';
import { type Changing, type Definition, type Route, routeOf, type Shape } from './route.ts';

/** What a citizen is refused besides what every door refuses. */
const OWN_REFUSALS = [COMMON_REFUSALS.notFound, CITIZEN_REFUSALS.noEServices, CITIZEN_REFUSALS.minor];

/** A read of the caller's own file over the citizens' door: whose it is, the tie of the signed-in person says. */
export const readOwn = <P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> & {
    action: { audience: 'citizens' };
    handle: (context: ClientContext, input: InputOf<P, Q, B>) => Promise<Reading<z.output<R>>>;
  },
): Route =>
  routeOf(
    { ...definition, refusals: [...(definition.refusals ?? []), ...OWN_REFUSALS] },
    'nothing',
    (input) => ({
      kind: 'readOfClient',
      early: () => Promise.resolve(undefined),
      act: (context) => definition.handle(context, input),
    }),
    'readOfClient',
  );

/** A write of a citizen into the caller's own matters. */
export const writeOwn = <P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType>(
  definition: Definition<P, Q, B, R> &
    Changing & {
      action: { audience: 'citizens' };
      handle: (context: ClientContext, input: InputOf<P, Q, B>) => Promise<Answer<z.output<R>>>;
    },
): Route =>
  routeOf(
    {
      ...definition,
      refusals: [...(definition.refusals ?? []), ...OWN_REFUSALS, CLIENT_REFUSALS.merged],
    },
    definition.writes,
    (input) => ({ kind: 'writeOfClient', act: (context) => definition.handle(context, input) }),
    'writeOfClient',
  );
