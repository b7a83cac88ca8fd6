import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, filled, formPress, labels, lines, openedForm, sendForm } from './steps.ts';

const WHY = '封筒の窓の位置が同じ委託先のものでした。全拠点で在庫を確かめてください。';

let world: World;
let first: Report;
let second: Report;
let third: Report;
let fourth: Report;
beforeAll(async () => {
  world = await aWorld();
  first = await fileMishanded(world, 'yamada');
  second = await fileMishanded(world, 'suzuki');
  third = await fileMishanded(world, 'yamada');
  fourth = await fileMishanded(world, 'okamoto');
}, WORLD_READY_MS);
afterAll(() => world.close());

const send = (person: string, action: string, number: string, values: FormValues) =>
  sendForm(world, person, formPress(action, number), values);
const merge = (one: Report, into: Report) =>
  send('tanaka', 'merge', one.number, {
    number: filled.text(into.number),
    reason: filled.text('同じ委託先の封筒のため。'),
  });
const judge = (person: string, judged: string) =>
  send(person, 'judge_inspection', first.number, { judged: filled.choice(judged), reason: filled.text(WHY) });
const card = async () => {
  const found = await cardIn(world, 'risk-compliance', first.number);
  return found ?? expect.fail('there is no card');
};
const asked = async () =>
  (await world.channel('risk-compliance')).filter(({ text }) => text.includes('判断してください'));
const told = async (person: string) =>
  (await world.heard(person)).filter(({ text }) => text.includes('総点検を行います'));

describe('the same cause in several offices', () => {
  it('is nothing to judge while it is one office alone', async () => {
    expect(await merge(third, first)).toBe('taken');
    expect((await card()).text).not.toContain('総点検');
    expect(await asked()).toEqual([]);
    expect(await openedForm(world, 'tanaka', 'judge_inspection', first.number)).toMatchObject({
      send: null,
    });
  });

  it('is a task of the risk department, with the offices on the card of the first', async () => {
    expect(await merge(second, first)).toBe('taken');
    expect((await card()).text).toContain('総点検の判断待ち：2か所（みどり年金事務所、秋田年金事務所）');
    expect(labels(await card())).toContain('総点検を判断');
    const [call, ...others] = await asked();
    expect(call && lines(call)).toEqual([
      `${first.number} と同じ原因の報告が、2か所から来ています（みどり年金事務所、秋田年金事務所）。`,
      '総点検を行うか、判断してください。',
    ]);
    expect(call?.mention).toBe(true);
    expect(others).toEqual([]);
  });

  it('is judged by the risk department alone, with a reason', async () => {
    for (const person of ['yamada', 'watanabe']) expect(await judge(person, 'called')).not.toBe('taken');
    expect(
      await send('tanaka', 'judge_inspection', first.number, { judged: filled.choice('called') }),
    ).not.toBe('taken');
    expect((await world.report(first.number)).steps.map(({ kind }) => kind)).not.toContain(
      'inspection_judged',
    );
    expect(await told('watanabe')).toEqual([]);
  });

  it('when it is called, the heads of the offices concerned are told why, once', async () => {
    expect(await judge('tanaka', 'called')).toBe('taken');
    for (const head of ['watanabe', 'sasaki']) {
      const [notice, ...others] = await told(head);
      expect(notice && lines(notice)).toEqual([
        `誤送付・誤送信・誤交付の総点検を行います（${first.number}）。`,
        '報告のあった拠点：みどり年金事務所、秋田年金事務所',
        `理由：${WHY}`,
      ]);
      expect(others).toEqual([]);
    }
    for (const other of ['yamada', 'suzuki', 'matsuda']) expect(await told(other)).toEqual([]);
    expect((await card()).text).not.toContain('総点検の判断待ち');
    expect(labels(await card())).not.toContain('総点検を判断');
    expect(await judge('tanaka', 'not_called')).toContain('総点検');
    expect(await told('watanabe')).toHaveLength(1);
  });

  it('is judged anew when one more office reports it, and told to nobody when it is not called', async () => {
    expect(await merge(fourth, first)).toBe('taken');
    expect((await card()).text).toContain('総点検の判断待ち：3か所');
    expect(await asked()).toHaveLength(2);
    expect(await judge('tanaka', 'not_called')).toBe('taken');
    expect((await card()).text).not.toContain('総点検の判断待ち');
    expect(await told('matsuda')).toEqual([]);
    expect(await told('watanabe')).toHaveLength(1);
  });
});
