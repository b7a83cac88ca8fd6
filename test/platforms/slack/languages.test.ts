import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastFiled, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

/** Somebody whom the directory has down as Japanese, with their Slack in another language. */
function withSlackIn(locale: string, id: string, at = world): FakePerson {
  const person = at.person(id);
  at.slack.addUser(person.user, { name: id, email: `${id}@pension.example`, locale });
  return person;
}

const changed = async ({ user }: FakePerson, locale?: string) => {
  await world.slack.event({
    type: 'user_change',
    user: { id: user, team_id: world.slack.workspace.team, ...(locale !== undefined && { locale }) },
  });
};
const written = async (person: FakePerson, text = '使い方') => {
  await person.write(text);
  await world.settle();
  return person.heard().at(-1);
};
const asked = ({ user }: FakePerson) =>
  world.slack.calls.filter(({ method, args }) => method === 'users.info' && args['user'] === user).length;
const ENGLISH = 'Write what you noticed';
const JAPANESE = 'ひとことで書いてください';

describe('the language of a profile in Slack', () => {
  it('goes before that of the directory, wherever something is said', async () => {
    const yamada = withSlackIn('en-US', 'yamada');
    expect(await written(yamada, MISHANDED)).toContain('How many people');
    await yamada.press('Fill in a form');
    expect(yamada.modalText()).not.toMatch(/[ぁ-ん]/u);
    await yamada.openHome();
    expect(textOf(world.slack.workspace.homes.get(yamada.user)?.blocks ?? [])).toContain('Language');
    const { answer } = await yamada.command('');
    expect(JSON.stringify(answer)).toContain('/tsutae mine:');
  });

  it('is that of reminders and of what becomes of a report', async () => {
    const yamada = world.person('yamada');
    const mori = withSlackIn('en-US', 'mori');
    for (const answer of ['1', 'Not seen', 'Send']) {
      await yamada.press(answer);
      await world.settle();
    }
    const { number } = await lastFiled(world, 'yamada');
    world.clock.set('2026-11-20T10:12:00+09:00');
    await world.tick();
    expect(mori.heard().at(-1)).toContain(`${number} was not acknowledged`);
    await world.pressCard('tanaka', number, 'acknowledge');
    expect(yamada.heard().at(-1)).toContain('acknowledged');
  });

  it('gives way to what a person has chosen', async () => {
    const watanabe = withSlackIn('en-US', 'watanabe');
    expect(await written(watanabe)).toContain(ENGLISH);
    await watanabe.command('language Japanese');
    expect(await written(watanabe)).toContain(JAPANESE);
    await changed(watanabe, 'en-GB');
    expect(await written(watanabe)).toContain(JAPANESE);
  });

  it('is followed when it changes, and asked for once', async () => {
    const suzuki = withSlackIn('ja-JP', 'suzuki');
    expect(await written(suzuki)).toContain(JAPANESE);
    await changed(suzuki, 'en-US');
    expect(await written(suzuki)).toContain(ENGLISH);
    await changed(suzuki);
    expect(await written(suzuki)).toContain(ENGLISH);
    await changed(suzuki, 'ja-JP');
    expect(await written(suzuki)).toContain(JAPANESE);
    expect(asked(suzuki)).toBe(1);
  });

  it.each(['fr-FR', 'jam', ''])(
    'leaves that of the directory where it is none of ours: %j',
    async (locale) => {
      const abe = withSlackIn('en-US', 'abe');
      await changed(abe, 'en-US');
      await written(abe);
      world.slack.addUser(abe.user, { email: 'abe@pension.example', locale });
      await world.house.store.accounts.forget({ platform: 'slack', tenant: 'T0PENSION', user: abe.user });
      expect(await written(abe)).toContain(JAPANESE);
      expect(await written(abe)).toContain(JAPANESE);
    },
  );

  it('is asked for once where an account is known without it', async () => {
    const { house, slack, clock } = world;
    const kubo = withSlackIn('en-US', 'kubo');
    const account = { platform: 'slack', tenant: slack.workspace.team, user: kubo.user };
    await house.store.accounts.keep(
      { ...account, person: 'kubo', contact: null, reachable: true },
      clock.now(),
    );
    slack.faults.next('users.info', { kind: 'server_error', done: false });
    expect(await written(kubo)).toContain(JAPANESE);
    expect(await written(kubo)).toContain(ENGLISH);
    expect(await written(kubo)).toContain(ENGLISH);
    expect(asked(kubo)).toBe(2);
  });

  it('is that of the first words to somebody who has never written', async () => {
    const hirata = withSlackIn('en-US', 'hirata');
    const lost = channelOf(world, 'quality');
    world.slack.workspace.channels.get(lost)?.members.delete(world.slack.workspace.bot.user);
    await world.slack.event({ type: 'channel_left', channel: lost });
    await world.settle();
    expect(hirata.heard().at(-1)).toContain('cannot be posted to');
  });

  it(
    'outlives a restart',
    async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-language-'));
      try {
        const first = await slackWorld({ folder });
        const before = await withSlackIn('en-US', 'yamada', first).command('');
        await first.close();
        const second = await slackWorld({ folder });
        // Nobody is asked again: the profile would say another language now.
        const after = await withSlackIn('ja-JP', 'yamada', second).command('');
        await second.close();
        for (const { answer } of [before, after]) expect(JSON.stringify(answer)).toContain('/tsutae mine:');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    WORLD_READY_MS,
  );
});
