import { describe, expect, test } from 'vitest';
import { anEntry, newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** What two controllers promise of putting right what was entered, each under its own settings. */

describe('putting an entry right', () => {
  const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Paikka oli kirjattu väärin.' };
  const RIGHT = anEntry({}, { text: 'Toimistokäynti.' });
  const correct = (by: Worker, path: string, version: number, more: object = {}): Promise<Told> =>
    by.call('POST', `${path}/correct`, { version, body: { entry: RIGHT, reason: { ...reason, ...more } } });
  const remove = (by: Worker, path: string, version: number, more: object = {}): Promise<Told> =>
    by.call('POST', `${path}/remove`, { version, body: { reason: { ...reason, ...more } } });

  async function entryOf(world: World) {
    const author = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
    const clientId = await newClient(world, author);
    const entry = async () => String((await write(author, clientId)).headers['location']);
    return { author, clientId, entry };
  }

  test('keeps who asked for it, what was done and on which of four grounds [U-10.4]', async () => {
    const world = await worldOf(PROFILES.U);
    const { author, entry } = await entryOf(world);
    for (const initiator of ['ownInitiative', 'client']) {
      for (const ground of ['erroneous', 'incomplete', 'outdated', 'unnecessary']) {
        const path = await entry();
        const put = ground === 'unnecessary' ? remove : correct;
        expect(await put(author, path, 1, { ground, initiator })).toMatchObject({ status: 200 });
        expect((await author.call('GET', path)).json).toMatchObject({
          state: ground === 'unnecessary' ? 'removed' : 'corrected',
          reason: { ground, initiator, words: reason.words },
        });
      }
    }
    expect(await correct(author, await entry(), 1, { ground: 'because' })).toMatchObject({ status: 400 });
  });

  test('is in Loimaa a correction, a completion or a deletion, on own initiative or the client’s demand [L-11.1]', async () => {
    const world = await worldOf(PROFILES.L);
    const { author, entry } = await entryOf(world);
    for (const [ground, put, state] of [
      ['erroneous', correct, 'corrected'],
      ['outdated', correct, 'corrected'],
      ['incomplete', correct, 'corrected'],
      ['unnecessary', remove, 'removed'],
    ] as const) {
      for (const initiator of ['ownInitiative', 'client']) {
        const path = await entry();
        expect(await put(author, path, 1, { ground, initiator })).toMatchObject({ status: 200 });
        expect((await author.call('GET', path)).json).toMatchObject({ state, reason: { ground, initiator } });
      }
    }
  });

  test('in Loimaa is the author’s, else a named person’s whom the right was given, in another’s presence [L-11.5, L-11.7]', async () => {
    const world = await worldOf(PROFILES.L);
    const { author, entry } = await entryOf(world);
    const named = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
    const colleague = await world.worker('broadResponsibility');
    const path = await entry();
    expect(await correct(colleague, path, 1, { presentUserId: author.userId })).toMatchObject({
      status: 403,
    });
    expect(await correct(author, path, 1)).toMatchObject({ status: 200 });
    expect(await correct(named, path, 2, { presentUserId: author.userId })).toMatchObject({ status: 200 });
    expect((await colleague.call('GET', path)).json).toMatchObject({
      correctedBy: { userId: named.userId, presentUserId: author.userId },
    });
  });

  test('in Loimaa leaves both the wrong and the right entry readable, with name, post, day and ground [L-11.8, L-11.9]', async () => {
    const world = await worldOf(PROFILES.L);
    const { author, entry } = await entryOf(world);
    const path = await entry();
    world.clock.advance(60);
    expect(await correct(author, path, 1)).toMatchObject({ status: 200 });
    expect((await author.call('GET', path)).json).toMatchObject({
      content: { text: 'Toimistokäynti.' },
      correctedBy: { name: 'Kaisa Niemi', post: 'sosiaalityöntekijä', at: world.clock.now() },
      reason: { ground: 'erroneous', words: reason.words },
    });
    const entitled = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
    expect((await entitled.call('GET', `${path}/versions`)).json).toMatchObject({
      versions: [{ content: { text: 'Kotikäynti sujui hyvin.' } }],
    });
  });

  test('in Loimaa leaves of a deleted entry the mark that it was deleted, by whom and when [L-11.10]', async () => {
    const world = await worldOf(PROFILES.L);
    const { author, clientId, entry } = await entryOf(world);
    const path = await entry();
    await remove(author, path, 1, { ground: 'unnecessary' });
    expect((await author.call('GET', path)).json).not.toHaveProperty('content');
    expect(Page.parse((await pageOf(author, clientId)).json).notes).toMatchObject([
      { state: 'removed', removedBy: { userId: author.userId, name: 'Kaisa Niemi', at: world.clock.now() } },
    ]);
  });
});
