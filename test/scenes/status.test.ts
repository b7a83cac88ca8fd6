import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type Heard, type World } from '../support/a-world.ts';
import { fileMishanded, fileProposal, labels, lines } from './steps.ts';

const NUMBER_TICKETS = '番号札の表示が小さいので大きくしてほしい';
const ONE_SHEET = '毎回3枚同じこと書かせるのほんと意味わからない。1枚にまとめればいいのに';

let world: World;
let tickets: Report;
let sheet: Report;
let incident: Report;
beforeAll(async () => {
  world = await aWorld({ now: '2026-10-14T10:00:00+09:00' });
  tickets = await fileProposal(world, 'suzuki', NUMBER_TICKETS, '番号札');
  world.clock.set('2026-11-16T10:00:00+09:00');
  sheet = await fileProposal(world, 'suzuki', ONE_SHEET, '住所変更届');
  incident = await fileMishanded(world, 'yamada');
  world.clock.set('2026-11-20T09:12:00+09:00');
}, WORLD_READY_MS);
afterAll(() => world.close());

const asked = async (person: string, text: string): Promise<Heard> => {
  await world.say(person, text);
  return world.last(person);
};
/** Everything about an answer but the moment it was given. */
const content = ({ text, buttons, view }: Heard) => ({ text, buttons, view });

describe('「私の提案どうなりました？」', () => {
  it('lists several shortly, with a button to look closer at each', async () => {
    const answer = await asked('suzuki', '私の提案どうなりました？');
    expect(lines(answer)[0]).toBe('2件あります。');
    expect(lines(answer).slice(1)).toEqual([
      `${sheet.number}「${ONE_SHEET}」受付確認待ち。次：11/17(火)までに受付確認`,
      `${tickets.number}「${NUMBER_TICKETS}」受付確認待ち。次：10/15(木)までに受付確認`,
    ]);
    expect(labels(answer)).toHaveLength(2);
    await world.press('suzuki', `${tickets.number}を見る`);
    expect(lines(await world.last('suzuki'))[0]).toBe(`${tickets.number}「${NUMBER_TICKETS}」です。`);
  });

  it('says of which kind there is none, when there are others', async () => {
    const answer = await asked('yamada', '私の提案どうなりました？');
    expect(answer.text).toBe('業務改善提案は、まだありません。');
  });

  it('says so when there is none, and offers to begin', async () => {
    const answer = await asked('nishida', '私の提案どうなりました？');
    expect(answer.text).toBe('まだ報告はありません。ひとことで始められます。');
    expect(labels(answer)).toEqual(['報告する', 'わたしの報告', '通報窓口', '使い方']);
  });
});

describe('a description', () => {
  it('「先月の番号札のやつ」 finds the one of last month', async () => {
    const answer = await asked('suzuki', '先月の番号札のやつどうなりました？');
    expect(lines(answer).slice(0, 3)).toEqual([
      `${tickets.number}「${NUMBER_TICKETS}」です。`,
      '状態：受付確認待ち　担当：サービス推進部',
      '動き：10/14(水) 10:00 受け付け',
    ]);
    expect(lines(answer)[3]).toMatch(/^次：.+まで/);
    expect(labels(answer)).toEqual(['ちがう', '期限の理由', 'くわしく', '書き足す']);
  });

  it('finds an open proposal of somebody else', async () => {
    const answer = await asked('nishida', '番号札の表示の提案、どうなりましたか');
    expect(answer.text).toContain(`${tickets.number}「${NUMBER_TICKETS}」です。`);
  });

  it('finds nothing of what one may not see', async () => {
    const answer = await asked('nishida', '窓口で別の方の通知書を渡した件、どうなりましたか');
    expect(answer.text).not.toContain(incident.number);
    expect(answer.text).not.toContain('通知書');
  });
});

describe('a number', () => {
  it('gives state, holder, last event, what comes next and by when', async () => {
    const answer = await asked('yamada', `${incident.number}は？`);
    expect(lines(answer)).toEqual([
      `${incident.number}「${incident.gist}」です。`,
      '状態：受付確認待ち　担当：リスク・コンプライアンス部',
      '動き：11/16(月) 10:00 受け付け',
      expect.stringMatching(/^次：11\/16\(月\) 11:00までに受付確認/),
    ]);
    expect(labels(answer)).toEqual(['期限の理由', 'くわしく', '書き足す']);
  });

  it.each([
    ['lower case', (number: string) => number.toLowerCase()],
    [
      'full width',
      (number: string) =>
        number.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['without hyphens', (number: string) => number.replaceAll('-', '')],
    ['with blanks', (number: string) => number.replaceAll('-', ' ')],
  ])('is read in any typing: %s', async (_how, typed) => {
    const answer = await asked('yamada', `${typed(incident.number)}どうなりました？`);
    expect(lines(answer)[0]).toBe(`${incident.number}「${incident.gist}」です。`);
  });

  it('by itself is a question too, answered in the language of the person', async () => {
    const answer = await asked('yamada', incident.number);
    expect(lines(answer)[1]).toBe('状態：受付確認待ち　担当：リスク・コンプライアンス部');
  });

  it('explains its due date', async () => {
    await world.press('yamada', '期限の理由');
    expect((await world.last('yamada')).text).toBe(
      [
        '11/16(月) 10:00から数えて 11/16(月) 11:00 です。規則：受付確認',
        '起点：受け付け（11/16(月) 10:00）',
        'S3 重要の期限です。',
        '業務時間だけを数えて60分です。',
      ].join('\n'),
    );
  });

  it('of a report one may not see is answered exactly like one that was never given', async () => {
    const hidden = content(await asked('nishida', `${incident.number}は？`));
    const never = content(await asked('nishida', 'INC-26-QQQQQは？'));
    expect(hidden.text).toBe('あなたが見られる報告には、ありませんでした。\n「わたしの報告」でも探せます。');
    expect(never).toEqual(hidden);
  });

  it.each(['details', 'status', 'why_due', 'why_route', 'acknowledge', 'take', 'update_form', 'add'])(
    'of a report one may not see is as unknown to the button %s',
    async (action) => {
      const answers = [];
      for (const report of [incident.number, 'INC-26-QQQQQ']) {
        await world.send('matsuda', { kind: 'pressed', press: { action, report } });
        await world.say('matsuda', '番号札の表示を大きくしました');
        answers.push((await world.heard('matsuda')).slice(-2).map((one) => one.text.replaceAll(report, 'N')));
        await world.say('matsuda', 'やめる');
      }
      expect(answers[1]).toEqual(answers[0]);
    },
  );
});
