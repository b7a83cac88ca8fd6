import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { evaluatedProposal, filled, labels, lastFiled, lines, submitForm } from './steps.ts';

const SMALL_SIGNS = 'お客様から、番号札の字が小さいと言われました';
const KIND_WORDS = 'お客様から、待合の椅子が少ないと言われました';
const FEARED = '月末の入力が2人だけで、休むと締切に間に合わないと思います';
const TRICK = '住所変更届は、先に郵便番号を確かめると早く終わります';

/** What a proposal can come to besides being adopted, in words, and why. */
const ENDS: [outcome: string, words: string, reason: string][] = [
  ['rejected', '不採用', '法令で様式の大きさが決まっていて、変えられないためです。'],
  ['already_done', '既に実施済', '今年の8月から、どの窓口でも使えるようになっているためです。'],
  ['out_of_scope', '対象外', '市区町村の窓口のことで、機構では決められないためです。'],
];
const proposed = (outcome: string) => `申請書の記入例（${outcome}）が古いので、作り直したいです`;

const clear = (label: Understanding['label'], over: Partial<Understanding> = {}): Partial<Understanding> => ({
  label,
  decision: 'assume',
  confidence: 0.99,
  suspicions: [],
  items: [],
  ...over,
});

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [SMALL_SIGNS]: clear('customer_voice', { voiceKind: 'complaint' }),
      [KIND_WORDS]: clear('customer_voice', { voiceKind: 'request' }),
      [FEARED]: clear('risk'),
      ...Object.fromEntries(
        [...ENDS.map(([outcome]) => outcome), 'continued'].map((one) => [proposed(one), clear('proposal')]),
      ),
      [TRICK]: clear('knowledge'),
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

const { choice, text, date: day } = filled;

/** One step along the workflow: who does what, where it leads, and what the reporter is told of it, word for word. */
type Leg = [who: string, act: string, values: FormValues | null, to: string, told: string[]];

async function walk(report: Report, legs: readonly Leg[]): Promise<void> {
  const { number, reporter } = report;
  for (const [who, act, values, to, told] of legs) {
    if (values === null) await world.pressCard(who, number, act);
    else expect(await submitForm(world, who, act, number, values)).toMatchObject({ ok: true });
    expect((await world.report(number)).state, `${act} to ${to}`).toBe(to);
    const said = await world.last(reporter);
    expect(lines(said), act).toEqual(told.map((line) => line.replaceAll('#', number)));
    expect(labels(said).includes('はい'), act).toBe(told.includes(ASKED));
  }
}

/** Said, and every question answered by a button or in words. */
async function filedBy(person: string, words: string, ...answers: string[]): Promise<Report> {
  await world.say(person, words);
  for (const answer of answers) {
    const labels = (await world.last(person)).buttons.map(({ label }) => label);
    if (labels.includes(answer)) await world.press(person, answer);
    else await world.say(person, answer);
  }
  await world.press(person, '送信');
  return lastFiled(world, person);
}

/** What comes next, where no day was promised: of a matter in hand word after ten business days, of one that is decided none. */
const OPEN = '次の連絡は、12/7(月)までにします。';
const NEWS = '動きがあれば、お知らせします。';
const ASKED = '答えになっていますか。';

describe('a voice of a customer', () => {
  it('is judged, answered twice, reflected, published and closed', async () => {
    const report = await filedBy('yamada', SMALL_SIGNS, '電話', 'まだ何も');
    expect(report).toMatchObject({ type: 'customer_voice', state: 'received' });
    // Whoever publishes has no part in it before there is something to publish.
    expect((await world.house.edge.report('matsui', report.number)).ok).toBe(false);
    await walk(report, [
      [
        'sato',
        'acknowledge',
        null,
        'acknowledged',
        ['佐藤さんが 9:12 に # を受付確認しました。', '次：11/22(日)までに回答'],
      ],
      [
        'kato',
        'decide',
        { outcome: choice('answer_needed'), reason: text('電話番号を伺っていて、返事をお待ちのためです。') },
        'answer_decided',
        [
          '# の状態が「回答要否を判定済」に変わりました。',
          '結果：お客様への回答が必要　担当：サービス推進部',
          '理由：電話番号を伺っていて、返事をお待ちのためです。',
          '次：11/22(日)までに回答',
        ],
      ],
      ['sato', 'take', null, 'in_progress', ['佐藤さんが # の担当になりました。', '次：11/22(日)までに回答']],
      [
        'sato',
        'answer',
        { kind: choice('interim'), text: text('表示の大きさを各窓口で測っています。') },
        'interim_answered',
        [
          `【途中の回答】#「${SMALL_SIGNS}」`,
          '担当：サービス推進部',
          '表示の大きさを各窓口で測っています。',
          '次：12/4(金)までに最終回答',
        ],
      ],
      [
        'sato',
        'answer',
        { kind: choice('final'), text: text('4月に大きい表示に替えるとお伝えしました。') },
        'answered',
        [
          `【回答】#「${SMALL_SIGNS}」`,
          '担当：サービス推進部',
          '4月に大きい表示に替えるとお伝えしました。',
          NEWS,
          ASKED,
        ],
      ],
      [
        'sato',
        'update',
        { state: choice('reflecting'), note: text('ほかの拠点の表示も調べます。') },
        'reflecting',
        ['# の状態が「反映を検討中」に変わりました。', 'ほかの拠点の表示も調べます。', NEWS],
      ],
      [
        'kato',
        'decide',
        { outcome: choice('reflected'), reason: text('全拠点の番号札の表示を大きくすると決めたためです。') },
        'reflected',
        [
          `【回答】#「${SMALL_SIGNS}」`,
          '結果：反映済　担当：サービス推進部',
          '理由：全拠点の番号札の表示を大きくすると決めたためです。',
          NEWS,
          ASKED,
        ],
      ],
      [
        'matsui',
        'publish',
        { on: day('2026-11-20'), note: text('月次のお客様の声に載せました。') },
        'published',
        ['# の状態が「公表済」に変わりました。', '月次のお客様の声に載せました。', NEWS],
      ],
      [
        'sato',
        'close',
        { text: text('表示の入替えまで確かめました。') },
        'closed',
        ['# の対応が完了しました。', '表示の入替えまで確かめました。'],
      ],
    ]);
  });

  it('that needs no answer can be left unreflected, with the reason of each', async () => {
    const report = await filedBy('yamada', KIND_WORDS, '電話', 'まだ何も');
    await walk(report, [
      ['sato', 'take', null, 'in_progress', ['佐藤さんが # の担当になりました。', '次：11/22(日)までに回答']],
      [
        'kato',
        'decide',
        { outcome: choice('no_answer_needed'), reason: text('名前も連絡先も伺っていないためです。') },
        'no_answer_needed',
        [
          `【回答】#「${KIND_WORDS}」`,
          '結果：回答不要　担当：サービス推進部',
          '理由：名前も連絡先も伺っていないためです。',
          NEWS,
          ASKED,
        ],
      ],
      [
        'sato',
        'update',
        { state: choice('reflecting'), note: text('椅子の数を総務部に確かめます。') },
        'reflecting',
        ['# の状態が「反映を検討中」に変わりました。', '椅子の数を総務部に確かめます。', NEWS],
      ],
      [
        'kato',
        'decide',
        {
          outcome: choice('not_reflected'),
          reason: text('通路の幅が足りず、消防の基準を守れないためです。'),
        },
        'not_reflected',
        [
          `【回答】#「${KIND_WORDS}」`,
          '結果：反映せず　担当：サービス推進部',
          '理由：通路の幅が足りず、消防の基準を守れないためです。',
          NEWS,
          ASKED,
        ],
      ],
      [
        'matsui',
        'publish',
        { on: day('2026-11-20'), note: text('理由とともに掲示しました。') },
        'published',
        ['# の状態が「公表済」に変わりました。', '理由とともに掲示しました。', NEWS],
      ],
    ]);
  });
});

describe('a risk', () => {
  it('is assessed, given a policy, worked on, watched and ended', async () => {
    const report = await filedBy('suzuki', FEARED, '月末の入力');
    expect(report).toMatchObject({ type: 'risk', state: 'received', level: 2 });
    await walk(report, [
      [
        'tanaka',
        'acknowledge',
        null,
        'acknowledged',
        ['田中さんが 9:12 に # を受付確認しました。', '次：11/25(水)までに評価'],
      ],
      [
        'tanaka',
        'assess',
        {
          likelihood: choice('likely'),
          impact: choice('serious'),
          note: text('毎月起こりえて、届出の遅れになります。'),
        },
        'assessed',
        ['# の状態が「評価済」に変わりました。', '毎月起こりえて、届出の遅れになります。', OPEN],
      ],
      [
        'yoshida',
        'decide',
        { outcome: choice('reduce'), reason: text('3人目に入力を覚えてもらうことにしたためです。') },
        'policy_decided',
        [
          '# の状態が「方針決定済」に変わりました。',
          '結果：低減　担当：リスク・コンプライアンス部',
          '理由：3人目に入力を覚えてもらうことにしたためです。',
          OPEN,
        ],
      ],
      [
        'tanaka',
        'update',
        { state: choice('in_progress'), note: text('来週から3人目が入ります。') },
        'in_progress',
        ['# の状態が「対応中」に変わりました。', '来週から3人目が入ります。', OPEN],
      ],
      [
        'tanaka',
        'update',
        { state: choice('monitoring'), note: text('2か月の締切を見守ります。') },
        'monitoring',
        ['# の状態が「監視中」に変わりました。', '2か月の締切を見守ります。', NEWS],
      ],
      [
        'yoshida',
        'close',
        { text: text('2か月とも締切に間に合いました。') },
        'closed',
        ['# の対応が完了しました。', '2か月とも締切に間に合いました。'],
      ],
    ]);
    expect(await world.report(report.number)).toMatchObject({ level: 3 });
  });
});

describe('knowledge', () => {
  it('is sent back to be mended, published, revised when its time has come, and retired', async () => {
    const report = await filedBy('nishida', TRICK, '住所変更届の受付', 'マニュアル');
    expect(report).toMatchObject({ type: 'knowledge', state: 'received' });
    await walk(report, [
      [
        'hashimoto',
        'acknowledge',
        null,
        'acknowledged',
        ['橋本さんが 9:12 に # を受付確認しました。', '次：11/30(月)までに内容確認'],
      ],
      [
        'hashimoto',
        'send_back',
        { note: text('マニュアルの何ページかを書いてください。') },
        'revision_requested',
        [
          '# に、足りないところがあります。書き足してください。',
          'マニュアルの何ページかを書いてください。',
          OPEN,
        ],
      ],
    ]);
    await world.press('nishida', '書き足す');
    await world.say('nishida', '42ページです');
    expect(await world.report(report.number)).toMatchObject({ state: 'acknowledged' });
    await walk(report, [
      [
        'hashimoto',
        'update',
        { state: choice('published'), note: text('全拠点の手順に載せました。') },
        'published',
        ['# の状態が「公開中」に変わりました。', '全拠点の手順に載せました。', NEWS],
      ],
    ]);
    world.clock.set('2027-11-19T10:00:00+09:00');
    await walk(report, [
      [
        'hashimoto',
        'update',
        { state: choice('review_due'), note: text('様式が変わったので見直します。') },
        'review_due',
        ['# の状態が「見直しの時期」に変わりました。', '様式が変わったので見直します。', NEWS],
      ],
      [
        'hashimoto',
        'update',
        { state: choice('revised'), note: text('新しい様式の順に書き直しました。') },
        'revised',
        ['# の状態が「改訂済」に変わりました。', '新しい様式の順に書き直しました。', NEWS],
      ],
      [
        'sakamoto',
        'close',
        { text: text('届書がなくなったので廃止します。') },
        'retired',
        ['# の対応が完了しました。', '届書がなくなったので廃止します。'],
      ],
    ]);
  });
});

describe('a proposal', () => {
  it.each(ENDS)(
    'can end as %s: its proposer hears the result and the reason',
    async (outcome, words, reason) => {
      world.clock.set('2026-11-20T09:12:00+09:00');
      const proposal = proposed(outcome);
      const report = await evaluatedProposal(world, 'nishida', proposal, '申請書');
      await walk(report, [
        [
          'kato',
          'decide',
          { outcome: choice(outcome), reason: text(reason) },
          outcome,
          [
            `【回答】#「${report.gist}」`,
            `結果：${words}　担当：サービス推進部`,
            `理由：${reason}`,
            NEWS,
            ASKED,
          ],
        ],
      ]);
      const done = { text: text('結果をお伝えし、終わります。') };
      await walk(report, [
        ['sato', 'close', done, 'closed', ['# の対応が完了しました。', '結果をお伝えし、終わります。']],
      ]);
    },
  );

  it('that is to be looked at longer is no answer yet: its proposer hears when it is looked at again, each time', async () => {
    world.clock.set('2026-11-20T09:12:00+09:00');
    const report = await evaluatedProposal(world, 'nishida', proposed('continued'), '申請書');
    const continued = (reason: string, head: string, next: string): Leg => {
      const told = [head, '担当：サービス推進部', `理由：${reason}`, `次：${next}までに再検討`];
      return ['kato', 'decide', { outcome: choice('continued'), reason: text(reason) }, 'continued', told];
    };
    const budget = '来年度の予算の査定が1月に終わるのを待つためです。';
    await walk(report, [continued(budget, '# の状態が「継続検討」に変わりました。', '12/31(木)')]);
    const done = { text: text('結果をお伝えし、終わります。') };
    expect(await submitForm(world, 'sato', 'close', report.number, done)).toMatchObject({ ok: false });
    world.clock.set('2026-12-21T10:00:00+09:00');
    const late = '査定の結果が2月に延びたためです。';
    await walk(report, [continued(late, '# の状態は「継続検討」のままです。', '2027/1/31(日)')]);
  });

  it('that was looked at longer is decided in the end, and asked about then', async () => {
    const number = (await lastFiled(world, 'nishida')).number;
    const late = {
      outcome: choice('rejected'),
      reason: text('査定の結果、来年度の予算に入らなかったためです。'),
    };
    expect(await submitForm(world, 'kato', 'decide', number, late)).toMatchObject({ ok: true });
    expect((await world.report(number)).state).toBe('rejected');
    expect(lines(await world.last('nishida'))[1]).toBe('結果：不採用　担当：サービス推進部');
    expect(lines(await world.last('nishida')).at(-1)).toBe(ASKED);
  });
});
