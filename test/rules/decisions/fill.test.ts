import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../shared/documents/catalogue.ts';
import { codingOf, SIGNATURES } from '../../../shared/documents/code-lists.ts';
import { valueAt } from '../../../shared/documents/path.ts';
import type { Hearing } from '../../../shared/domain/decisions/concerned-model.ts';
import { type DecisionFacts, fillDecision } from '../../../shared/domain/decisions/fill.ts';
import { fillHearing, type HeardPerson } from '../../../shared/domain/decisions/fill-hearing.ts';
import type { DocumentContent } from '../../../shared/domain/documents/model.ts';
import { day, PREPARER } from '../../support/decision-heads.ts';

const asked = { way: 'meeting' as const, askedOn: day('2026-11-10'), recordedBy: PREPARER };
const answered: Hearing = { ...asked, state: 'answered', answeredOn: day('2026-11-12') };
const child = (hearing: Hearing): HeardPerson => ({
  isClient: true,
  name: { family: 'Mallila', given: 'Arvo' },
  roles: ['client'],
  hearing,
});
const mother = (hearing: Hearing): HeardPerson => ({
  isClient: false,
  name: { family: 'Mallila', given: 'Maija' },
  roles: ['custodian', 'parent'],
  hearing,
});

const FACTS: DecisionFacts = {
  decisionId: '01KBN4PZ00000000000000000D',
  on: day('2026-11-24'),
  openedOn: day('2026-11-02'),
  organiser: 'Keksitty hyvinvointialue',
  preparer: { name: 'Oona Ohjaaja', post: 'sosiaaliohjaaja' },
  decider: { name: 'Kaisa Vastuullinen', post: 'sosiaalityöntekijä' },
  heard: [],
  result: 'granting',
  provisions: 'Lastensuojelulaki 36 §',
  atOnce: false,
  guidance: { text: 'Ohje' },
  signature: codingOf(SIGNATURES, 'electronic') ?? { system: '', display: '' },
  language: 'fi',
};

/** What stands at a path of the filled document of this kind. */
function filled(
  kind: string,
  facts: Partial<DecisionFacts>,
  content: DocumentContent = {},
): (path: string) => unknown {
  const definition = definitionOf(`1.2.246.537.6.1506.${kind}`);
  if (definition === undefined) throw new Error(`no ${kind}`);
  const made = fillDecision(definition, { [definition.key]: content }, { ...FACTS, ...facts }, fillHearing);
  return (path) => valueAt(made[definition.key], path);
}

describe('the document of a decision', () => {
  test('says on which day the matter became pending, whichever of its two names the day has there', () => {
    expect(filled('11002', {})('paatos/vireilletulopaivamaara')).toBe('2026-11-02');
    expect(filled('11047', {})('asian_vireilletulopaivamaara')).toBe('2026-11-02');
  });

  test('names its preparer, unless the writer has named those who prepared', () => {
    expect(filled('11002', {})('paatos/valmistelija')).toEqual([
      { sukunimi: 'Ohjaaja', etunimet: 'Oona', tehtavanimike: 'sosiaaliohjaaja' },
    ]);
    const own = [{ sukunimi: 'Toinen', etunimet: 'Timo' }];
    expect(filled('11002', {}, { paatos: { valmistelija: own } })('paatos/valmistelija')).toEqual(own);
  });

  test('names its signature and never shows a bare code', () => {
    expect(filled('11002', {})('allekirjoitus/allekirjoituksen_tyyppi')).toEqual({
      system: 'urn:oid:1.2.246.537.5.40161',
      display: 'Sähköinen allekirjoitus',
    });
  });

  test('names the organisation beside its official where the definition asks for both', () => {
    expect(filled('11044', {})('paatoksentekija')).toEqual({
      organisaatio: { organisaation_nimi: 'Keksitty hyvinvointialue' },
      ammattihenkilo: [{ sukunimi: 'Vastuullinen', etunimet: 'Kaisa', tehtavanimike: 'sosiaalityöntekijä' }],
    });
  });

  test('lists everybody who was heard, or why not, where it has one list for all', () => {
    const heard = [child({ state: 'omitted', ground: 'tooYoung', recordedBy: PREPARER }), mother(answered)];
    expect(filled('11002', { heard })('paatos/kuuleminen')).toEqual([
      {
        kuultava: { sukunimi: 'Mallila', etunimet: 'Arvo', kuvaus: 'Lapsi itse' },
        suoritettu: false,
        syyt_selvittamatta_jattamiselle: 'Lapsi ei ikänsä ja kehitystasonsa vuoksi ole kuultavissa.',
      },
      {
        kuultava: { sukunimi: 'Mallila', etunimet: 'Maija', kuvaus: 'Huoltaja, Vanhempi' },
        suoritettu: true,
      },
    ]);
  });

  test('says apart how the child was heard and how others, in the language of the document', () => {
    const heard = [child(answered), mother({ ...asked, state: 'silent' })];
    const at = filled('11023', { heard, language: 'sv' });
    const group = 'mielipiteen_selvittaminen_ja_kuuleminen';
    expect(at(`${group}/kuuleminen`)).toEqual({ suoritettu: true });
    expect(
      at(`${group}/huoltajan_vanhemman_ja_muun_lapsen_hoidosta_vastaavan_henkilon_kuuleminen/kuuleminen`),
    ).toEqual([
      {
        kuultava: { sukunimi: 'Mallila', etunimet: 'Maija', kuvaus: 'Vårdnadshavare, Förälder' },
        suoritettu: false,
        syyt_selvittamatta_jattamiselle: 'Avgav ingen förklaring inom den utsatta tiden.',
      },
    ]);
  });

  test('keeps what its writer said of a hearing, and adds what is missing', () => {
    const group = 'mielipiteen_selvittaminen_ja_kuuleminen';
    const said = { [group]: { kuuleminen: { suhtautuminen_huostaanottoon: { vastustus: true } } } };
    expect(filled('11023', { heard: [child(answered)] }, said)(`${group}/kuuleminen`)).toEqual({
      suhtautuminen_huostaanottoon: { vastustus: true },
      suoritettu: true,
    });
  });

  test('says of nobody that they were heard of whom nothing is recorded', () => {
    const heard = [child({ state: 'open' }), mother({ ...asked, state: 'asked' })];
    expect(filled('11002', { heard })('paatos/kuuleminen')).toBeUndefined();
  });
});
