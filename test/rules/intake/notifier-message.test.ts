import { describe, expect, test } from 'vitest';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../../shared/domain/controllers/settings/settings.ts';
import type { IntakeKind } from '../../../shared/domain/intake/model.ts';
import { MESSAGE_WORDS, receiverOf } from '../../../shared/domain/intake/notifier-message.ts';
import { Notifier } from '../../../shared/domain/intake/record.ts';

type Choice = NonNullable<ControllerSettings['intake']['notifierMessage']>;
const CHOICE: Choice = { about: ['received'], to: 'authorities', channel: 'email' };
const NURSE = {
  party: 'healthCare',
  family: 'Hoitaja',
  emails: ['heli@example.fi'],
  words: 'Tuntee perheen',
};
type Row = [string, object, Partial<Choice>, IntakeKind, boolean];

const rows: Row[] = [
  ['who notifies by office', NURSE, {}, 'childWelfareNotification', true],
  ['of the need of an adult', NURSE, {}, 'needNotification', true],
  ['but not who makes a contact with the person', NURSE, {}, 'contact', false],
  ['nor who asks to stay secret', { ...NURSE, keepSecret: true }, {}, 'needNotification', false],
  ['nor who gives no name', { ...NURSE, anonymous: true }, {}, 'needNotification', false],
  ['nor who has left no address', { ...NURSE, emails: [] }, {}, 'needNotification', false],
  ['nor by another way than was left', NURSE, { channel: 'letter' }, 'needNotification', false],
  ['nor of what the controller does not tell', NURSE, { about: ['handled'] }, 'needNotification', false],
  [
    'nor a neighbour where only authorities are told',
    { ...NURSE, party: 'otherPrivatePerson', keepSecret: false },
    {},
    'needNotification',
    false,
  ],
  [
    'but a neighbour who does not stay secret where everyone is',
    { ...NURSE, party: 'otherPrivatePerson', keepSecret: false },
    { to: 'everyone' },
    'needNotification',
    true,
  ],
  [
    'and never a neighbour of whom nobody has seen whether they stay secret',
    { ...NURSE, party: 'otherPrivatePerson' },
    { to: 'everyone' },
    'needNotification',
    false,
  ],
];

describe('of those who notified is told', () => {
  test.each(rows)('%s', (_name, notifier, choice, kind, is) => {
    const record = { notifier: Notifier.parse(notifier) };
    const receiver = receiverOf(kind, record, { ...CHOICE, ...choice }, 'received');
    expect(receiver !== undefined).toBe(is);
    // Nothing that was said of the family goes along.
    expect(JSON.stringify(receiver ?? {})).not.toContain('perheen');
  });

  test('nobody where the controller has not chosen it, as none has to begin with', () => {
    const record = { notifier: Notifier.parse(NURSE) };
    expect(
      receiverOf('needNotification', record, defaultSettings.intake.notifierMessage, 'received'),
    ).toBeUndefined();
    expect(Object.keys(MESSAGE_WORDS)).toEqual(['received', 'handled']);
  });
});
