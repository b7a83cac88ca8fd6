import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { campaignOf } from '../../src/domain/campaign.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import {
  cardIn,
  file,
  filled,
  labels,
  lastFiled,
  lines,
  MISHANDED,
  pageOf,
  scores,
  submitForm,
} from './steps.ts';

const LETTERS = '年金の通知書の字が小さいので、大きくしたいです';
const TICKETS = '番号札の表示が小さいので、大きくしたいです';
const MAP = '窓口の案内図が古いので、新しくしたいです';
const ENVELOPES = '封筒の字が小さいので、大きくしたいです';
const EXAMPLES = '様式の記入例が少ないので、増やしたいです';
const APPLICATIONS = '申請書の字が小さいので、大きくしたいです';
const A_PROPOSAL = {
  label: 'proposal' as const,
  decision: 'assume' as const,
  confidence: 0.99,
  suspicions: [],
  offerCompliance: false,
};
const INVITATION =
  '募集「通知書をわかりやすく」の期間中です。お客様からよく聞かれる通知書や様式について、どこをどう変えるとよいかを募集しています。';
const ENTER = '募集「通知書をわかりやすく」に応募する';
const LEAVE = '応募を取りやめる';
const ENTERED = '募集：通知書をわかりやすく';

let world: World;
beforeAll(async () => {
  world = await aWorld({
    now: '2026-11-30T17:00:00+09:00',
    understands: Object.fromEntries(
      [LETTERS, TICKETS, MAP, ENVELOPES, EXAMPLES, APPLICATIONS].map((text) => [text, A_PROPOSAL]),
    ),
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

const on = (day: string) => world.clock.set(`${day}T10:00:00+09:00`);
const summary = async (person: string, text: string, target: string) => {
  await world.say(person, text);
  await world.say(person, target);
  const shown = await world.last(person);
  expect(lines(shown)).toContain('この内容で送りますか。');
  return shown;
};
const counted = async () => {
  const request = { command: 'campaigns', locale: 'ja' } as const;
  const tell = (json: boolean) => answerFrom(world.organized, world.house, { ...request, json }, world.clock);
  const [text, json] = [await tell(false), await tell(true)];
  return { text: text.lines, json: json.lines.map((one) => JSON.parse(one) as unknown) };
};

describe('a call for proposals', () => {
  it('is not spoken of before it begins', async () => {
    const shown = await summary('yamada', TICKETS, '番号札');
    expect(shown.text).not.toContain('募集');
    expect(labels(shown).join()).not.toContain('応募');
    await world.press('yamada', '送信');
    expect(campaignOf(await lastFiled(world, 'yamada'))).toBeNull();
    expect((await counted()).text).toEqual([
      'easy-letters\t通知書をわかりやすく\t12/1(火)から2027/1/29(金)まで\t提案0件・参加0か所・決定0件・採用0件（一部採用を含む）',
    ]);
  });

  it('is offered in the summary of a proposal, entered with one tap and left with another', async () => {
    on('2026-12-01');
    const offered = await summary('suzuki', LETTERS, '通知書');
    expect(lines(offered)).toContain(INVITATION);
    expect(labels(offered)).toContain(ENTER);
    await world.press('suzuki', ENTER);
    const entered = await world.last('suzuki');
    expect(lines(entered)).toContain(ENTERED);
    expect(entered.text).not.toContain('期間中');
    expect(labels(entered)).toEqual(expect.arrayContaining(['送信', LEAVE]));
    await world.press('suzuki', LEAVE);
    expect(lines(await world.last('suzuki'))).toContain(INVITATION);
    await world.say('suzuki', ENTER);
    expect(lines(await world.last('suzuki'))).toContain(ENTERED);
    await world.press('suzuki', '送信');
  });

  it('stands on the card, the page and in the lists that are taken along', async () => {
    const report = await lastFiled(world, 'suzuki');
    expect(report.steps[0]?.facts).toMatchObject({ campaign: 'easy-letters' });
    expect((await cardIn(world, 'service-promotion', report.number))?.text).toContain(ENTERED);
    expect(await pageOf(world, 'suzuki', report.number)).toContain(ENTERED);
    await world.pressCard('suzuki', report.number, 'details');
    expect(lines(await world.last('suzuki'))).toContain(ENTERED);
    const request = { command: 'export', what: 'reports', format: 'csv', locale: 'ja' } as const;
    const { lines: rows } = await answerFrom(world.organized, world.house, request, world.clock);
    const column = rows[0]?.split(',').indexOf('campaign') ?? -1;
    expect(rows.find((row) => row.startsWith(report.number))?.split(',')[column]).toBe('easy-letters');
  });

  it('is never entered by 送信 alone, nor after it was left', async () => {
    await summary('nishida', MAP, '案内図');
    await world.press('nishida', '送信');
    expect(campaignOf(await lastFiled(world, 'nishida'))).toBeNull();
    await summary('nishida', ENVELOPES, '封筒');
    await world.press('nishida', ENTER);
    await world.press('nishida', LEAVE);
    await world.press('nishida', '送信');
    expect(campaignOf(await lastFiled(world, 'nishida'))).toBeNull();
  });

  it('is no matter of an incident', async () => {
    await world.say('yamada', MISHANDED);
    await world.press('yamada', '1人');
    await world.press('yamada', '見ていない');
    expect((await world.last('yamada')).text).not.toContain('募集');
    await world.send('yamada', {
      kind: 'pressed',
      press: { action: 'enter_campaign', value: 'easy-letters' },
    });
    await world.press('yamada', '送信');
    expect(campaignOf(await lastFiled(world, 'yamada'))).toBeNull();
  });

  it('is counted with what came of it, on the command line and for the top', async () => {
    const { number } = await lastFiled(world, 'suzuki');
    await world.pressCard('sato', number, 'take');
    const { choice, text, date } = filled;
    await submitForm(world, 'kato', 'comment_as_owner', number, {
      opinion: choice('in_part'),
      comment: text('印刷の費用の範囲でできます。'),
    });
    await submitForm(world, 'sato', 'evaluate', number, {
      ...scores('some'),
      comment: text('読みやすくなります。'),
    });
    await submitForm(world, 'kato', 'decide', number, {
      outcome: choice('partly_adopted'),
      due: date('2027-03-31'),
      reason: text('お客様からの問い合わせが多い通知書から始めるためです。'),
    });
    expect((await counted()).json).toEqual([
      {
        campaign: 'easy-letters',
        proposals: 1,
        offices: 1,
        decided: 1,
        adopted: 1,
        from: '2026-12-01',
        until: '2027-01-29',
      },
    ]);
    world.clock.set('2027-01-04T09:00:00+09:00');
    await world.house.daily.digests();
    await world.settle();
    const told = (await world.heard('ito')).find((one) => one.text.startsWith('【先月のまとめ】'));
    expect(told && lines(told)).toContain(
      '募集「通知書をわかりやすく」：提案1件・参加1か所・決定1件・採用1件（一部採用を含む）',
    );
  });

  it('takes what was begun on its last day and sent on the next, and nothing begun later', async () => {
    on('2027-01-29');
    await summary('yamada', EXAMPLES, '様式');
    await world.press('yamada', ENTER);
    on('2027-01-30');
    await world.press('yamada', '送信');
    expect(campaignOf(await lastFiled(world, 'yamada'))).toBe('easy-letters');
    const report = await file(world, 'yamada', MISHANDED, '1人', '見ていない');
    expect(report.type).toBe('incident');
    const late = await summary('suzuki', APPLICATIONS, '申請書');
    expect(late.text).not.toContain('募集');
  });
});
