import * as z from 'zod';
import { GrantContent } from '../../shared/access/granting/model.ts';
import { UserContent } from '../../shared/domain/access-rights/model.ts';
import { Controller, Post, Unit } from '../../shared/domain/controllers/model.ts';
import { READY_PROFILES } from '../../shared/domain/controllers/profiles/index.ts';
import {
  ControllerSettings,
  defaultSettings,
  NamedSettings,
} from '../../shared/domain/controllers/settings/settings.ts';
import { findingsOf } from '../../shared/http/problem.ts';
import { MOST_GRANTS_SET_UP } from '../../shared/setup-users.ts';

/** A name within the file, by which its other parts speak of a unit, a post or a user. */
const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens');

const FileUnit = z.strictObject({ key: Key, ...Unit.shape }).omit({ unitId: true });
const FilePost = z.strictObject({ key: Key, unit: Key, ...Post.shape }).omit({ postId: true, unitId: true });
const FileGrant = z
  .strictObject({ ...GrantContent.shape, units: z.array(Key).max(50), deputyFor: Key.optional() })
  .omit({ unitIds: true });
const FileUser = z
  .strictObject({
    key: Key,
    post: Key,
    ...UserContent.shape,
    from: Unit.shape.from,
    grants: z.array(FileGrant).max(MOST_GRANTS_SET_UP).default([]),
  })
  .omit({ postId: true });

const ProfileName = z.enum(Object.keys(READY_PROFILES).filter(isProfile));

function isProfile(name: string): name is keyof typeof READY_PROFILES {
  return Object.hasOwn(READY_PROFILES, name);
}

const written = {
  controller: Controller,
  units: z.array(FileUnit).min(1).max(1000),
  posts: z.array(FilePost).min(1).max(5000),
  users: z.array(FileUser).min(1).max(5000),
  firstAdministrator: Key,
};

/**
 * What an operator writes of a controller: its record, the ready profile it begins with (without one the defaults), what
 * it chooses otherwise, its units, posts and users, and who of them is the first administrator.
 */
const OrganisationFile = z
  .strictObject({
    ...written,
    profile: ProfileName.optional(),
    /** Each setting named stands whole in place of that of the profile. */
    settings: NamedSettings.default({}),
  })
  .transform(({ profile, settings, ...rest }): unknown => ({
    ...rest,
    settings: { ...(profile === undefined ? defaultSettings : READY_PROFILES[profile]), ...settings },
  }))
  .pipe(z.strictObject({ ...written, settings: ControllerSettings }));
export type OrganisationFile = z.infer<typeof OrganisationFile>;
export type FileUser = z.infer<typeof FileUser>;
export type FileGrant = z.infer<typeof FileGrant>;

/** The file, or what is wrong with it: a place and a sentence each, all at once. */
export function parseFile(text: string): { file: OrganisationFile } | { wrong: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrong: ['The file is not JSON.'] };
  }
  const parsed = OrganisationFile.safeParse(json);
  if (parsed.success) return { file: parsed.data };
  return {
    wrong: findingsOf('', parsed.error).map(({ path = '', message }) => `${path.slice(1)}: ${message.en}`),
  };
}
