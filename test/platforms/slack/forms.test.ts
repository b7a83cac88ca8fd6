import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Delivery } from '../../support/fake-slack/deliver-requests.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

let world: SlackWorld;
let risk: string;
beforeAll(async () => {
  world = await slackWorld();
  risk = channelOf(world, 'risk-compliance');
}, WORLD_READY_MS);
afterAll(() => world.close());

const errorsOf = ({ answer }: Delivery) =>
  Object.values((answer as { errors?: Record<string, string> }).errors ?? {});

async function taken(): Promise<{ number: string; tanaka: FakePerson }> {
  const { number } = await fileMishanded(world, 'yamada');
  const tanaka = world.person('tanaka');
  await tanaka.pressCard(risk, number, '担当になる');
  await world.settle();
  return { number, tanaka };
}

describe('the form of a draft', () => {
  it('opens with what is known, and goes on in the conversation once it is sent', async () => {
    const shimizu = world.person('shimizu');
    await shimizu.write(MISHANDED);
    await world.settle();
    await shimizu.press('まとめて書く');
    expect(JSON.stringify(shimizu.modal()?.blocks)).toContain(MISHANDED);
    expect(errorsOf(await shimizu.submit({ 概要: '' }))).toContain('まだ空です。ひとことで書いてください。');
    expect(shimizu.modal()).not.toBeNull();
    await shimizu.closeModal({ 概要: '窓口で別の方の通知書を渡した' });
    await world.settle();
    expect(shimizu.heard().at(-1)).toContain('何人分ですか');
    await shimizu.press('まとめて書く');
    expect(JSON.stringify(shimizu.modal()?.blocks)).toContain('窓口で別の方の通知書を渡した');
  });
});

describe('a form whose draft is gone', () => {
  it('says so, and gives back what was written', async () => {
    const kobayashi = world.person('kobayashi');
    await kobayashi.write(MISHANDED);
    await world.settle();
    await kobayashi.press('まとめて書く');
    await kobayashi.write('やめる');
    await world.settle();
    await kobayashi.submit({ 概要: '窓口で別の方の通知書を渡した' });
    expect(kobayashi.modalText()).toContain('この様式は、もう送れません。書いた内容を、下に残しました。');
    expect(kobayashi.modalText()).toContain('窓口で別の方の通知書を渡した');
    expect(kobayashi.modal()?.submit).toBeNull();
  });
});

describe('the form of an act', () => {
  it('shows what will leave before it is sent, and sends what was shown', async () => {
    const { number, tanaka } = await taken();
    await tanaka.pressCard(risk, number, '報告者に質問');
    await tanaka.submit({ 質問: '封筒に入っていましたか' });
    expect(tanaka.modalText()).toContain('報告者に届くのは、この文だけです。');
    expect((await world.report(number)).steps.map(({ kind }) => kind)).not.toContain('asked');
    await tanaka.submit();
    expect(tanaka.modal()).toBeNull();
    await world.settle();
    expect((await world.report(number)).steps.at(-1)?.kind).toBe('asked');
  });

  it('shows another preview of what was changed after the first', async () => {
    const { number, tanaka } = await taken();
    await tanaka.pressCard(risk, number, '報告者に質問');
    await tanaka.submit({ 質問: '封筒に入っていましたか' });
    await tanaka.submit({ 質問: '封は開いていましたか' });
    expect(tanaka.modalText()).toContain('「封は開いていましたか」');
    expect((await world.report(number)).steps.map(({ kind }) => kind)).not.toContain('asked');
    await tanaka.submit();
    await world.settle();
    expect((await world.last('yamada')).text).toContain('封は開いていましたか');
  });

  it('is sent once, however often its sending is delivered', async () => {
    const { number, tanaka } = await taken();
    await tanaka.pressCard(risk, number, '報告者に質問');
    await tanaka.submit({ 質問: '封筒に入っていましたか' });
    await tanaka.submit();
    const sent = world.slack.deliveries.at(-1);
    if (!sent) throw new Error('nothing was sent');
    await world.settle();
    const again = await world.slack.resend({ ...sent, attempts: 0 });
    expect([again.status, again.answer]).toEqual([200, { response_action: 'clear' }]);
    await world.settle();
    expect((await world.report(number)).steps.filter(({ kind }) => kind === 'asked')).toHaveLength(1);
  });

  it('is refused to whoever may not act, with who can', async () => {
    const { number } = await taken();
    const watanabe = world.person('watanabe');
    world.slack.workspace.channels.get(risk)?.members.add(watanabe.user);
    await watanabe.pressCard(risk, number, '報告者に質問');
    expect(watanabe.modal()).toBeNull();
    expect(watanabe.hints().at(-1)).toContain('この操作は');
  });

  it('opens within three seconds or not at all: then it is said to press again', async () => {
    const { number, tanaka } = await taken();
    world.slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    world.slack.workspace.channels.get(risk)?.members.add(tanaka.user);
    await tanaka.pressCard(risk, number, '報告者に質問');
    expect(tanaka.hints().at(-1)).toBe('時間がたったため、開けませんでした。もう一度押してください。');
  });
});

describe('a pressed answer', () => {
  it('stands in place of its buttons', async () => {
    const suzuki = world.person('suzuki');
    await suzuki.write(MISHANDED);
    await world.settle();
    await suzuki.press('1人');
    await world.settle();
    await expect.poll(() => suzuki.heard().find((text) => text.includes('何人分ですか'))).toContain('→ 1人');
  });
});

describe('the thread of a card', () => {
  it('is where the department talks, kept with the report and told to nobody else', async () => {
    const { number, tanaka } = await taken();
    const card = world.slack
      .messagesIn(risk)
      .find(({ thread, blocks }) => thread === null && JSON.stringify(blocks).includes(number));
    await tanaka.reply(risk, card?.ts ?? '', '本人に電話で確かめます');
    await world.settle();
    const { steps } = await world.report(number);
    expect(steps.at(-1)).toMatchObject({ kind: 'commented', actor: 'tanaka' });
    const heard = (await world.heard('yamada')).map(({ text }) => text);
    expect(heard.join('\n')).not.toContain('電話で確かめます');
    const under = world.slack.messagesIn(risk).filter(({ thread }) => thread === card?.ts);
    expect(under.map(({ text }) => text)).toEqual([]);
  });

  it('of another message is nobody’s report', async () => {
    const before = (await world.everythingStored()).split('inbox_entry').length;
    await world.person('tanaka').reply(risk, '1.000001', 'お昼にしましょう');
    expect((await world.everythingStored()).split('inbox_entry')).toHaveLength(before);
  });
});
