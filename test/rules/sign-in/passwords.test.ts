import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { passwordStep } from '../../../shared/sign-in/password-age.ts';
import { mayTryPassword } from '../../../shared/sign-in/pre-authentication.ts';
import { authenticationMethodOf, signsInElsewhere } from '../../../shared/sign-in/token-claims.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const today = day('2026-11-24');
const own = (setOn: string, until: string) => ({
  password: 'own' as const,
  setOn: day(setOn),
  until: day(until),
});

describe('a password ages from the day on which it is first seen to be its owner’s own', () => {
  test.each([
    ['is marked with its last day when it is first seen', { password: 'own' as const }, 90, 'mark'],
    ['is left alone while it may be used', own('2026-09-01', '2026-11-30'), 90, 'none'],
    ['is left alone on its last day', own('2026-08-26', '2026-11-24'), 90, 'none'],
    ['is replaced on the day after', own('2026-08-25', '2026-11-23'), 90, 'reset'],
    ['is replaced when the controller has shortened the time', own('2026-09-01', '2026-11-30'), 30, 'reset'],
    ['may be used longer when the time was lengthened', own('2026-08-25', '2026-11-23'), 120, 'mark'],
    ['does not age while it is a temporary one', { password: 'temporary' as const }, 90, 'none'],
    [
      'begins anew after a temporary one',
      { ...own('2026-09-01', '2026-11-30'), password: 'temporary' as const },
      90,
      'unmark',
    ],
    ['does not age where the controller has promised nothing', { password: 'own' as const }, null, 'none'],
    ['is let go when the promise ends', own('2026-09-01', '2026-11-30'), null, 'unmark'],
  ])('and %s', (_, account, maxAgeDays, step) => {
    expect(passwordStep(account, maxAgeDays, today).step).toBe(step);
  });

  test('and its last day is so many days after that one', () => {
    expect(passwordStep({ password: 'own' }, 90, today)).toEqual({
      step: 'mark',
      setOn: '2026-11-24',
      until: '2027-02-22',
    });
  });

  test('and one that is over opens nothing, though no run has replaced it yet [U-9.10, J-5.9]', () => {
    const attempt = (until?: string) => () =>
      mayTryPassword(until === undefined ? {} : { 'custom:password_until': until }, today);
    expect(attempt()).not.toThrow();
    expect(attempt('')).not.toThrow();
    expect(attempt('2026-11-24')).not.toThrow();
    expect(attempt('2026-11-23')).toThrow('over its age');
    expect(attempt('tomorrow')).toThrow('a date');
  });
});

describe('how a session was authenticated', () => {
  const cardFirst = { kind: 'federated', methods: ['card'], passwordSecond: true } as const;
  const cardOnly = { ...cardFirst, passwordSecond: false };
  const elsewhere = (method?: string) => ({ signsInElsewhere: true, authenticationMethod: method });
  const here = { signsInElsewhere: false, authenticationMethod: undefined };

  test.each([
    ['by the card, where the card is first', cardFirst, elsewhere('card'), 'card'],
    ['by a password, where it is second', cardFirst, here, 'password+totp'],
    ['by a password, where there is nothing else', { kind: 'native' } as const, here, 'password+totp'],
  ])('%s', (_, settings, user, method) => {
    expect(authenticationMethodOf(settings, user)).toBe(method);
  });

  test.each([
    ['a password where only the card opens', cardOnly, here],
    ['a way that was not named', cardFirst, elsewhere('sms')],
    ['a sign-in elsewhere that does not say how', cardFirst, elsewhere()],
    ['a sign-in elsewhere that nobody agreed on', { kind: 'native' } as const, elsewhere('card')],
    // What the pool remembers of the card must not speak for a password.
    ['a password of somebody with a card', cardOnly, { ...here, authenticationMethod: 'card' }],
  ])('there is no token for %s', (_, settings, user) => {
    expect(() => authenticationMethodOf(settings, user)).toThrow();
  });

  test('an account that is linked to a card has no password, whatever the pool holds', () => {
    const linked = { 'cognito:user_status': 'CONFIRMED', identities: '[{"providerName":"county-login"}]' };
    expect(signsInElsewhere(linked)).toBe(true);
    expect(() => mayTryPassword(linked, today)).toThrow('elsewhere');
    expect(signsInElsewhere({ 'cognito:user_status': 'EXTERNAL_PROVIDER' })).toBe(true);
    expect(signsInElsewhere({ 'cognito:user_status': 'CONFIRMED', identities: '[]' })).toBe(false);
  });
});
