import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Delivery } from '../../support/fake-slack/deliver-requests.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const STORY = '窓口で、別の方の年金振込通知書を封筒ごとお渡ししました。';
const COUNT = '影響人数（数字で書く場合）';
const REFUSED = 'この提案は、言葉を変えて書き直したものです。';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld({
    understands: { [REFUSED]: { label: 'proposal', decision: 'assume', confidence: 0.99, items: [] } },
  });
  // What is slow the first time is slow in no test.
  await opened('yamada', MISHANDED);
  await world.settle();
}, WORLD_READY_MS);
afterAll(() => world.close());

const errorsOf = ({ answer }: Delivery) => (answer as { errors?: Record<string, string> }).errors ?? {};
const labelOf = (person: FakePerson, block: string) =>
  person.modal()?.blocks.find(({ block_id: id }) => id === block)?.label?.text;
const saidOf = (person: FakePerson, words: string) =>
  person.heard().filter((text) => text.includes(words)).length;

async function opened(id: string, text: string): Promise<FakePerson> {
  const person = world.person(id);
  await person.write(text);
  await world.settle();
  await person.press('まとめて書く');
  return person;
}

describe('the form of a report, filled in whole', () => {
  let watanabe: FakePerson;
  let sent: Delivery;

  it('keeps open what is wrong, said beside its field', async () => {
    watanabe = await opened('watanabe', MISHANDED);
    const units = await watanabe.search('発見部署', '府中');
    expect(units).toContainEqual({ text: '府中年金事務所', value: 'tokyo-fuchu' });
    const refused = await watanabe.submit({
      概要: STORY,
      判明日時: '2026-11-19',
      '判明日時：時刻': '17:40',
      発見部署: 'tokyo-fuchu',
      [COUNT]: 'たくさん',
      個人情報: 'ある',
      開封: '見ていない',
      発生日: '2026-11-18',
      書類の名前: '年金振込通知書',
      緊急度: '今日が期限',
      発生主体: '委託業者',
      公表への意向: '聞いていない',
    });
    const errors = Object.entries(errorsOf(refused)).map(([block, text]) => [labelOf(watanabe, block), text]);
    expect(errors).toEqual([[COUNT, '数字がありません。「3」のように書いてください。']]);
    expect(watanabe.modal()).not.toBeNull();
    expect(saidOf(watanabe, 'この内容で送りますか')).toBe(0);
  });

  it('goes on in the conversation once that is mended, with everything else as it was filled in', async () => {
    sent = await watanabe.submit({ [COUNT]: '12' });
    expect(watanabe.modal()).toBeNull();
    await world.settle();
    const summary = watanabe.heard().at(-1) ?? '';
    expect(summary).toContain('この内容で送りますか。');
    for (const fact of [STORY, '11/18(水)', '11/19(木) 17:40', '府中年金事務所', '12人', '年金振込通知書'])
      expect(summary).toContain(fact);
  });

  it('is taken once, however often it is delivered', async () => {
    for (let again = 0; again < 3; again += 1)
      expect((await world.slack.resend({ ...sent, attempts: 0 })).answer).toEqual({
        response_action: 'clear',
      });
    await world.settle();
    expect(saidOf(watanabe, 'この内容で送りますか')).toBe(1);
  });

  it('is one report with what was filled in, and one card', async () => {
    await watanabe.press('送信');
    await world.settle();
    const reports = await world.filed('watanabe');
    expect(reports.map(({ filing }) => filing.answers)).toMatchObject([
      {
        summary: { kind: 'text', text: STORY },
        occurred_on: { kind: 'date', date: '2026-11-18' },
        found_at: { kind: 'date', date: '2026-11-19', time: '17:40' },
        found_by: { kind: 'unit', unit: 'tokyo-fuchu' },
        document: { kind: 'text', text: '年金振込通知書' },
        people: { kind: 'count', from: 12, to: 12 },
        personal_data: { kind: 'choice', choice: 'yes' },
        recovered: { kind: 'choice', choice: 'recovered' },
        opened: { kind: 'choice', choice: 'not_opened' },
        urgency: { kind: 'choice', choice: 'today' },
        caused_by: { kind: 'choice', choice: 'contractor' },
        publication_wish: { kind: 'choice', choice: 'not_asked' },
      },
    ]);
    const risk = channelOf(world, 'risk-compliance');
    const cards = world.slack
      .messagesIn(risk)
      .filter(({ blocks }) => textOf(blocks).includes(reports[0]?.number ?? 'none'));
    expect(cards).toHaveLength(1);
  });
});

describe('the form of a proposal', () => {
  it('takes 分からない and what is chosen back, and is filed as it was filled in', async () => {
    const sasaki = await opened('sasaki', REFUSED);
    await sasaki.submit({
      困りごと: '同じ住所を3枚に書いています。',
      こう変えたい: '1枚にまとめます。',
      '業務・様式（選ぶ場合）': '分からない',
      名前の公開: '出す',
      試したこと: '選ばない',
    });
    expect(sasaki.modal()).toBeNull();
    await world.settle();
    await sasaki.press('送信');
    await world.settle();
    const { answers } = (await world.filed('sasaki'))[0]?.filing ?? { answers: {} };
    expect(answers).toMatchObject({
      problem: { kind: 'text', text: '同じ住所を3枚に書いています。' },
      change: { kind: 'text', text: '1枚にまとめます。' },
      target: { kind: 'unknown' },
      show_name: { kind: 'choice', choice: 'show' },
    });
    expect(answers).not.toHaveProperty('tried');
  });
});
