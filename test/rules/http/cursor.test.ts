import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_ACTIONS } from '../../../shared/access/actions/clients.ts';
import { type Asker, openCursor, sealCursor } from '../../../shared/http/paging.ts';
import { UserId } from '../../../shared/kernel/id.ts';
import { newId } from '../../../shared/new-id.ts';
import { testWorld, type World } from '../../support/world.ts';

let world: World;
let asker: Asker;
beforeAll(async () => {
  world = await testWorld();
  const { services, controller } = world;
  const actor = { userId: UserId.parse(newId(services)), controller };
  asker = { services, actor, action: CLIENT_ACTIONS.readHistory };
});

const name = fc.string().filter((text) => text !== '__proto__');
const lastKey = fc.dictionary(name, fc.string(), { maxKeys: 5, noNullPrototype: true });
const question = fc.string({ maxLength: 60 });

async function cursorFor(asked: string, key: Record<string, string>): Promise<string> {
  const cursor = await sealCursor(asker, asked, key);
  if (cursor === undefined) throw new Error('No cursor was made.');
  return cursor;
}

describe('a cursor', () => {
  test('gives back where the page ended, to who asked and what was asked', async () => {
    await fc.assert(
      fc.asyncProperty(question, lastKey, async (asked, key) => {
        expect(await openCursor(asker, asked, await cursorFor(asked, key))).toEqual(key);
      }),
    );
  });

  test('opens for no other worker, controller, action or question', async () => {
    const { services, otherController } = world;
    const another = UserId.parse(newId(services));
    await fc.assert(
      fc.asyncProperty(question, question, lastKey, async (asked, other, key) => {
        const cursor = await cursorFor(asked, key);
        const askers: [Asker, string][] = [
          [{ ...asker, actor: { ...asker.actor, userId: another } }, asked],
          [{ ...asker, actor: { ...asker.actor, controller: otherController } }, asked],
          [{ ...asker, action: CLIENT_ACTIONS.openFile }, asked],
          ...(other === asked ? [] : [[asker, other] satisfies [Asker, string]]),
        ];
        for (const [by, what] of askers) {
          await expect(openCursor(by, what, cursor)).rejects.toMatchObject({
            definition: { code: 'request.invalid' },
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('that was altered, or made up, is refused', async () => {
    const cursor = await cursorFor('question', { pk: 'a', sk: 'b' });
    await fc.assert(
      fc.asyncProperty(fc.nat(cursor.length - 1), fc.base64String(), async (at, made) => {
        const letter = cursor.charAt(at) === 'A' ? 'B' : 'A';
        // The last letter may hold bits that mean nothing: what it decodes to must differ.
        const altered = `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`;
        fc.pre(!Buffer.from(altered, 'base64url').equals(Buffer.from(cursor, 'base64url')));
        for (const spoiled of [altered, cursor.slice(0, at), made]) {
          await expect(openCursor(asker, 'question', spoiled)).rejects.toMatchObject({
            definition: { code: 'request.invalid' },
          });
        }
      }),
    );
  });

  test('says nothing of the key it holds, and differs each time', async () => {
    const key = { pk: 'KEUSOTE-and-more', sk: 'a-sort-key' };
    const [one, other] = [await cursorFor('q', key), await cursorFor('q', key)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/KEUSOTE|sort-key/);
  });

  test('is not made when there is no more', async () => {
    expect(await sealCursor(asker, 'q', undefined)).toBeUndefined();
    expect(await openCursor(asker, 'q', undefined)).toBeUndefined();
  });
});
