import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, labels, lastFiled, lines, MISHANDED, MISHANDED_SUMMARY } from './steps.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('first contact', () => {
  it('says what to write, what happens with it, and what not to write', async () => {
    await world.say('kudo', 'おはようございます');
    const greeting = await world.last('kudo');
    expect(lines(greeting)).toEqual([
      'つたえです。気づいたことを、ひとことで書いてください。',
      '種類や送り先は、こちらで考えます。送る前に確認できます。',
      'お客様の名前や番号は、書かないでください。',
    ]);
    expect(labels(greeting)).toEqual(['報告する', 'わたしの報告', '通報窓口', '使い方']);
  });

  it('takes a typed label for its button, and no label for a report', async () => {
    await world.say('sasaki', '報告する');
    expect((await world.last('sasaki')).text).toContain('気づいたことを、ひとことで書いてください。');
    await world.say('sasaki', '通報窓口');
    expect((await world.last('sasaki')).text).toContain('内部窓口：compliance-desk@pension.example');
    await world.say('sasaki', '送信');
    expect((await world.last('sasaki')).text).toBe('書きかけの報告はありません。');
  });

  it('answers what it cannot read without guessing', async () => {
    await world.say('nishida', 'ｑｗｅｒｔｙ');
    expect(await world.filed('nishida')).toEqual([]);
    expect((await world.heard('nishida')).length).toBe(1);
  });
});

describe('one sentence', () => {
  it('names the type with the words that decided it, and what it knows already', async () => {
    await world.say('yamada', MISHANDED);
    const [guess = '', known, left, question] = lines(await world.last('yamada'));
    const evidence =
      /^事件・事故・事務処理誤り（誤送付・誤送信・誤交付）と考えました。「(.+)」とあるためです。$/.exec(
        guess,
      );
    expect(MISHANDED).toContain(evidence?.[1] ?? 'no evidence');
    expect(known).toBe('分かったこと：11/19(木)、個人情報：ある、回収：回収した、みどり年金事務所。');
    expect(left).toBe('あと2問です。');
    expect(question).toBe('何人分ですか。');
    expect(labels(await world.last('yamada'))).toEqual([
      '1人',
      '2〜9人',
      '10〜100人',
      '101人以上',
      '分からない',
      'ちがう',
      'まとめて書く',
    ]);
  });

  it('asks only what is missing, then shows what will be sent and who will see it', async () => {
    await world.press('yamada', '1人');
    expect((await world.last('yamada')).text).toBe('渡した相手は、中を見ましたか。');
    await world.press('yamada', '見ていない');
    const summary = await world.last('yamada');
    expect(lines(summary)).toEqual(MISHANDED_SUMMARY);
    expect(labels(summary)).toEqual(['送信', '修正', 'まとめて書く', 'やめる', '見る人']);
  });

  it('names everyone who will see it before it is sent, and posts nothing yet', async () => {
    await world.press('yamada', '見る人');
    const [seen] = (await world.heard('yamada')).slice(-2);
    expect(seen?.text).toMatch(
      /^見る人：リスク・コンプライアンス部、南関東ブロック本部、みどり年金事務所、.+\n範囲：担当者と責任者だけ$/,
    );
    expect(await world.channel('risk-compliance')).toEqual([]);
    expect(await world.filed('yamada')).toEqual([]);
  });

  it('gives a number, who holds it and when the reporter hears next', async () => {
    await world.press('yamada', '送信');
    const { number } = await lastFiled(world, 'yamada');
    expect(number).toMatch(/^INC-26-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(lines(await world.last('yamada'))).toEqual([
      `受け付けました。番号は ${number} です。`,
      '担当：リスク・コンプライアンス部　重要度：S3 重要',
      '次：10:12までに受付確認し、お知らせします。',
      '続報の期限は、11/24(火) 正午です。',
    ]);
    expect(labels(await world.last('yamada'))).toEqual(['書き足す', 'わたしの報告']);
  });

  it('stores what was said and what was answered, with the rules that sent it', async () => {
    const report = await lastFiled(world, 'yamada');
    expect(report).toMatchObject({
      type: 'incident',
      subtype: 'misdelivery',
      level: 3,
      visibility: 'restricted',
      state: 'received',
      reporter: 'yamada',
      office: 'midori',
      primary: 'risk-compliance',
    });
    expect(report.filing.text).toBe(MISHANDED);
    expect(report.filing.answers).toMatchObject({
      occurred_on: { kind: 'date', date: '2026-11-19' },
      people: { kind: 'count', from: 1, to: 1 },
      recovered: { kind: 'choice', choice: 'recovered' },
      opened: { kind: 'choice', choice: 'not_opened' },
    });
    expect(report.copies).toEqual(expect.arrayContaining(['block-minami-kanto', 'midori']));
    expect(report.steps.map((step) => step.kind)).toEqual(['filed', 'routed']);
  });
});

describe('the card', () => {
  it('stands in the risk department, the block and the office from the same moment', async () => {
    const { number } = await lastFiled(world, 'yamada');
    const cards = await Promise.all(
      ['risk-compliance', 'block-minami-kanto', 'midori'].map((place) => cardIn(world, place, number)),
    );
    expect(cards.map((card) => card?.at)).toEqual(Array(3).fill('2026-11-20T00:12:00.000Z'));
    expect(new Set(cards.map((card) => card?.text)).size).toBe(1);
  });

  it('shows number, level, masked words, office, due time and rules in eight lines at most', async () => {
    const { number } = await lastFiled(world, 'yamada');
    const card = await cardIn(world, 'risk-compliance', number);
    expect(card?.text.split('\n')).toEqual([
      `【S3 重要】事件・事故・事務処理誤り：誤送付・誤送信・誤交付　${number}`,
      '状態：受付確認待ち　期限：受付確認 10:12',
      MISHANDED,
      'みどり年金事務所、判明日時：11/20(金) 9:12、影響人数：1人、個人情報：ある、開封：見ていない',
      '担当：未定',
      '送り先：リスク・コンプライアンス部、写し8か所（規則R03、R04、R10、R11、R12）',
      '動き：11/20(金) 9:12 受け付け',
    ]);
    expect(card && labels(card)).toEqual(['受付確認', '担当になる', '転送', 'くわしく']);
  });

  it('mentions the responsible group once, and no other', async () => {
    const { number } = await lastFiled(world, 'yamada');
    expect((await cardIn(world, 'risk-compliance', number))?.mention).toBe(true);
    expect((await cardIn(world, 'block-minami-kanto', number))?.mention).toBe(false);
    expect((await cardIn(world, 'midori', number))?.mention).toBe(false);
  });

  it('is not posted where nobody has to see it', async () => {
    await fileMishanded(world, 'yamada');
    expect(await world.channel('akita')).toEqual([]);
    expect(await world.channel('training')).toEqual([]);
    expect(await world.channel('compliance-desk')).toEqual([]);
  });
});

describe('a proposal', () => {
  const WISH = '毎回3枚同じこと書かせるのほんと意味わからない。1枚にまとめればいいのに';

  it('is told from a complaint about work by what is wished, and asks for the form it is about', async () => {
    await world.say('suzuki', WISH);
    expect(lines(await world.last('suzuki'))).toEqual([
      expect.stringMatching(/^業務改善提案と考えました。「.*1枚にまとめ.*」とあるためです。$/),
      'あと1問です。',
      'どの業務、様式ですか。',
      '例：住所変更届',
    ]);
  });

  it('shows everybody what will be sent, without the name of who proposes it', async () => {
    await world.say('suzuki', '住所変更届');
    expect(lines(await world.last('suzuki'))).toContain('見る人：サービス推進部、業務品質管理部');
    expect((await world.last('suzuki')).text).toContain('名前の公開：出さない');
    await world.press('suzuki', '送信');
    const { number, visibility } = await lastFiled(world, 'suzuki');
    expect(visibility).toBe('open');
    expect(lines(await world.last('suzuki'))).toEqual([
      `受け付けました。番号は ${number} です。`,
      '担当：サービス推進部',
      '次：11/24(火)までに受付確認し、お知らせします。',
    ]);
    const card = await cardIn(world, 'service-promotion', number);
    expect(card?.text).toContain(`業務改善提案：様式・通知書　${number}`);
    expect(card?.text).not.toContain('鈴木');
    expect(card?.mention).toBe(false);
    expect(await cardIn(world, 'quality', number)).not.toBeNull();
    expect(await cardIn(world, 'akita', number)).toBeNull();
  });
});
