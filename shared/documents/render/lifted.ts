import type { Definition, Field } from '../definition.ts';
import { memberOf, type Path } from './reader.ts';

/** A field that a print sets apart from the order of the definition, with its place and its value. */
export type Lifted = { field: Field; path: Path; value: unknown };

/** Allekirjoitus closes every document. */
const SIGNATURES = new Set(['allekirjoitus']);
/** To whom a decision is made known, and how: after the signature. */
const SERVICE_OF_NOTICE = new Set([
  'tama_paatos_annetaan_tiedoksi_seuraaville_henkiloille',
  'hyvaksyn_asiakirjojen_sahkoisen_tiedoksiannon',
  'henkilot_joille_tama_asiakirja_toimitetaan',
  'jakelu',
]);
/** Muutoksenhaku: a page of its own at the end of a decision (434/2003 §§ 44–50). */
const APPEAL = new Set(['muutoksenhaku']);

export type Parts = {
  signatures: readonly Lifted[];
  serviceOfNotice: readonly Lifted[];
  appeal: readonly Lifted[];
  isLifted: (path: Path) => boolean;
};

/** At the root, or in the group that holds the decision itself. */
export function partsOf(definition: Definition, content: unknown): Parts {
  const found = (keys: ReadonlySet<string>): Lifted[] => [
    ...liftedIn(definition.fields, content, [], keys),
    ...definition.fields.flatMap((field) =>
      field.type === 'group' && field.repeats !== true
        ? liftedIn(field.fields, memberOf(content, field.key), [field.key], keys)
        : [],
    ),
  ];
  const isDecision = definition.documentType === 'Päätös';
  const signatures = found(SIGNATURES);
  const serviceOfNotice = isDecision ? found(SERVICE_OF_NOTICE) : [];
  const appeal = isDecision ? found(APPEAL) : [];
  const places = new Set([...signatures, ...serviceOfNotice, ...appeal].map(({ path }) => path.join('/')));
  return { signatures, serviceOfNotice, appeal, isLifted: (path) => places.has(path.join('/')) };
}

const liftedIn = (
  fields: readonly Field[],
  content: unknown,
  path: Path,
  keys: ReadonlySet<string>,
): Lifted[] =>
  fields
    .filter(({ key }) => keys.has(key))
    .map((field) => ({ field, path: [...path, field.key], value: memberOf(content, field.key) }));
