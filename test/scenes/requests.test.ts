import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeOf } from '../../src/domain/assessment.ts';
import { clockOf } from '../../src/domain/deadline.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filled, formPress, labels, lines, openedForm, sendForm, takenMishanded } from './steps.ts';

const WHY = '回収でき、外に出ていないと分かったため。';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await takenMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const now = () => world.report(report.number);
const send = (person: string, action: string, values: FormValues) =>
  sendForm(world, person, formPress(action, report.number), values);
const severity = (person: string, level: string, why = WHY) =>
  send(person, 'change_severity', { level: filled.choice(level), reason: filled.text(why) });
const extend = (person: string, due: string, why = WHY) =>
  send(person, 'extend', {
    clock: filled.choice('final_report'),
    due: filled.date(due),
    reason: filled.text(why),
  });
/** The one request that stands, as its form offers it. */
const theRequest = async (person: string, action: 'approve' | 'decline') => {
  const { view } = await openedForm(world, person, action, report.number);
  return filled.choice(view?.inputs.find(({ id }) => id === 'request')?.options[0]?.id ?? 'none');
};
const approve = async (person: string, request = theRequest(person, 'approve')) =>
  send(person, 'approve', { request: await request });

describe('重要度を上げる', () => {
  it('is done at once, calls the group once and widens to whoever gets such a matter', async () => {
    const calls = async () => (await world.channel('risk-compliance')).filter((one) => one.mention).length;
    const before = await calls();
    expect(await severity('tanaka', 's4', '報道機関から問い合わせがあったため。')).toBe('taken');
    const raised = await now();
    expect(raised).toMatchObject({ level: 4, primary: 'risk-compliance', holder: 'tanaka' });
    expect(raised.rules.map(({ id }) => id)).toContain('R06');
    expect((await cardIn(world, 'audit', report.number))?.text).toContain('【S4 重大】');
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${report.number} の重要度が S3 重要 から S4 重大 に変わりました。`,
      '報道機関から問い合わせがあったため。',
    ]);
    // It was serious before: the group has been called.
    expect(await calls()).toBe(before);
  });
});

describe('重要度を下げる', () => {
  it('waits for a second person, and nothing has changed until then', async () => {
    expect(await severity('tanaka', 's2')).toBe('taken');
    expect((await world.last('tanaka')).text).toBe('承認を頼みました。決まったら、お知らせします。');
    expect(await now()).toMatchObject({ level: 4 });
    const asked = await world.last('yoshida');
    expect(lines(asked)).toEqual([
      `田中さんが ${report.number} の承認を頼んでいます。`,
      '重要度を S4 重大 から S2 通常 に下げる',
      `理由：${WHY}`,
    ]);
    expect(labels(asked)).toEqual(['承認する', '承認しない', `${report.number}を見る`]);
  });

  it('is asked for once at a time, while raising stays free', async () => {
    expect(await severity('mori', 's1')).toBe(
      '田中さんが 9:12 に、下げる承認を頼んでいます。その決定を待ってください。',
    );
  });

  it('is not approved by whoever asked, nor by somebody without the right', async () => {
    const request = await theRequest('yoshida', 'approve');
    const before = await now();
    expect(await send('tanaka', 'approve', { request })).toBe('この操作は、できません。');
    expect(await send('yamada', 'approve', { request })).toMatch(/だけができます。$/);
    expect(await send('suzuki', 'approve', { request })).toContain('ありませんでした');
    expect(await now()).toEqual(before);
  });

  it('is not done when it is declined, and whoever asked hears why', async () => {
    const values = {
      request: await theRequest('yoshida', 'decline'),
      reason: filled.text('まだ報道の確認中です。'),
    };
    expect(await send('yoshida', 'decline', { ...values, reason: filled.text('だめ') })).toContain(
      '短すぎます。',
    );
    expect(await send('yoshida', 'decline', values)).toBe('taken');
    expect(await now()).toMatchObject({ level: 4 });
    expect(lines(await world.last('tanaka'))).toEqual([
      `吉田さんが ${report.number} の依頼を承認しませんでした。`,
      '重要度を S4 重大 から S2 通常 に下げる',
      '理由：まだ報道の確認中です。',
    ]);
    expect((await world.last('yamada')).text).not.toContain('まだ報道の確認中です。');
  });

  it('is done once it is approved, in the words of whoever asked; the second to approve hears who was first', async () => {
    world.clock.pass(5);
    await severity('tanaka', 's2');
    const request = await theRequest('mori', 'approve');
    expect(await approve('yoshida')).toBe('taken');
    expect(await now()).toMatchObject({ level: 2 });
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${report.number} の重要度が S4 重大 から S2 通常 に変わりました。`,
      WHY,
    ]);
    expect(lines(await world.last('tanaka'))[0]).toBe(`吉田さんが ${report.number} の依頼を承認しました。`);
    expect(await send('mori', 'approve', { request })).toBe(
      '吉田さんが 9:17 に「承認する」を済ませています。',
    );
    expect((await now()).steps.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
  });

  it('is not undone by a later report that makes it no more serious', async () => {
    const values = { report_note: filled.text('通知書は、ご本人にお渡しし直しました。') };
    expect(await send('yamada', 'follow_up_report', values)).toBe('taken');
    expect(await now()).toMatchObject({ level: 2 });
  });

  it('is no request any more once the level has been raised instead', async () => {
    await severity('tanaka', 's1');
    await severity('mori', 's3', '別の方の分も見つかったため。');
    const { problem } = await openedForm(world, 'yoshida', 'approve', report.number);
    expect(problem).toMatchObject({ kind: 'stale' });
  });
});

describe('期限延長', () => {
  it.each([
    ['in the past', '2026-11-01', '過ぎた日付です。'],
    ['not later than it is', '2026-12-20', '今の期限は 12/20(日) です。'],
    ['beyond what the rules allow', '2027-03-31', '延ばせるのは 2027/1/19(火) までです。'],
    ['a day that does not exist', '2026-02-30', '日付が読めません。'],
  ])('to a day %s: says so, and changes nothing', async (_what, due, words) => {
    const before = await now();
    expect(await extend('tanaka', due)).toContain(words);
    expect(await now()).toEqual(before);
  });

  it('of a clock that cannot be put off', async () => {
    const values = {
      clock: filled.choice('acknowledge'),
      due: filled.date('2026-12-25'),
      reason: filled.text(WHY),
    };
    expect(await send('tanaka', 'extend', values)).toBe('選ばれていません。1つ選んでください。');
  });

  it('is told to the reporter once it is approved, and holds', async () => {
    expect(await extend('tanaka', '2026-12-25', '再発防止策の確認に日がかかるため。')).toBe('taken');
    expect(await extend('mori', '2026-12-28')).toBe('田中さんが 9:17 に「期限延長の依頼」を済ませています。');
    expect(await approve('yoshida')).toBe('taken');
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${report.number} の最終報の期限が、12/20(日) から 12/25(金) に変わりました。`,
      '再発防止策の確認に日がかかるため。',
    ]);
    expect((await now()).steps.at(-1)?.facts).toEqual({
      clock: 'final_report',
      due: '2026-12-25T08:15:00.000Z',
      from: '2026-12-20T08:15:00.000Z',
    });
  });

  it('is possible once', async () => {
    expect(await extend('tanaka', '2027-01-10')).toBe('吉田さんが 9:17 に「期限延長」を済ませています。');
  });

  it('does not end the clock of the final report: an approval is no approved report', async () => {
    const { types, calendar } = world.organized.catalogue;
    const running = clockOf(typeOf({ types }, 'incident'), 'final_report', await now(), calendar);
    expect(running?.due).toBe('2026-12-25T08:15:00.000Z');
  });
});
