import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filled, lines, pageOf, submitForm, takenMishanded } from './steps.ts';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await takenMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const { choice, text, date: day, count, unit } = filled;
const send = (who: string, act: string, values: FormValues) =>
  submitForm(world, who, act, report.number, values);
const now = () => world.report(report.number);
const refused = (kind: string) => ({ ok: false, problem: { kind } });

async function move(who: string, state: string): Promise<void> {
  await send(who, 'update', { state: choice(state), note: text('次の段階に進みます。') });
  expect((await now()).state).toBe(state);
}

describe('a later report', () => {
  it('can be written by the reporter, and what it says is what the rules are asked about from then on', async () => {
    await send('yamada', 'follow_up_report', {
      causing_unit: unit('midori'),
      confirmed_people: count(120),
      report_note: text('同じ束の通知書をすべて数えました。'),
    });
    const { state, level, filing } = await now();
    expect({ state, level }).toEqual({ state: 'follow_up_reported', level: 4 });
    expect(filing.answers['people']).toEqual({ kind: 'count', from: 120, to: 120 });
    expect(await pageOf(world, 'tanaka', report.number)).toContain('確定人数：120人');
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain('【S4 重大】');
  });

  it('says something new, and is nobody else’s to write', async () => {
    expect(await send('yamada', 'follow_up_report', { confirmed_people: count(120) })).toMatchObject(
      refused('fields'),
    );
    const values = { report_note: text('見に来ました。') };
    expect(await send('suzuki', 'follow_up_report', values)).toMatchObject(refused('not_found'));
    expect(await send('fujita', 'follow_up_report', values)).toMatchObject(refused('forbidden'));
  });
});

describe('the breach', () => {
  it('is judged by the privacy officer alone, and its notices are recorded with their day', async () => {
    const values = {
      reportable: choice('yes'),
      malicious: choice('no'),
      reason: text('100人を超える漏えいで、報告の対象です。'),
    };
    expect(await send('tanaka', 'judge_breach', values)).toMatchObject(refused('forbidden'));
    expect(await send('fujita', 'notify_breach', { stage: choice('preliminary') })).toMatchObject({
      ok: false,
    });
    await send('fujita', 'judge_breach', values);
    expect((await now()).steps.at(-1)?.facts).toEqual({ reportable: true, malicious: false });
    const late = { stage: choice('preliminary'), on: day('2026-11-21'), note: null };
    expect(await send('fujita', 'notify_breach', late)).toMatchObject(refused('fields'));
    await send('fujita', 'notify_breach', { ...late, on: day('2026-11-20') });
    expect((await now()).steps.at(-1)).toMatchObject({
      kind: 'breach_notified',
      facts: { stage: 'preliminary', on: '2026-11-20' },
    });
    expect((await world.heard('yamada')).some((one) => one.text.includes('漏えい'))).toBe(false);
  });
});

describe('the cause', () => {
  it('is signed by both sides before there is a final report', async () => {
    await move('tanaka', 'cause_analysis');
    await move('tanaka', 'prevention');
    const opened = await world.house.edge.openForm('watanabe', {
      action: 'final_report',
      report: report.number,
    });
    expect(opened).toMatchObject({
      ok: false,
      problem: { kind: 'not_ready', missing: [{ key: 'cause.missing.unit' }, { key: 'cause.missing.risk' }] },
    });
    const sign = { cause: choice('person'), analysis: text('宛名の読み合わせが1人だけになっていた。') };
    await send('watanabe', 'sign_cause', sign);
    await send('mori', 'sign_cause', { ...sign, cause: choice('workplace') });
    expect((await now()).filing.answers['cause']).toEqual({ kind: 'choice', choice: 'workplace' });
    const final = {
      prevention: text('窓口では、渡す前に2人で宛名を読み合わせる。'),
      manual_revision: choice('yes'),
      roll_out: choice('yes'),
    };
    // Another cause, and the first signature is void.
    expect(await send('watanabe', 'final_report', final)).toMatchObject(refused('not_ready'));
    await send('watanabe', 'sign_cause', { ...sign, cause: choice('workplace') });
    await send('watanabe', 'final_report', final);
    expect((await now()).state).toBe('final_reported');
    expect((await now()).filing.answers['manual_revision']).toEqual({ kind: 'choice', choice: 'yes' });
  });
});

describe('the checklist', () => {
  it('stands before the approval, and names what is missing', async () => {
    const approval = { note: text('最終報の内容を確認しました。') };
    expect(await send('tanaka', 'approve_final', approval)).toMatchObject({ ok: false });
    expect(await send('yoshida', 'approve_final', approval)).toMatchObject(refused('not_ready'));
    const done = (...items: string[]) =>
      Object.fromEntries(items.map((id) => [id, text(`${id}：しました。`)]));
    await send('tanaka', 'check', done('cause', 'customer_response', 'prevention', 'double_check'));
    await send('watanabe', 'check', done('manual_revision', 'roll_out'));
    expect(await send('yoshida', 'approve_final', approval)).toMatchObject({
      ok: false,
      problem: { missing: [{ key: 'checklist.people_left' }] },
    });
    await send('watanabe', 'check', done('double_check'));
    expect(await pageOf(world, 'tanaka', report.number)).toContain('送付先と内容の複数人確認：済（');
    expect(await pageOf(world, 'yamada', report.number)).not.toContain('完了までの確認項目');
    await send('yoshida', 'approve_final', approval);
    expect((await now()).state).toBe('approved');
    expect(lines(await world.last('yamada'))).toContain('最終報の内容を確認しました。');
  });
});

describe('publication and follow-up', () => {
  it('disclosure sees it once there is something to publish, and decides with a reason', async () => {
    const values = {
      decision: choice('publish'),
      reason: text('お客様が公表を望まないとは言っていないためです。'),
    };
    expect(await send('nakajima', 'decide_publication', values)).toMatchObject({ ok: false });
    await send('matsui', 'decide_publication', values);
    expect((await now()).state).toBe('publication_decided');
    expect(lines(await world.last('yamada'))[0]).toBe(`${report.number} の公表の判定：公表`);
    await send('matsui', 'publish', { on: day('2026-11-20'), note: text('月次の公表に載せました。') });
    expect((await now()).state).toBe('published');
  });

  it('audit looks three months later whether the prevention holds, and not before', async () => {
    const values = { outcome: choice('holds'), found: text('3か月で同じ誤りは起きていませんでした。') };
    const opens = async () =>
      (await world.house.edge.openForm('yamaguchi', { action: 'follow_up', report: report.number })).ok;
    expect(await send('yamaguchi', 'follow_up', values)).toMatchObject({ ok: false });
    // On day 75 there is nothing to see yet; from two weeks before the three months are over there is.
    for (const tooEarly of ['2027-02-03', '2027-02-05']) {
      world.clock.set(`${tooEarly}T17:00:00+09:00`);
      expect(await opens()).toBe(false);
      expect(await send('yamaguchi', 'follow_up', values)).toMatchObject({ ok: false });
    }
    world.clock.set('2027-02-06T09:00:00+09:00');
    expect(await opens()).toBe(true);
    world.clock.set('2027-02-20T10:00:00+09:00');
    await send('yamaguchi', 'follow_up', values);
    expect((await now()).state).toBe('follow_up_3_months');
    expect((await now()).steps.at(-1)).toMatchObject({ kind: 'followed_up', facts: { outcome: 'holds' } });
  });
});
