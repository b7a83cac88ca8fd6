import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb } from '../../src/compose/platforms.ts';
import { commentsOf } from '../../src/domain/comments.ts';
import type { Report } from '../../src/domain/report.ts';
import { sentenceOf } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { threadedPlatform, type Standing, type Written } from '../support/threaded-platform.ts';
import { comment as commentOn, file, fileMishanded, filled, lastFiled, pressOf } from './steps.ts';

const RISK = '#risk-compliance';
const slack = threadedPlatform('slack');
let world: World;
let report: Report;
let card: Standing;
beforeAll(async () => {
  world = await aWorld({ platforms: [openWeb, slack.open] });
  expect((await world.house.start()).ok).toBe(true);
  report = await fileMishanded(world, 'yamada');
  await world.pressCard('tanaka', report.number, 'take');
  card = slack.cardOf(report.number, RISK);
}, WORLD_READY_MS);
afterAll(() => world.close());

const said = (message: Standing) =>
  message.view.lines.map((one) => world.organized.words.say(sentenceOf(one), 'ja'));
const under = () => slack.under(card).map(said);
/** What was last said on the platform to one person alone. */
const toldTo = (person: string) => {
  const message = slack.messages.findLast(({ place }) => place === `me:${person}`);
  if (!message) throw new Error('nothing was said yet');
  return { lines: said(message), buttons: message.view.buttons };
};
const inChannels = () => slack.messages.filter(({ place }) => !place.startsWith('me:')).length;
const comments = async () =>
  commentsOf(await world.report(report.number)).map(({ author, versions, deleted }) => ({
    by: author.person,
    texts: versions.map(({ text }) => text),
    deleted: deleted !== null,
  }));
const press = (action: string, value?: number) => pressOf(report, action, value);
const comment = (person: string, text: string) => commentOn(world, person, report, text);
const settled = async <T>(work: Promise<T>) => {
  const result = await work;
  await world.settle();
  return result;
};

describe('what is said under a card', () => {
  let written: Written;

  it('is kept as a comment of the report, masked, and not repeated where it was said', async () => {
    const before = inChannels();
    written = await settled(slack.write('tanaka', card, '山田太郎様に電話しました'));
    expect(await comments()).toEqual([{ by: 'tanaka', texts: ['〔氏名〕様に電話しました'], deleted: false }]);
    expect(inChannels()).toBe(before);
    expect(slack.under(card)).toEqual([]);
    expect((await world.everythingStored()).includes('山田太郎')).toBe(false);
  });

  it('is told to its writer alone where something was hidden', () => {
    expect(toldTo('tanaka').lines).toEqual([
      '氏名を隠しました。保存していません。',
      '元の発言は、チャットに残っています。消してください。',
    ]);
  });

  it('is kept once, however often it comes', async () => {
    const again = { messageId: written.messageId };
    await settled(slack.write('tanaka', card, '山田太郎様に電話しました', written));
    await settled(slack.write('tanaka', card, '山田太郎様に電話しました', again));
    expect(await comments()).toHaveLength(1);
  });

  it('becomes a new version when it is changed there, and none when only its looks are', async () => {
    await settled(slack.change('tanaka', card, written, '電話し、おわびしました'));
    await settled(slack.change('tanaka', card, written, '電話し、おわびしました'));
    expect((await comments())[0]?.texts).toEqual(['〔氏名〕様に電話しました', '電話し、おわびしました']);
  });

  it('is changed and deleted by nobody else', async () => {
    await settled(slack.change('mori', card, written, '書き換え'));
    await settled(slack.remove('mori', card, written));
    expect(await comments()).toEqual([
      { by: 'tanaka', texts: ['〔氏名〕様に電話しました', '電話し、おわびしました'], deleted: false },
    ]);
  });

  it('is gone from everywhere when it is deleted there; that it was, is not', async () => {
    expect((await world.everythingStored()).includes('おわびしました')).toBe(true);
    await settled(slack.remove('tanaka', card, written));
    await settled(slack.remove('tanaka', card, written));
    expect(await comments()).toEqual([{ by: 'tanaka', texts: ['', ''], deleted: true }]);
    const kinds = (await world.report(report.number)).steps.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('comment'))).toEqual([
      'commented',
      'comment_edited',
      'comment_deleted',
    ]);
    expect((await world.everythingStored()).includes('おわびしました')).toBe(false);
  });

  it('of one who has no part in the report is not stored, and told to them alone', async () => {
    const before = inChannels();
    await settled(slack.write('suzuki', card, '通りすがりのことば'));
    expect(toldTo('suzuki').lines).toEqual([
      'さきほどの書き込みは、つたえに残していません。',
      'コメントできるのは、その報告を扱う人だけです。',
    ]);
    await settled(slack.write('suzuki', card, 'もう一度、通りすがりのことば'));
    expect(slack.messages.filter(({ place }) => place === 'me:suzuki')).toHaveLength(1);
    await settled(slack.write('yamada', card, '報告者のことば'));
    expect(toldTo('yamada').buttons.map(({ press: { action } }) => action)).toEqual(['add']);
    expect(await comments()).toHaveLength(1);
    const stored = await world.everythingStored();
    expect(stored.includes('通りすがりのことば') || stored.includes('報告者のことば')).toBe(false);
    expect(inChannels()).toBe(before);
  });

  it('is kept without its attachments, and says what to do instead', async () => {
    await settled(slack.write('tanaka', card, '写真を見てください', { attachments: 2 }));
    expect((await comments()).at(-1)?.texts).toEqual(['写真を見てください']);
    expect(toldTo('tanaka').lines).toEqual([
      '添付は、つたえに残していません。必要なことは、文字で書いてください。',
    ]);
    const before = (await comments()).length;
    await settled(slack.write('tanaka', card, '', { attachments: 1 }));
    expect(await comments()).toHaveLength(before);
  });

  it('is not stored where it is a compliance matter itself', async () => {
    const words = '課長に、受付日をさかのぼって書けと言われてます';
    await settled(slack.write('mori', card, words));
    expect(toldTo('mori').lines.join('')).toContain('ここで止めます。');
    expect((await world.everythingStored()).includes('さかのぼって')).toBe(false);
  });
});

describe('what is said elsewhere', () => {
  it('of the reporter stands under the card of the department, marked as theirs', async () => {
    // Answers go where somebody was last heard, and that was the platform with threads.
    await world.say('yamada', 'こんにちは');
    await world.submit('tanaka', press('ask_form'), { text: filled.text('封筒は閉じていましたか') });
    expect(under()).toEqual([]);
    await world.press('yamada', '答える');
    await world.say('yamada', '閉じていました');
    expect(under()).toEqual([
      ['【報告者から】報告者の答え', '閉じていました', '質問：「封筒は閉じていましたか」'],
    ]);
    await world.press('yamada', '書き足す');
    await world.say('yamada', '相手の方には電話で謝りました');
    expect(under().at(-1)).toEqual(['【報告者から】書き足し', '相手の方には電話で謝りました']);
  });

  it('inside the department stands there with its author, and nowhere else', async () => {
    expect(await comment('mori', '手順書を調べます')).toBe('taken');
    expect(under().at(-1)).toEqual(['【部内】森さんのコメント', '手順書を調べます']);
    const elsewhere = slack.messages.filter(({ place }) => place !== RISK).map(said);
    expect(JSON.stringify(elsewhere)).not.toContain('手順書');
    expect(slack.messages.filter((one) => one.under !== null && one.place !== RISK)).toEqual([]);
  });

  it('changes there with every version, and loses its words when it is deleted', async () => {
    const step = (await world.report(report.number)).steps.findLast(({ kind }) => kind === 'commented');
    const count = slack.under(card).length;
    await world.submit('mori', press('edit_comment_form', step?.seq), {
      text: filled.text('手順書の第3章を調べます'),
    });
    expect(under().at(-1)).toEqual(['【部内】森さんのコメント（編集済み）', '手順書の第3章を調べます']);
    await world.submit('mori', press('delete_comment_form', step?.seq), {});
    expect(under().at(-1)).toEqual([expect.stringMatching(/^【部内】森さんが .* にコメントを消しました。$/)]);
    expect(slack.under(card)).toHaveLength(count);
    expect(JSON.stringify(slack.messages)).not.toContain('手順書');
  });

  it('about what was written there by hand stands beside it', async () => {
    await settled(slack.write('tanaka', card, '午後に打ち合わせます'));
    const step = (await world.report(report.number)).steps.findLast(({ kind }) => kind === 'commented');
    const count = slack.under(card).length;
    await world.submit('tanaka', press('edit_comment_form', step?.seq), {
      text: filled.text('あす打ち合わせます'),
    });
    expect(slack.under(card)).toHaveLength(count + 1);
    expect(under().at(-1)).toEqual(['【部内】田中さんのコメント（編集済み）', 'あす打ち合わせます']);
    await world.submit('tanaka', press('delete_comment_form', step?.seq), {});
    expect(slack.under(card)).toHaveLength(count + 1);
    expect(JSON.stringify(under())).not.toContain('打ち合わせ');
  });

  it('waits for a card that is not there yet, and is said once', async () => {
    world.clock.pass(1);
    slack.failures.push({ code: 'unavailable', retryAfterMs: 60_000 });
    const second = await fileMishanded(world, 'yamada');
    await world.submit(
      'tanaka',
      { action: 'comment_form', report: second.number },
      { text: filled.text('見ます') },
    );
    expect(slack.messages.some((one) => one.card === second.number && one.place === RISK)).toBe(false);
    world.clock.pass(2);
    await world.settle();
    const late = slack.cardOf(second.number, RISK);
    expect(slack.under(late).map(said)).toEqual([['【部内】田中さんのコメント', '見ます']]);
  });

  it('stands under the card that is posted for it, where the one before could not be', async () => {
    world.clock.pass(1);
    slack.failures.push({ code: 'refused', retryAfterMs: null });
    const third = await fileMishanded(world, 'yamada');
    expect(slack.messages.some((one) => one.card === third.number && one.place === RISK)).toBe(false);
    await world.submit(
      'tanaka',
      { action: 'comment_form', report: third.number },
      { text: filled.text('ここにも書きます') },
    );
    const posted = slack.cardOf(third.number, RISK);
    expect(slack.under(posted).map(said)).toEqual([['【部内】田中さんのコメント', 'ここにも書きます']]);
    await world.pressCard('tanaka', third.number, 'take');
    expect(slack.messages.filter((one) => one.card === third.number && one.place === RISK)).toHaveLength(1);
    expect(slack.cardOf(third.number, RISK).changes).toBeGreaterThan(0);
  });

  it('as a correction says what it was and what it is', async () => {
    const { number } = await lastFiled(world, 'yamada');
    await world.say('yamada', 'やっぱり3人です');
    await world.press('yamada', '送信');
    const last = slack.under(slack.cardOf(number, RISK)).map(said).at(-1);
    expect(last?.[0]).toBe('【報告者から】内容を直した');
    expect(last?.[1]).toMatch(/1人.*3人/);
  });

  it('stays under a card that stays, when another department has it; what is said then goes there', async () => {
    await comment('mori', '転送の前の相談');
    await world.submit('tanaka', press('forward_form'), {
      unit: filled.unit('quality'),
      reason: filled.text('品質管理部の手順の誤りだからです。'),
    });
    expect(await world.report(report.number)).toMatchObject({
      primary: 'quality',
      copies: expect.arrayContaining(['risk-compliance']) as unknown,
    });
    await comment('mori', '転送の後の相談');
    expect(JSON.stringify(under())).toContain('転送の前の相談');
    expect(JSON.stringify(under())).not.toContain('転送の後の相談');
    const there = slack.cardOf(report.number, '#quality');
    expect(slack.under(there).map(said).at(-1)).toEqual(['【部内】森さんのコメント', '転送の後の相談']);
  });
});

describe('a department on two platforms with threads', () => {
  const TEAMS = '19:risk-compliance@thread.tacv2';
  const WORDS = '番号札の説明が誤っていると苦情を言われました';
  const voiced = {
    label: 'customer_voice' as const,
    decision: 'assume' as const,
    voiceKind: 'complaint' as const,
    suspicions: [],
    offerCompliance: false,
  };
  const one = threadedPlatform('slack');
  const other = threadedPlatform('teams');
  let both: World;
  beforeAll(async () => {
    both = await aWorld({ platforms: [openWeb, one.open, other.open], understands: { [WORDS]: voiced } });
    expect((await both.house.start()).ok).toBe(true);
  }, WORLD_READY_MS);
  afterAll(() => both.close());
  const shown = (platform: typeof one, number: string, place: string) =>
    platform.under(platform.cardOf(number, place)).map(said);

  it('reads on each what was said on the other, and never what was said there', async () => {
    const { number } = await fileMishanded(both, 'yamada');
    const here = one.cardOf(number, RISK);
    const there = other.cardOf(number, TEAMS);
    const first = await one.write('tanaka', here, 'スラックから');
    await both.settle();
    const second = await other.write('mori', there, 'チームズから');
    await both.settle();
    expect(shown(other, number, TEAMS)).toEqual([['【部内】田中さんのコメント', 'スラックから']]);
    expect(shown(one, number, RISK)).toEqual([['【部内】森さんのコメント', 'チームズから']]);
    await one.change('tanaka', here, first, 'スラックから、直して');
    await other.remove('mori', there, second);
    await both.settle();
    expect(shown(other, number, TEAMS)).toEqual([
      ['【部内】田中さんのコメント（編集済み）', 'スラックから、直して'],
    ]);
    expect(shown(one, number, RISK)).toEqual([
      [expect.stringMatching(/^【部内】森さんが .* にコメントを消しました。$/)],
    ]);
    const told = (await both.heard('tanaka')).concat(await both.heard('mori'));
    expect(told.map(({ text }) => text).join()).not.toContain('コメント');
  });

  it('loses the words under a card that leaves it with a suspicion', async () => {
    const voice = await file(both, 'yamada', WORDS, '電話', 'まだ何も');
    const { number } = voice;
    const form = (action: string) => ({ action: `${action}_form`, report: number });
    await both.submit('sato', form('forward'), {
      unit: filled.unit('records'),
      reason: filled.text('年金記録の説明についての声だからです。'),
    });
    await both.submit('kondo', form('comment'), { text: filled.text('記録の部だけの話') });
    const RECORDS = '#records';
    expect(shown(one, number, RECORDS)).toEqual([['【部内】近藤さんのコメント', '記録の部だけの話']]);
    await both.submit('sato', form('refer'), { suspicion: filled.choice('violation') });
    expect((await both.report(number)).copies).toEqual([]);
    const gone = ['この報告は、ここでは見られなくなりました。'];
    expect(shown(one, number, RECORDS)).toEqual([gone]);
    expect(said(one.cardOf(number, RECORDS))).toEqual(gone);
    expect(JSON.stringify([one.messages, other.messages])).not.toContain('記録の部だけの話');
  });
});
