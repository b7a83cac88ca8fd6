import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentsOf } from '../../../src/domain/comments.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aTeams, cardsOf, textOf, type Teams } from '../../support/fake-teams/a-teams.ts';
import type { Posted } from '../../support/fake-teams/connector.ts';
import { fileMishanded } from '../../scenes/steps.ts';

const RISK = '19:risk-compliance@thread.tacv2';

let teams: Teams;
let number = '';
let card: Posted;
beforeAll(async () => {
  teams = await aTeams();
  number = (await fileMishanded(teams.world, 'yamada')).number;
  await teams.world.pressCard('tanaka', number, 'take');
  const found = teams
    .inChannel(RISK)
    .find((one) => cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number));
  if (!found) throw new Error('no card');
  card = found;
}, WORLD_READY_MS);
afterAll(() => teams.close());

const thread = () => ({ channel: RISK, thread: card.id });
const event = (person: string, over: object) => teams.deliver(teams.activity(person, over, thread()));
const comments = async () =>
  commentsOf(await teams.world.report(number)).map(({ author, versions, deleted }) => ({
    by: author.person,
    texts: versions.map(({ text }) => text),
    deleted: deleted !== null,
  }));

describe('a reply under the card', () => {
  it('is a comment of the report, without a mention, masked, and not answered in the channel', async () => {
    const before = teams.inChannel(RISK).length;
    await event('tanaka', { type: 'message', id: 'm1', text: '山田太郎様に電話しました' });
    expect(await comments()).toEqual([{ by: 'tanaka', texts: ['〔氏名〕様に電話しました'], deleted: false }]);
    expect(teams.inChannel(RISK)).toHaveLength(before);
    expect(await teams.world.everythingStored()).not.toContain('山田太郎');
  });

  it('is one, however often it comes', async () => {
    await event('tanaka', { type: 'message', id: 'm1', text: '山田太郎様に電話しました' });
    expect(await comments()).toHaveLength(1);
  });

  it('gets a new version with every change, and is gone once it is deleted', async () => {
    await event('tanaka', {
      type: 'messageUpdate',
      id: 'm1',
      text: '電話しました',
      timestamp: '2026-11-20T01:00:00Z',
    });
    await event('tanaka', {
      type: 'messageUpdate',
      id: 'm1',
      text: '電話し、おわびしました',
      timestamp: '2026-11-20T01:01:00Z',
    });
    expect((await comments())[0]?.texts).toEqual([
      '〔氏名〕様に電話しました',
      '電話しました',
      '電話し、おわびしました',
    ]);
    await event('tanaka', { type: 'messageDelete', id: 'm1' });
    expect((await comments())[0]).toMatchObject({ texts: ['', '', ''], deleted: true });
    expect(await teams.world.everythingStored()).not.toContain('おわびしました');
  });

  it('of somebody of whom Teams does not answer who it is says under the card that it was not kept', async () => {
    teams.connector.faults.push({ kind: 'status', status: 503 });
    const before = (await comments()).length;
    await event('yoshida', { type: 'message', id: 'm2', text: '確かめます' });
    expect(teams.inChannel(RISK).at(-1)).toMatchObject({ conversation: `${RISK};messageid=${card.id}` });
    expect(teams.inChannel(RISK).flatMap(cardsOf).map(textOf).at(-1)).toBe(
      'この返信は、報告に残せませんでした。\n今、受け取れませんでした。少し待って、もう一度送ってください。',
    );
    expect(await comments()).toHaveLength(before);
    await event('yoshida', { type: 'message', id: 'm3', text: '確かめます' });
    expect(await comments()).toHaveLength(before + 1);
  });

  it('of another thread is nobody’s business', async () => {
    const activity = teams.activity(
      'tanaka',
      { type: 'message', text: '別の話です' },
      { channel: RISK, thread: '1' },
    );
    await teams.deliver(activity);
    expect(await teams.world.everythingStored()).not.toContain('別の話です');
  });
});

describe('what the reporter answers', () => {
  it('stands in the thread of the card, and what is asked reaches them in their own chat', async () => {
    await teams.say('yamada', 'こんにちは');
    const form = { press: { action: 'ask_form', report: number }, opener: { action: 'ask', report: number } };
    await teams.execute('tanaka', { ...form, text: '封筒は閉じていましたか' }, { channel: RISK });
    expect(teams.heard('yamada').at(-1)).toContain('封筒は閉じていましたか');
    await teams.press('yamada', '答える');
    await teams.say('yamada', '閉じていました');
    const under = teams.connector.posted.filter(
      ({ conversation }) => conversation === `${RISK};messageid=${card.id}`,
    );
    expect(under.flatMap(cardsOf).map(textOf).join('\n')).toContain('閉じていました');
  });
});
