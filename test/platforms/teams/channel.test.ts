import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aTeams, cardsOf, textOf, type Teams } from '../../support/fake-teams/a-teams.ts';

const OURS = '19:risk-room@thread.tacv2';
const RISK = '19:risk-compliance@thread.tacv2';
const FALLBACK = '19:service-promotion@thread.tacv2';

let teams: Teams;
beforeAll(async () => {
  teams = await aTeams();
}, WORLD_READY_MS);
afterAll(() => teams.close());

const textsIn = (channel: string) => teams.inChannel(channel).flatMap(cardsOf).map(textOf);
const say = async (person: string, text: string) => {
  await teams.say(person, text, { channel: OURS });
  return textsIn(OURS).at(-1) ?? '';
};
const cardsIn = (channel: string, number: string) =>
  textsIn(channel).filter((text) => text.includes(number)).length;

describe('a channel of a team', () => {
  it('is given to a department by an administrator alone', async () => {
    expect(await say('tanaka', '接続 リスク・コンプライアンス部')).toContain('この操作は');
    expect(await say('hirata', '接続 品質なんとか部')).not.toContain('つなぎました');
    const { number } = await fileMishanded(teams.world, 'yamada');
    expect([cardsIn(OURS, number), cardsIn(RISK, number)]).toEqual([0, 1]);
    expect(await say('hirata', '接続 リスク・コンプライアンス部')).toContain(
      'このチャンネルをリスク・コンプライアンス部につなぎました。',
    );
  });

  it('gets the cards from then on', async () => {
    const { number } = await fileMishanded(teams.world, 'nishida');
    expect([cardsIn(OURS, number), cardsIn(RISK, number)]).toEqual([1, 0]);
  });

  it('that the bot cannot write to is not posted to, and administrators are told', async () => {
    teams.connector.blocked.set(OURS, 'BotNotInConversationRoster');
    const { number } = await fileMishanded(teams.world, 'okamoto');
    expect([cardsIn(OURS, number), cardsIn(FALLBACK, number)]).toEqual([0, 1]);
    expect(teams.heard('hirata').join('\n')).toContain('投稿できません');
    teams.connector.blocked.delete(OURS);
  });

  it('is used again once it is connected again', async () => {
    expect(await say('hirata', 'connect リスク・コンプライアンス部')).toContain('つなぎました');
    const { number } = await fileMishanded(teams.world, 'shimizu');
    expect(cardsIn(OURS, number)).toBe(1);
  });

  it('is taken back the same way: what the files say holds again', async () => {
    expect(await say('tanaka', '解除')).toContain('この操作は');
    expect(await say('hirata', '解除')).toBe('このチャンネルと部署のつながりを外しました。');
    expect(await say('hirata', '解除')).toBe('このチャンネルは、どの部署にもつながっていません。');
    const { number } = await fileMishanded(teams.world, 'sasaki');
    expect([cardsIn(OURS, number), cardsIn(RISK, number)]).toEqual([0, 1]);
  });
});
