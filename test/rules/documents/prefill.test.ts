import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { valueAt } from '../../../shared/documents/path.ts';
import { type Known, prefill } from '../../../shared/documents/prefill.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { fullSample } from '../../support/document-sample.ts';
import { definition } from '../../support/service-start.ts';

const UNIT = { name: 'Perhepalvelut', oid: '1.2.246.10.1' };
const AINO = {
  name: { family: 'Mäki', given: 'Aino' },
  personalIdentityCode: '010115A900X',
  addresses: [{ street: 'Salakuja 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  phones: ['+358 40 000 0001'],
  emails: ['aino@example.fi'],
};
const MOTHER = { name: { family: 'Mäki', given: 'Eeva' }, phones: ['+358 40 000 0002'] };
const KNOWN: Known = {
  clients: [AINO],
  guardians: [MOTHER],
  author: { name: { family: 'Niemi', given: 'Kaisa' }, title: 'Sosiaalityöntekijä', unit: UNIT },
  unit: UNIT,
  date: LocalDate.parse('2026-11-24'),
  serviceTasks: ['childWelfare'],
  socialServices: ['socialWork'],
  caseId: '01KBN4PZ00000000000000000A',
  earlier: [],
  maySeeProtected: false,
};

const NOTIFICATION = '1.2.246.537.6.1506.4009';
const PLAN = '1.2.246.537.6.1506.15009';

const offered = (typeOid: string, more: Partial<Known> = {}) => {
  const one = definition(typeOid);
  return prefill(one, { ...KNOWN, ...more })[one.key];
};

describe('what is offered to the writer of a new document', () => {
  it.each(listDefinitions().map(({ fi, oid }) => [fi, oid] as const))(
    'of %s is a draft without a fault, with and without an earlier one',
    (_, oid) => {
      const one = definitionOf(oid);
      if (one === undefined) throw new Error('the index names a definition that is not there');
      const earlier = [{ definitionOid: oid, content: fullSample(one) }];
      for (const content of [prefill(one, KNOWN), prefill(one, { ...KNOWN, earlier })]) {
        expect(validateContent(one, content, 'draft')).toEqual([]);
      }
    },
  );

  it('is who, when and where: the client, the author, the day, the task', () => {
    expect(offered('1.2.246.537.6.1506.19002')).toEqual({
      asiakas: [
        {
          sukunimi: 'Mäki',
          etunimet: 'Aino',
          henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010115A900X' },
        },
      ],
      palvelutehtava: { system: 'urn:oid:1.2.246.537.6.1221.201601', code: '10', display: 'Lastensuojelu' },
      sosiaalipalvelu: { system: expect.stringMatching(/1222/), code: '46', display: 'Sosiaalityö' },
      paivamaara: '2026-11-24',
      laatija: {
        sukunimi: 'Niemi',
        etunimet: 'Kaisa',
        tehtavanimike: 'Sosiaalityöntekijä',
        palveluyksikko: { system: 'urn:oid:1.2.246.537.6.202', code: UNIT.oid, display: UNIT.name },
      },
    });
  });

  it('says nothing of the author where the document is the client’s own', () => {
    const own = listDefinitions()
      .flatMap(({ oid }) => definitionOf(oid) ?? [])
      .filter(({ author }) => author === 'asiakas');
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) expect(JSON.stringify(prefill(one, KNOWN))).not.toContain('Niemi');
  });

  it('names the people beside the client: all in a list, one in one place, and leaves two to the writer', () => {
    const child = (more: Partial<Known>) => offered('1.2.246.537.6.1506.16002', more);
    expect(valueAt(child({ guardians: [MOTHER, AINO] }), 'huoltaja/1/etunimet')).toBe('Aino');
    const trustee = 'lapsen_edunvalvonta/edunvalvoja/etunimet';
    expect(valueAt(child({ trustees: [MOTHER] }), trustee)).toBe('Eeva');
    expect(valueAt(child({ trustees: [MOTHER, AINO] }), trustee)).toBeUndefined();
    expect(
      valueAt(child({ ownWorker: { name: { family: 'Oma', given: 'Outi' } } }), 'omatyontekija/sukunimi'),
    ).toBe('Oma');
  });

  it('gives nobody else what the file knows of the client', () => {
    const text = JSON.stringify(offered('1.2.246.537.6.1506.12004', { trustees: [MOTHER] }));
    expect(text).not.toContain('Eeva');
  });

  it('has contacts where the definition asks for them', () => {
    const text = JSON.stringify(offered(NOTIFICATION));
    expect(text).toContain('Salakuja 1');
  });
});

describe('under a safety ban', () => {
  it.each([{ safetyBan: true }, { secretContacts: true }])(
    'no place of the client is offered to who may not see it, earlier answers’ neither (%j)',
    (mark) => {
      const clients = [{ ...AINO, ...mark, contactAddress: { street: 'PL 1', postalCode: '00100' } }];
      const one = definition(NOTIFICATION);
      const before = prefill(one, KNOWN);
      expect(JSON.stringify(before)).toContain('Salakuja');
      const earlier = [{ definitionOid: one.oid, content: before }];
      const hidden = JSON.stringify(offered(NOTIFICATION, { clients, earlier }));
      expect(hidden).not.toMatch(/Salakuja|000 0001|aino@example/);
      expect(hidden).toContain('PL 1');
      const shown = JSON.stringify(offered(NOTIFICATION, { clients, earlier, maySeeProtected: true }));
      expect(shown).toContain('Salakuja');
    },
  );
});

describe('earlier answers', () => {
  const one = definition(PLAN);
  const textKey = 'sovitut_jatkotoimet';
  const written = (text: string) => ({
    [one.key]: { [textKey]: text, lisatiedot: 'Vain tämän', allekirjoitus: [] },
  });

  it('are offered from the newest document of the same type, but not what is of one document alone', () => {
    expect(one.fields.some(({ key }) => key === textKey)).toBe(true);
    const earlier = [
      { definitionOid: one.oid, content: written('Uudempi') },
      { definitionOid: one.oid, content: written('Vanhempi') },
    ];
    const plan = offered(PLAN, { earlier });
    expect(valueAt(plan, textKey)).toBe('Uudempi');
    expect(valueAt(plan, 'lisatiedot')).toBeUndefined();
  });

  it('of another type are offered in groups of the same key only, and only in the form that fits', () => {
    const group = one.fields.find(
      (field) => field.type === 'group' && !field.repeats && field.fields.length > 1,
    );
    if (group?.type !== 'group') return expect(group).toBeDefined();
    const textField = group.fields.find(({ type, repeats }) => type === 'text' && !repeats);
    const content = {
      muu_asiakirja: {
        [textKey]: 'Toisesta asiasta',
        [group.key]: { [textField?.key ?? '']: 'Kerrottu ennen', tuntematon: 'x' },
      },
    };
    const plan = offered(PLAN, { earlier: [{ definitionOid: '1.2.246.537.6.1506.1.2020.1.1', content }] });
    expect(valueAt(plan, textKey)).toBeUndefined();
    expect(valueAt(plan, group.key)).toEqual({ [textField?.key ?? '']: 'Kerrottu ennen' });
  });

  it('never stand over what the file knows today', () => {
    const earlier = [
      {
        definitionOid: one.oid,
        content: { [one.key]: { asiakas: [{ sukunimi: 'Vanha', etunimet: 'Nimi' }] } },
      },
    ];
    expect(JSON.stringify(offered(PLAN, { earlier }))).not.toContain('Vanha');
  });
});
