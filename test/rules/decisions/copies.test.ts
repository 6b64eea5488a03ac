import { describe, expect, test } from 'vitest';
import { officeOf } from '../../../shared/domain/controllers/settings/terms.ts';
import {
  bodyOf,
  guidanceOf,
  guidanceText,
  lacksAuthority,
} from '../../../shared/domain/decisions/guidance.ts';
import { GUIDANCE } from '../../../shared/domain/decisions/guidance-texts.ts';
import { judgeHidden, redacted, revealing } from '../../../shared/domain/decisions/rules/copies.ts';

const CONTENT = {
  paatos: {
    ratkaisu_ja_perustelut: 'Lapsi asuu äitinsä luona osoitteessa Piilokuja 3 A.',
    paatospaivamaara: '2026-11-24',
    muutoksenhaku: { ohjeteksti: 'Ohje', viranomainen: { yhteystiedot: { puhelinnumero: '09 1' } } },
    paatoksentekija: { sukunimi: 'Laaja', yhteystiedot: { puhelinnumero: '09 2' } },
    huoltaja: [
      { sukunimi: 'Isä', yhteystiedot: { puhelinnumero: '040 1' } },
      { sukunimi: 'Äiti', yhteystiedot: { postiosoite: { lahiosoite: 'Piilokuja 3 A' } } },
    ],
  },
};

describe('a recipient’s copy', () => {
  test('is without what it hides, and keeps all the rest in its place', () => {
    const copy = redacted(CONTENT, ['/paatos/huoltaja/1/yhteystiedot', '/paatos/huoltaja/0']);
    expect(copy).toEqual({
      paatos: { ...CONTENT.paatos, huoltaja: [{}, { sukunimi: 'Äiti' }] },
    });
    expect(redacted(CONTENT, [])).toEqual(CONTENT);
  });

  test('names the place where the reasons betray a protected address, unless that place is hidden', () => {
    const words = ['Piilokuja 3 A'];
    const contacts = ['/paatos/huoltaja/0/yhteystiedot', '/paatos/huoltaja/1/yhteystiedot'];
    expect(revealing(CONTENT, contacts, words)).toEqual(['/paatos/ratkaisu_ja_perustelut']);
    expect(revealing(CONTENT, contacts, ['piilokuja  3 a'])).toHaveLength(1);
    expect(revealing(CONTENT, [...contacts, '/paatos/ratkaisu_ja_perustelut'], words)).toEqual([]);
    expect(revealing(CONTENT, contacts, ['Muukatu 1', '3 A'])).toEqual([]);
  });

  test.each([
    ['/paatos/huoltaja/0', []],
    ['/paatos/huoltaja/2', ['decision.hiddenPlaceKnown']],
    ['/paatos/keksitty', ['decision.hiddenPlaceKnown']],
    ['/paatos/muutoksenhaku', ['decision.decisionStays']],
    ['/paatos/muutoksenhaku/ohjeteksti', ['decision.decisionStays']],
    ['/paatos/paatoksentekija/sukunimi', ['decision.decisionStays']],
    ['/paatos/paatospaivamaara', ['decision.decisionStays']],
  ])('hiding %s is judged: %j', (pointer, rules) => {
    expect(judgeHidden(CONTENT, [pointer]).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('the guidance on appeal', () => {
  const bodies = {
    reviewBody: {
      ...officeOf('Yksilöasiainjaosto'),
      address: 'PL 1, 04400 Järvenpää',
      email: 'kirjaamo@example.fi',
    },
    administrativeCourt: null,
    supremeCourt: null,
  };

  test('names the authority, its address, its contacts and the time, in Finnish and Swedish', () => {
    for (const language of ['fi', 'sv'] as const) {
      const said = guidanceText(GUIDANCE.reviewRequest[language], bodyOf('reviewRequest', bodies));
      expect(said).toContain('Yksilöasiainjaosto, PL 1, 04400 Järvenpää, kirjaamo@example.fi');
      expect(said).toContain('30');
      expect(said).not.toMatch(/[{}]/);
    }
  });

  test('goes by the route, and is lacking where the controller has named no authority', () => {
    expect(guidanceOf('OVK')).toBe('reviewRequest');
    expect(guidanceOf('OVF')).toBe('reviewRequest');
    expect(guidanceOf('HF')).toBe('administrativeAppeal');
    expect(guidanceOf('HK')).toBe('administrativeAppeal');
    expect(guidanceOf('K0')).toBe('supremeAppeal');
    expect(guidanceOf('CIV')).toBe('civilAction');
    expect(guidanceOf('none')).toBe('notAppealable');
    expect(lacksAuthority('reviewRequest', bodies)).toBe(false);
    expect(lacksAuthority('administrativeAppeal', bodies)).toBe(true);
    expect(lacksAuthority('notAppealable', bodies)).toBe(false);
    const none = { reviewBody: null, administrativeCourt: null, supremeCourt: null };
    const asks = (text: string) => text.includes('{authority}');
    for (const route of ['OVK', 'HF', 'K0', 'CIV', 'none'] as const) {
      const key = guidanceOf(route);
      expect(asks(GUIDANCE[key].fi), route).toBe(lacksAuthority(key, none));
      expect(asks(GUIDANCE[key].sv), route).toBe(lacksAuthority(key, none));
    }
  });

  test('is marked as read by nobody of the trade yet', () => {
    expect(Object.values(GUIDANCE).every(({ unreviewed }) => unreviewed)).toBe(true);
  });
});
