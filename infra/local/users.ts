import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ControllerId, UserId } from '../../shared/kernel/id.ts';
import { replaceFile } from './durable-file.ts';

/** Who may be chosen at the sign-in of the laptop, with what helps to choose. What each may do is in the tables. */
export const DevUser = z.strictObject({
  userId: UserId,
  controller: ControllerId,
  name: z.string(),
  post: z.string(),
  unit: z.string(),
  roles: z.array(z.string()),
});
export type DevUser = z.infer<typeof DevUser>;

const pathIn = (folder: string): string => join(folder, 'users.json');

/** @returns undefined before the first run has ended. */
export function readUsers(folder: string): DevUser[] | undefined {
  const path = pathIn(folder);
  return existsSync(path) ? z.array(DevUser).parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

export const writeUsers = (folder: string, users: readonly DevUser[]): void =>
  replaceFile(pathIn(folder), JSON.stringify(users, undefined, 1));
