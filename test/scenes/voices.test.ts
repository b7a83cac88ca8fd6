import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, lastFiled, lines } from './steps.ts';

const HIDES_AN_ERROR =
  'お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです';
const HIDES_A_VIOLATION = '「職員が知り合いの年金記録を見て近所で話してる」と窓口でお怒りでした';
const HIDES_BOTH =
  '「職員が知り合いの年金記録を見て近所で話してる、前の説明も間違っていた」と窓口でお怒りでした';
const AS_A_VOICE = {
  label: 'customer_voice' as const,
  decision: 'assume' as const,
  voiceKind: 'complaint' as const,
};

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [HIDES_AN_ERROR]: { ...AS_A_VOICE, suspicions: ['clerical_error'] },
      [HIDES_A_VIOLATION]: { ...AS_A_VOICE, suspicions: ['violation'] },
      [HIDES_BOTH]: { ...AS_A_VOICE, suspicions: ['clerical_error', 'violation'] },
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('a customer voice that hides an error', () => {
  it('says where the voice and the suspicion will go, before anything is asked', async () => {
    await world.say('yamada', HIDES_AN_ERROR);
    const said = lines(await world.last('yamada'));
    expect(said.slice(0, 2)).toEqual(['お客様の声（苦情）と考えました。', '誤りの疑いもあります。']);
    expect(said).toContain('声はサービス推進部、疑いはリスク・コンプライアンス部に送ります。');
    expect(said).toContain('誤りかどうかは、部が確かめます。');
  });

  it('becomes two reports with a number each', async () => {
    await world.press('yamada', '電話');
    await world.press('yamada', 'まだ何も');
    await world.press('yamada', '送信');
    const filed = await world.filed('yamada');
    const voice = filed.find((one) => one.type === 'customer_voice');
    const error = filed.find((one) => one.type === 'incident');
    expect(lines(await world.last('yamada'))).toEqual([
      `受け付けました。番号は ${voice?.number}（声）と ${error?.number}（疑い）です。`,
      `${voice?.number}　担当：サービス推進部　重要度：S2 通常`,
      '次：13:12までに受付確認し、お知らせします。',
      expect.stringMatching(/^お客様への連絡は、.+までです。$/),
      `${error?.number}　担当：リスク・コンプライアンス部　重要度：S2 通常`,
      '次：13:12までに受付確認し、お知らせします。',
      '続報の期限は、11/24(火) 正午です。',
    ]);
    expect(error?.subtype).toBe('explanation_error');
    expect(error?.filing.suspicions).toEqual(['clerical_error']);
  });

  it('has a link on both cards, each in its own department', async () => {
    const filed = await world.filed('yamada');
    const voice = filed.find((one) => one.type === 'customer_voice')?.number ?? '';
    const error = filed.find((one) => one.type === 'incident')?.number ?? '';
    expect((await cardIn(world, 'service-promotion', voice))?.text).toContain(`関連：${error}`);
    expect((await cardIn(world, 'risk-compliance', error))?.text).toContain(`関連：${voice}`);
    expect(await cardIn(world, 'risk-compliance', voice)).toBeNull();
  });
});

describe('a customer voice that hides a violation', () => {
  it('says who alone will see it', async () => {
    await world.say('shimizu', HIDES_A_VIOLATION);
    const said = lines(await world.last('shimizu'));
    expect(said[0]).toBe('お客様の声（苦情）と考えました。');
    expect(said).toContain('違反の疑いは、通報の担当者だけが見ます。拠点には送りません。');
    await world.press('shimizu', 'まだ何も');
    expect(lines(await world.last('shimizu'))).toContain('見る人：サービス推進部');
  });

  it('is one report, posted to service promotion and to nobody else', async () => {
    await world.press('shimizu', '送信');
    const filed = await world.filed('shimizu');
    expect(filed).toHaveLength(1);
    const voice = await lastFiled(world, 'shimizu');
    expect(voice).toMatchObject({ primary: 'service-promotion', copies: [], visibility: 'restricted' });
    expect(await cardIn(world, 'service-promotion', voice.number)).not.toBeNull();
    for (const place of ['midori', 'block-minami-kanto', 'risk-compliance', 'benefit', 'records', 'planning'])
      expect(await cardIn(world, place, voice.number)).toBeNull();
  });

  it('reaches the designated officers by its number, without a word of it', async () => {
    const { number } = await lastFiled(world, 'shimizu');
    const notices = (await world.channel('compliance-desk')).map((one) => one.text);
    expect(notices).toEqual([`${number} に違反の疑いがあります。通報の担当者が確かめてください。`]);
    expect(await world.channel('midori')).not.toContainEqual(
      expect.objectContaining({ text: expect.stringContaining(number) as string }),
    );
  });

  it('does not exist for the office head, nor for the owner of the matter', async () => {
    const { number } = await lastFiled(world, 'shimizu');
    for (const person of ['watanabe', 'nakajima', 'yamada']) {
      await world.say(person, `${number}は？`);
      expect((await world.last(person)).text).toContain('あなたが見られる報告には、ありませんでした。');
    }
  });

  it('keeps a suspected error with it, so that its words do not reach the office another way', async () => {
    await world.say('kobayashi', HIDES_BOTH);
    await world.press('kobayashi', 'まだ何も');
    await world.press('kobayashi', '送信');
    const filed = await world.filed('kobayashi');
    expect(filed.map((one) => [one.type, one.copies])).toEqual([['customer_voice', []]]);
    expect(filed[0]?.filing.suspicions).toEqual(['clerical_error', 'violation']);
    for (const { text } of await world.channel('midori')) expect(text).not.toContain('近所で話してる');
  });
});
