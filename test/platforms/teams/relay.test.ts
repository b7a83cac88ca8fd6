import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundBody } from '../../../src/application/ports.ts';
import { openWeb } from '../../../src/compose/platforms.ts';
import { sentenceOf } from '../../../src/domain/view.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aTeams, cardsOf, textOf, type Teams } from '../../support/fake-teams/a-teams.ts';
import { threadedPlatform, type Standing } from '../../support/threaded-platform.ts';
import { filled, fileMishanded } from '../../scenes/steps.ts';

const IN_SLACK = '#risk-compliance';
const IN_TEAMS = '19:risk-compliance@thread.tacv2';
const slack = threadedPlatform('slack');

let teams: Teams;
beforeAll(async () => {
  teams = await aTeams({ others: [slack.open, openWeb] });
}, WORLD_READY_MS);
afterAll(() => teams.close());

const said = ({ view }: Standing) =>
  view.lines.map((one) => teams.world.organized.words.say(sentenceOf(one), 'ja')).join('\n');
const press = (action: string, report: string) => ({ action, report });
const settled = async (work: Promise<unknown>) => {
  await work;
  await teams.world.settle();
};
/** What suzuki does in their own conversation in Slack. */
const inSlack = (body: InboundBody) =>
  settled(
    teams.world.house.edge.receive({
      platform: 'slack',
      eventId: randomUUID(),
      person: 'suzuki',
      place: { kind: 'personal', address: 'me:suzuki' },
      body,
    }),
  );
const underInTeams = (number: string) => {
  const card = teams
    .inChannel(IN_TEAMS)
    .find((one) => cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number));
  const thread = `${IN_TEAMS};messageid=${card?.id}`;
  return teams.connector.posted
    .filter(({ conversation }) => conversation === thread)
    .flatMap(cardsOf)
    .map(textOf)
    .join('\n');
};

describe('a reporter in Teams and a department in Slack', () => {
  it('ask and answer each other, each where they are', async () => {
    await teams.say('yamada', 'こんにちは');
    const { number } = await fileMishanded(teams.world, 'yamada');
    const card = slack.cardOf(number, IN_SLACK);
    expect(said(card)).toContain(number);
    await teams.say('yamada', 'こんにちは');
    await teams.world.pressCard('tanaka', number, 'take');
    await teams.world.submit('tanaka', press('ask_form', number), {
      text: filled.text('封筒は閉じていましたか'),
    });
    expect(teams.heard('yamada').at(-1)).toContain('封筒は閉じていましたか');
    await teams.press('yamada', '答える');
    await teams.say('yamada', '閉じていました');
    expect(slack.under(card).map(said).join('\n')).toContain('閉じていました');
  });

  it('keep what the department says among itself to the department, on both platforms', async () => {
    const { number } = await fileMishanded(teams.world, 'suzuki');
    const card = slack.cardOf(number, IN_SLACK);
    await settled(slack.write('tanaka', card, '発送の控えを確かめました'));
    expect(underInTeams(number)).toContain('発送の控えを確かめました');
    expect(teams.heard('suzuki').join('\n')).not.toContain('発送の控え');
  });
});

describe('a reporter in Slack and a department in Teams', () => {
  it('ask and answer each other, each where they are', async () => {
    const say = (text: string) => inSlack({ kind: 'said', text, attachments: 0 });
    await say('こんにちは');
    const { number } = await fileMishanded(teams.world, 'suzuki');
    await say('こんにちは');
    const form = { press: press('ask_form', number), opener: press('ask', number) };
    await teams.execute('tanaka', { press: press('take', number) }, { channel: IN_TEAMS });
    await teams.execute('tanaka', { ...form, text: '封筒は閉じていましたか' }, { channel: IN_TEAMS });
    const asked = slack.messages.filter(({ place }) => place === 'me:suzuki').at(-1);
    expect(asked && said(asked)).toContain('封筒は閉じていましたか');
    const answer = asked?.view.buttons.find(({ press }) => press.action === 'reply')?.press;
    expect(answer).toBeDefined();
    await inSlack({ kind: 'pressed', press: answer ?? press('reply', number) });
    await say('閉じていました');
    expect(underInTeams(number)).toContain('閉じていました');
  });
});
