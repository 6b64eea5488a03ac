import { type Coding, codingOf } from '../../documents/code-lists.ts';
import type { Definition, Field, GroupField } from '../../documents/definition.ts';
import { removeAt, writeAt } from '../../documents/path.ts';
import { isRecord } from '../../documents/visit.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { DocumentContent } from '../documents/model.ts';
import type { FillHearing, HeardPerson } from './fill-hearing.ts';
import type { Language } from './guidance.ts';
import type { DecisionHead } from './model.ts';

/**
 * What the system itself says in the document of a decision: day, decider, way of appeal, validity, enforcement and
 * signature whatever the draft said; the preparer and who was heard where the draft left it open. The 53 definitions name these places alike, in a group of their own or at the
 * root: each is found by its key and written where the definition has it, and left out where it has none.
 */
export type DecisionFacts = {
  decisionId: string;
  on: LocalDate;
  openedOn: LocalDate;
  /** The organiser of services, where a definition asks which organisation decides. */
  organiser: string;
  preparer: { name: string; post: string };
  decider: { name: string; post: string };
  heard: readonly HeardPerson[];
  result: DecisionHead['result'];
  provisions: string;
  validity?: DecisionHead['validity'];
  atOnce: boolean;
  atOnceReasons?: string | undefined;
  guidance: { text: string; means?: 'review' | 'appeal'; authority?: string };
  signature: Coding;
  language: Language;
};

/** The first place of a key, as a path below the root; nothing in a list, for a list is the writer's. */
function placeOf(
  fields: readonly Field[],
  key: string,
  above = '',
): { path: string; field: Field } | undefined {
  for (const field of fields) {
    const path = above === '' ? field.key : `${above}/${field.key}`;
    if (field.key === key) return { path, field };
    const below =
      field.type === 'group' && field.repeats !== true ? placeOf(field.fields, key, path) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}

const hasField = (group: GroupField, key: string): boolean => group.fields.some((field) => field.key === key);

const MEANS_OF_APPEAL = '1.2.246.537.6.1211';
const RESULT_OF_DECISION = '1.2.246.537.6.1248';

/** A name as it is written, parted as the documents do: the last word is the surname. */
function namesOf(name: string): { sukunimi: string; etunimet: string } {
  const words = name.trim().split(/\s+/);
  const sukunimi = words.at(-1) ?? '';
  return { sukunimi, etunimet: words.length > 1 ? words.slice(0, -1).join(' ') : sukunimi };
}

export function fillDecision(
  definition: Definition,
  content: DocumentContent,
  facts: DecisionFacts,
  fillHearing: FillHearing,
): DocumentContent {
  const own = content[definition.key];
  const root: Record<string, unknown> = structuredClone(isRecord(own) ? own : {});
  const set = (
    key: string,
    valueOf: (field: Field) => unknown,
    options: { onlyIfEmpty?: true } = {},
  ): void => {
    const place = placeOf(definition.fields, key);
    if (place === undefined) return;
    const value = valueOf(place.field);
    if (value === undefined && options.onlyIfEmpty === true) return;
    if (options.onlyIfEmpty !== true) removeAt(root, place.path);
    if (value !== undefined) writeAt(root, place.path, value);
  };

  set('paatostunnus', () => ({ value: facts.decisionId }));
  set('paatospaivamaara', () => facts.on);
  for (const key of ['vireilletulopaivamaara', 'asian_vireilletulopaivamaara']) {
    set(key, () => facts.openedOn, { onlyIfEmpty: true });
  }
  set('ratkaisun_laji', () =>
    facts.result === 'measure' ? undefined : codingOf(RESULT_OF_DECISION, facts.result),
  );
  for (const key of ['ratkaisun_lakiperuste', 'lainkohdat_joihin_ratkaisu_perustuu']) {
    set(key, () => facts.provisions, { onlyIfEmpty: true });
  }
  set('valmistelija', (field) => (field.type === 'group' ? [personIn(field, facts.preparer)] : undefined), {
    onlyIfEmpty: true,
  });
  fillHearing(root, definition, facts.heard, facts.language);
  set('paatoksentekija', (field) => (field.type === 'group' ? deciderIn(field, facts) : undefined));
  if (facts.validity !== undefined) set('paatoksen_voimassaolo', (field) => validityIn(field, facts));
  set('valiton_taytantoonpano', (field) => enforcementIn(field, facts));
  set('valittoman_taytantoonpanon_perustelut', () => facts.atOnceReasons);
  set('muutoksenhaku', (field) => (field.type === 'group' ? appealIn(field, facts) : undefined));
  set('allekirjoituksen_tyyppi', () => facts.signature);
  return DocumentContent.parse({ ...content, [definition.key]: root });
}

const kept = (group: GroupField, values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== undefined && hasField(group, key)),
  );

const personIn = (field: GroupField, { name, post }: { name: string; post: string }): unknown =>
  kept(field, { ...namesOf(name), tehtavanimike: post });

/** Some definitions ask for the organisation beside its official, whom they then have in a list. */
function deciderIn(field: GroupField, { decider, organiser }: DecisionFacts): unknown {
  const official = field.fields.find(({ key }) => key === 'ammattihenkilo');
  const organisation = field.fields.find(({ key }) => key === 'organisaatio');
  if (official?.type !== 'group') return personIn(field, decider);
  return {
    ...(organisation?.type === 'group'
      ? { organisaatio: kept(organisation, { organisaation_nimi: organiser }) }
      : {}),
    ammattihenkilo: [personIn(official, decider)],
  };
}

function validityIn(field: Field, { validity }: DecisionFacts): unknown {
  if (field.type !== 'group') return undefined;
  return kept(field, { alkamispaiva: validity?.from, paattymispaiva: validity?.to });
}

const ENFORCED: Readonly<Record<Language, { yes: string; no: string }>> = {
  fi: {
    yes: 'Päätös pannaan täytäntöön heti.',
    no: 'Päätöstä ei määrätty pantavaksi täytäntöön heti.',
  },
  sv: { yes: 'Beslutet verkställs genast.', no: 'Beslutet förordnades inte att verkställas genast.' },
};

/** Some definitions ask for yes or no, some for words. */
function enforcementIn(field: Field, { atOnce, atOnceReasons, language }: DecisionFacts): unknown {
  if (field.type === 'boolean') return atOnce;
  const { yes, no } = ENFORCED[language];
  return atOnce ? (atOnceReasons ?? yes) : no;
}

function appealIn(field: GroupField, { guidance }: DecisionFacts): unknown {
  const authority = field.fields.find((one) => one.key === 'viranomainen');
  return kept(field, {
    ohjeteksti: guidance.text,
    muutoksenhakukeino: guidance.means === undefined ? undefined : codingOf(MEANS_OF_APPEAL, guidance.means),
    viranomainen:
      guidance.authority !== undefined && authority?.type === 'group'
        ? kept(authority, { organisaation_nimi: guidance.authority })
        : undefined,
  });
}
