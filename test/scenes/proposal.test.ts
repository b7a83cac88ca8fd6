import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileProposal, filled, lines, pageOf, scores, submitForm } from './steps.ts';

const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';
let world: World;
let report: Report;
beforeAll(async () => {
  world = await aWorld();
  report = await fileProposal(world, 'yamada', '番号札の表示が小さいので、大きくしたいです', '番号札');
}, WORLD_READY_MS);
afterAll(() => world.close());

const { choice, text, date: day, count: number } = filled;
const send = (who: string, act: string, values: FormValues, number = report.number) =>
  submitForm(world, who, act, number, values);
const now = () => world.report(report.number);

describe('a proposal on its way to a decision', () => {
  it('gets the comment of its owner, which stays inside', async () => {
    await world.pressCard('sato', report.number, 'take');
    await send('kato', 'comment_as_owner', {
      opinion: choice('in_part'),
      comment: text('大きい窓口から始めるなら、来年度の予算に入ります。'),
    });
    expect((await now()).state).toBe('evaluating');
    expect(lines(await world.last('yamada'))[0]).toBe(`${report.number} の状態が「評価中」に変わりました。`);
    expect((await world.everythingStored()).includes('来年度の予算に入ります')).toBe(true);
    expect((await world.heard('yamada')).some((one) => one.text.includes('予算'))).toBe(false);
    expect(await pageOf(world, 'yamada', report.number)).not.toContain('予算');
    expect(await pageOf(world, 'sato', report.number)).toContain(
      '所管の意見（サービス推進部）：一部ならよい',
    );
  });

  it('is evaluated on every criterion, within the departments until it is decided', async () => {
    await send('sato', 'evaluate', { ...scores('some'), comment: text('お客様の待ち方が変わります。') });
    expect(await pageOf(world, 'kato', report.number)).toContain('お客様への効果：ある');
    expect(await pageOf(world, 'yamada', report.number)).not.toContain('お客様への効果');
    expect((await cardIn(world, 'service-promotion', report.number))?.text).not.toContain('評価（佐藤）');
  });

  it('is not decided by a handler’s proposer, nor with words that say nothing', async () => {
    const before = await now();
    expect(await send('yamada', 'decide', {})).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    const values = { outcome: choice('partly_adopted'), due: day('2027-03-31') };
    for (const reason of ['無', '鋭意検討中です。', 'あ'.repeat(10_000)])
      expect(await send('kato', 'decide', { ...values, reason: text(reason) })).toMatchObject({
        ok: false,
        problem: { kind: 'fields', errors: [{ field: 'reason' }] },
      });
    expect(
      await send('kato', 'decide', { ...values, reason: text(WHY), due: day('2026-11-19') }),
    ).toMatchObject({
      ok: false,
      problem: { kind: 'fields', errors: [{ field: 'due' }] },
    });
    expect(await now()).toEqual(before);
  });
});

describe('the decision', () => {
  const values = {
    outcome: choice('partly_adopted'),
    reason: text(WHY),
    due: day('2027-03-31'),
    yen: number(400_000),
    hours: number(120),
  };

  it('is shown before it is sent, and reaches the proposer in exactly these words', async () => {
    const press = { action: 'decide_form', report: report.number, value: 'preview' };
    const preview = await world.house.edge.preview('kato', press, values);
    if (!preview.ok || !preview.value) throw new Error('no preview');
    const shown = preview.value.lines.map(({ text }) => world.organized.words.say(text, 'ja'));
    await send('kato', 'decide', values);
    const told = lines(await world.last('yamada'));
    expect(told).toEqual(shown);
    expect(told).toEqual([
      `【回答】${report.number}「番号札の表示が小さいので、大きくしたいです」`,
      '結果：一部採用　担当：サービス推進部',
      `理由：${WHY}`,
      '次：2027/3/31(水)までに実施。結果をお知らせします。',
      '答えになっていますか。',
    ]);
  });

  it('stands on the card, and the evaluation is now the proposer’s to read too', async () => {
    const card = (await cardIn(world, 'service-promotion', report.number))?.text;
    expect(card).toContain('状態：一部採用　次：2027/3/31(水)までに実施');
    expect(await pageOf(world, 'yamada', report.number)).toContain('次：2027/3/31(水)までに実施。');
    expect((await cardIn(world, 'service-promotion', report.number))?.text).toContain(
      '「一部採用」に決定（加藤）',
    );
    expect(await pageOf(world, 'yamada', report.number)).toContain('お客様への効果：ある');
    expect(await pageOf(world, 'yamada', report.number)).toContain('予算に入ります');
  });

  it('is given once: the second hears who was first', async () => {
    const late = await send('kato', 'decide', values);
    expect(late).toMatchObject({ ok: false, problem: { kind: 'stale', person: 'kato', action: 'decide' } });
  });

  it('cannot be given to another proposal in the same words', async () => {
    const other = await fileProposal(
      world,
      'nishida',
      '申請書の記入例が古いので、作り直したいです',
      '申請書',
    );
    await world.pressCard('sato', other.number, 'take');
    const again = await send(
      'kato',
      'decide',
      { outcome: choice('continued'), reason: text('待ち時間の長い30か所で先に効果を確かめるためです') },
      other.number,
    );
    expect(again).toMatchObject({
      ok: false,
      problem: { kind: 'fields', errors: [{ field: 'reason', message: { key: 'err.stock_same' } }] },
    });
  });

  it('that it is the same as another one ties both, and its proposer is told of the first', async () => {
    const same = await fileProposal(world, 'suzuki', '番号札の字をもっと大きくしたいです', '番号札');
    await world.pressCard('sato', same.number, 'take');
    await send(
      'kato',
      'decide',
      {
        outcome: choice('duplicate'),
        reason: text('番号札の表示の提案が先にあるためです。'),
        first: text(report.number),
      },
      same.number,
    );
    expect(lines(await world.last('suzuki'))).toContain(
      `先の提案：${report.number}。どちらかが進んだら、お知らせします。`,
    );
    expect((await now()).followers).toEqual(['suzuki']);
    expect((await now()).links.map(({ number }) => number)).toContain(same.number);
    expect((await world.report(same.number)).state).toBe('duplicate');
  });
});

describe('what is adopted', () => {
  it('is put into practice with what it brings, and everybody who follows it is told', async () => {
    world.clock.set('2027-03-25T10:00:00+09:00');
    const values = {
      on: day('2027-03-24'),
      yen: number(350_000),
      hours: number(100),
      note: text('20か所で始めました。'),
    };
    expect(await send('sato', 'implement', { ...values, on: day('2027-03-26') })).toMatchObject({
      ok: false,
    });
    await send('sato', 'implement', values);
    for (const who of ['yamada', 'suzuki'])
      expect(lines(await world.last(who))).toEqual([
        `${report.number} を 3/24(水) から実施しました。`,
        '効果（金額）：年に350,000円',
        '効果（時間）：年に100時間',
        '20か所で始めました。',
        '次：6/25(金)までに効果確認',
      ]);
  });

  const opensItsCheck = async (date: string) => {
    world.clock.set(`${date}T10:00:00+09:00`);
    return (await world.house.edge.openForm('sato', { action: 'check_effect', report: report.number })).ok;
  };

  it('is not checked for its effect before there can be one: two weeks before the three months are over', async () => {
    // Day 75 of it is 7 June.
    for (const tooEarly of ['2027-03-25', '2027-06-07', '2027-06-09'])
      expect(await opensItsCheck(tooEarly)).toBe(false);
    expect(await opensItsCheck('2027-06-10')).toBe(true);
  });

  it('is checked at three and at six months against what was expected', async () => {
    const values = { yen: number(380_000), hours: number(110), note: text('待ち時間が2分短くなりました。') };
    for (const [at, months, state, tooEarly] of [
      ['2027-06-24', 3, 'effect_checked', '2027-06-09'],
      ['2027-09-24', 6, 'second_effect_checked', '2027-09-09'],
    ] as const) {
      expect(await opensItsCheck(tooEarly)).toBe(false);
      world.clock.set(`${at}T10:00:00+09:00`);
      const opened = await world.house.edge.openForm('sato', {
        action: 'check_effect',
        report: report.number,
      });
      if (!opened.ok || !opened.value) throw new Error('no form');
      const shown = opened.value.lines.map(({ text }) => world.organized.words.say(text, 'ja'));
      expect(shown).toContain('見込み：年に400,000円');
      await send('sato', 'check_effect', values);
      expect((await now()).state).toBe(state);
      expect((await now()).steps.at(-1)?.facts).toMatchObject({ months, yen: 380_000, hours: 110 });
    }
  });

  it('is nominated for the contest once in a fiscal year, by whoever decides', async () => {
    const reason = text('待ち時間が全拠点で短くなり、費用も減りました。');
    expect(await send('watanabe', 'nominate', { reason })).toMatchObject({ ok: false });
    await send('kato', 'nominate', { reason });
    expect((await now()).steps.at(-1)).toMatchObject({ kind: 'nominated', facts: { year: 2027 } });
    const again = await send('hayashi', 'nominate', { reason });
    expect(again).toMatchObject({
      ok: false,
      problem: { kind: 'stale', person: 'kato', action: 'nominate' },
    });
    expect((await world.heard('yamada')).some((one) => one.text.includes('推薦'))).toBe(false);
  });
});
