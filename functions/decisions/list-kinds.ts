import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { type CatalogueEntry, splitDefinitionOid } from '../../shared/documents/definition.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import { DecisionKind, definitionTypeOf, kindOf, routesOf } from '../../shared/domain/decisions/kinds.ts';
import { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';

const KindView = z.strictObject({
  kind: DecisionKind,
  definitionOid: z.string(),
  fi: z.string(),
  sv: z.string().optional(),
  serviceTasks: z.array(ServiceTask),
  law: z.string(),
  powers: z.array(z.string()),
  routes: z.array(DecisionHead.shape.route),
  verifiableService: z.boolean(),
  hearing: z.enum(['needed', 'asNeeded']),
  childFrom: z.int(),
  mayBeEnforcedAtOnce: z.boolean(),
  longest: z.strictObject({ count: z.int(), unit: z.enum(['hours', 'days', 'months', 'years']) }).optional(),
  follows: z.array(z.string()),
  /** What no source settled: to be decided by the controller's lawyer. */
  open: z.array(z.string()),
});

export const KindList = z.strictObject({ kinds: z.array(KindView) }).meta({ id: 'KindList' });

/** Every kind of decision with what the statutes say of it, and what they leave open. */
export async function listKinds({ services }: ActContext): Promise<Reading<z.infer<typeof KindList>>> {
  // By type the newest version is the last.
  const definitions = await libraryOf(services).listDefinitions({ documentType: 'Päätös' });
  const newest = new Map(definitions.map((one) => [splitDefinitionOid(one.oid)?.typeOid, one]));
  return {
    line: { clients: [], resources: [], dataGroups: ['settings'] },
    body: () => ({
      kinds: DecisionKind.options.map((kind) => viewOf(kind, newest.get(definitionTypeOf(kind)))),
    }),
  };
}

function viewOf(kind: DecisionKind, definition: CatalogueEntry | undefined): z.infer<typeof KindView> {
  const row = kindOf(kind);
  if (definition === undefined) throw new Error(`The catalogue has no definition of ${kind}.`);
  const { oid, fi, sv } = definition;
  return {
    kind,
    definitionOid: oid,
    fi,
    ...(sv === undefined ? {} : { sv }),
    serviceTasks: [...row.tasks],
    law: row.law,
    powers: row.powers.map(({ power }) => power),
    routes: routesOf(kind),
    verifiableService: row.service === 'verifiable',
    hearing: row.hearing,
    childFrom: row.childFrom,
    mayBeEnforcedAtOnce: row.atOnce,
    ...(row.longest === undefined ? {} : { longest: row.longest }),
    follows: [...(row.follows?.kinds ?? [])],
    open: [...(row.open ?? [])],
  };
}
