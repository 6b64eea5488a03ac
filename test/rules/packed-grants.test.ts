import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Grant, MOST_GRANTS, SpecialRight } from '../../shared/access/actor.ts';
import { Duty } from '../../shared/access/duties.ts';
import { PackedGrants, packGrants } from '../../shared/access/packed-grants.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { SocialService } from '../../shared/domain/social-services.ts';
import { formatId, GrantId, UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

const nextId = (): string => formatId(0, randomBytes(10));

const grants = (count: number): Grant[] =>
  Array.from({ length: count }, (_, place) => ({
    grantId: GrantId.parse(nextId()),
    role: 'broadResponsibility',
    unitIds: [UnitId.parse(nextId())],
    serviceTasks: ['families'],
    services: SocialService.options.slice(place % 9, (place % 9) + 8),
    relatedServices: [],
    duties: [],
    specialRights: [],
    range: { from: LocalDate.parse('2026-01-01') },
  }));

test('a thousand grants of one worker are stored and read as they were given; one more is not', () => {
  const given = grants(MOST_GRANTS);
  const packed = packGrants(given);
  expect(PackedGrants.parse(packed)).toEqual(given);
  expect(packGrants([...given, ...grants(1)])).toBeUndefined();
});

test('grants so large that no reader would unpack them are not stored, however small they pack', () => {
  const [grant] = grants(1);
  const unitIds = Array.from({ length: 50 }, () => UnitId.parse(nextId()));
  const services = SocialService.options.slice(0, 60);
  const large = grants(MOST_GRANTS).map(({ grantId }) => ({
    ...(grant ?? expect.fail()),
    grantId,
    unitIds,
    services,
    relatedServices: services,
    serviceTasks: ServiceTask.options,
    duties: Duty.options.slice(0, 30),
    specialRights: SpecialRight.options,
  }));
  expect(packGrants(large)).toBeUndefined();
  expect(PackedGrants.parse(packGrants(large.slice(0, 200)))).toHaveLength(200);
});

test('what one request does to the grants that it read, another does not see', () => {
  const packed = packGrants(grants(2));
  const [first] = PackedGrants.parse(packed);
  expect(() => first?.unitIds.push(UnitId.parse(nextId()))).toThrow(TypeError);
  expect(PackedGrants.parse(packed)[0]?.unitIds).toHaveLength(1);
});

test('what is kept is bounded by all grants together, however many one worker has', () => {
  const packs = Array.from({ length: 11 }, () => packGrants(grants(MOST_GRANTS)));
  const read = packs.map((packed) => PackedGrants.parse(packed));
  expect(PackedGrants.parse(packs[10])).toBe(read[10]);
  expect(PackedGrants.parse(packs[0])).not.toBe(read[0]);
  expect(PackedGrants.parse(packs[0])).toEqual(read[0]);
});

test('bytes that are no grants give no rights', () => {
  const [grant] = grants(1);
  const wrong = [{ ...grant, role: 'everything' }];
  for (const bytes of [
    new Uint8Array([1, 2, 3]),
    deflateRawSync('{'),
    deflateRawSync(JSON.stringify(wrong)),
  ]) {
    expect(PackedGrants.safeParse(bytes).success).toBe(false);
  }
});
