import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, labels, lastFew, lastFiled, lines } from './steps.ts';

const UNSURE = '窓あき封筒の宛名がズレてました';
const TWO_GUESSES = {
  label: 'incident' as const,
  confidence: 0.6,
  decision: 'choose' as const,
  alternatives: [
    { label: 'risk' as const, confidence: 0.35 },
    { label: 'incident' as const, confidence: 0.6 },
  ],
};
const TWO_MATTERS = '午前に誤送信1件ありました。あと、FAX帳に短縮番号の確認欄を足してほしいです';
const DRILL = '【訓練】標的型メールのリンクを押しました';

let world: World;
beforeAll(async () => {
  world = await aWorld({ understands: { [UNSURE]: TWO_GUESSES } });
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('unsure', () => {
  it('asks for the fact, not for the type, the riskier one first', async () => {
    await world.say('yamada', UNSURE);
    const question = await world.last('yamada');
    expect(question.text).toBe('どちらですか。迷ったら、上を選んでください。');
    expect(labels(question)).toEqual(['もう起きた', '起きる前に止めた', 'どちらでもない']);
  });

  it('offers every type but compliance when neither is right', async () => {
    await world.press('yamada', 'どちらでもない');
    const menu = await world.last('yamada');
    expect(menu.text).toBe('どれに近いですか。迷ったら、上を選んでください。');
    expect(labels(menu)).toEqual([
      '事件・事故・事務処理誤り',
      '業務改善提案',
      'お客様の声',
      'リスク情報',
      '業務ナレッジ',
      'やめる',
    ]);
  });

  it('goes on with what was chosen, and does not ask again', async () => {
    await world.press('yamada', 'リスク情報');
    expect(lines(await world.last('yamada'))).toEqual([
      'リスク情報と考えました。',
      'あと2問です。',
      'どの業務ですか。',
      '例：資格取得届の入力',
    ]);
  });
});

describe('two matters in one message', () => {
  it('are shown as two before anything is asked', async () => {
    await world.say('shimizu', TWO_MATTERS);
    const [head, first, second] = lines(await world.last('shimizu'));
    expect(head).toBe('2つの内容と考えました。');
    expect(first).toMatch(/^1 事件・事故・事務処理誤り：午前に誤送信1件/);
    expect(second).toMatch(/^2 業務改善提案：.*FAX帳に短縮番号の確認欄を足してほしい/);
    expect(labels(await world.last('shimizu'))).toEqual(['2つに分ける', '1つにする', 'やめる']);
  });

  it('are asked one after the other, the riskier first, and each question says which it belongs to', async () => {
    await world.press('shimizu', '2つに分ける');
    expect(lines(await world.last('shimizu')).slice(-2)).toEqual([
      '事件・事故・事務処理誤りについて聞きます。',
      '何人分ですか。',
    ]);
    for (const answer of ['1人', 'ある', '回収した', '見ていない']) await world.press('shimizu', answer);
    expect(lines(await world.last('shimizu'))).toEqual([
      '業務改善提案について聞きます。',
      'どの業務、様式ですか。',
      '例：住所変更届',
    ]);
    await world.say('shimizu', 'FAX帳');
    expect(lines(await world.last('shimizu')).filter((line) => line.startsWith('報告'))).toEqual([
      '報告1',
      '報告2',
    ]);
  });

  it('become two reports; the wider card does not tell of the narrower report', async () => {
    await world.press('shimizu', '送信');
    const filed = await world.filed('shimizu');
    const incident = filed.find((one) => one.type === 'incident')?.number ?? '';
    const proposal = filed.find((one) => one.type === 'proposal')?.number ?? '';
    expect(lines(await world.last('shimizu'))).toEqual([
      `2つ受け付けました。番号は ${incident} と ${proposal} です。`,
      `${incident}　担当：リスク・コンプライアンス部　重要度：S3 重要`,
      '次：10:12までに受付確認し、お知らせします。',
      '続報の期限は、11/24(火) 正午です。',
      `${proposal}　担当：サービス推進部`,
      '次：11/24(火)までに受付確認し、お知らせします。',
    ]);
    expect((await cardIn(world, 'risk-compliance', incident))?.text).toContain(`関連：${proposal}`);
    expect((await cardIn(world, 'service-promotion', proposal))?.text).not.toContain(incident);
    const linked = filed.flatMap((one) => one.links.map((link) => [one.number, link.number]));
    expect(linked).toEqual(
      expect.arrayContaining([
        [incident, proposal],
        [proposal, incident],
      ]),
    );
  });

  it('stay one report when the person says so', async () => {
    await world.say('kobayashi', TWO_MATTERS);
    await world.press('kobayashi', '1つにする');
    expect((await world.last('kobayashi')).text).not.toContain('2つの内容');
    await world.say('kobayashi', 'やめる');
    expect((await world.last('kobayashi')).text).toBe('やめました。何も送っていません。');
  });
});

describe('a drill', () => {
  it('is asked about, because the word must not hide a real event', async () => {
    await world.say('okamoto', DRILL);
    expect((await world.last('okamoto')).text).toBe('訓練ですか。本当に起きたことですか。');
    expect(labels(await world.last('okamoto'))).toEqual(['訓練です', '本当に起きた']);
  });

  it('stays with those who train, and is marked wherever it is shown', async () => {
    await world.press('okamoto', '訓練です');
    for (const answer of ['分からない', 'ない', 'まだ何も']) await world.press('okamoto', answer);
    expect((await world.last('okamoto')).text).toContain(
      '【訓練】事件・事故・事務処理誤り（情報セキュリティ）',
    );
    expect((await world.last('okamoto')).text).toContain('見る人：訓練受付');
    await world.press('okamoto', '送信');
    const { number, filing } = await lastFiled(world, 'okamoto');
    expect(filing.drill).toBe(true);
    expect((await world.last('okamoto')).text).toContain(
      `【訓練】受け付けました。番号は ${number} です。本番の集計には入りません。`,
    );
    expect((await cardIn(world, 'training', number))?.text).toMatch(/^【訓練】/);
    expect(await cardIn(world, 'security', number)).toBeNull();
    expect(await cardIn(world, 'risk-compliance', number)).toBeNull();
  });
});

describe('an English message', () => {
  it('is answered and filed in English, and staff read Japanese labels with the own words', async () => {
    const said = 'I gave a notice to the wrong person this morning. Got it back.';
    await world.say('lee', said);
    const [guess, known, left, question] = lines(await world.last('lee'));
    expect(guess).toMatch(/^I read this as: incident \(.+\), because of “.+”\.$/);
    expect(known).toBe('Understood so far: Fri 20 Nov, Recovered: Recovered, Midori Pension Office.');
    expect([left, question]).toEqual(['3 questions left.', 'How many people’s data?']);
    for (const answer of ['1', 'Yes', 'Not seen', 'Send']) await world.press('lee', answer);
    const { number } = await lastFiled(world, 'lee');
    expect((await world.last('lee')).text).toContain(`Received. Your number is ${number}.`);
    expect((await world.last('lee')).text).toContain('acknowledgement');
    const card = await cardIn(world, 'risk-compliance', number);
    expect(card?.text).toContain('状態：受付確認待ち');
    expect(card?.text).toContain(said);
  });

  it('makes the answer English for someone who reads Japanese otherwise', async () => {
    await world.say('matsuda', 'I gave a notice to the wrong person this morning. Got it back.');
    expect((await world.last('matsuda')).text).toContain('How many people’s data?');
  });
});

describe('personal data', () => {
  it('is hidden before anything is kept, and said by kind', async () => {
    const received = await world.say(
      'watanabe',
      '山田太郎様（基礎年金番号 1234-567890）に、別の方の通知書を送りました',
    );
    expect(received).toMatchObject({
      ok: true,
      value: { shown: '〔氏名〕様（基礎年金番号 〔基礎年金番号〕）に、別の方の通知書を送りました' },
    });
    const [hidden, question] = await lastFew(world, 'watanabe', 2);
    expect(hidden && lines(hidden)[0]).toBe('氏名、基礎年金番号を隠しました。保存していません。');
    expect(question?.text).toContain('何人分ですか。');
    const stored = await world.everythingStored();
    const secrets = ['山田太郎', '1234-567890', '1234567890', '567890'];
    expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
  });
});
