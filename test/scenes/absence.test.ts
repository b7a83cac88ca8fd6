import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/organization.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, filled, formPress, lines, openedForm, sendForm } from './steps.ts';

const WHY = '回収でき、外に出ていないと分かったため。';
/** Somebody of an office who has no part in the matter but for being a deputy. */
const DEPUTY = 'suzuki';

let world: World;
let report: Report;
beforeAll(async () => {
  world = await aWorld();
  const people = world.house.surroundings.catalogue.organization.people as Map<string, Person>;
  const tanaka = people.get('tanaka');
  if (!tanaka) throw new Error('nobody is called tanaka');
  people.set('tanaka', {
    ...tanaka,
    deputies: [{ person: DEPUTY, from: '2026-11-24', until: '2026-11-25' }],
  });
  report = await fileMishanded(world, 'yamada');
}, WORLD_READY_MS);
afterAll(() => world.close());

const now = () => world.report(report.number);
const send = (person: string, action: string, values: FormValues) =>
  sendForm(world, person, formPress(action, report.number), values);
const tasksOf = async (person: string) => {
  const found = await world.house.edge.reports(person, { list: 'tasks', words: '', after: null });
  return found.ok ? found.value.reports.map(({ number }) => number) : [];
};

describe('a deputy', () => {
  it('has no part in it before the absence begins', async () => {
    await world.pressCard(DEPUTY, report.number, 'acknowledge');
    expect((await world.last(DEPUTY)).text).toContain('あなたが見られる報告には、ありませんでした。');
    expect((await now()).state).toBe('received');
  });

  it('acts in the place of whoever is away, and is named as such to everybody', async () => {
    world.clock.set('2026-11-24T09:00:00+09:00');
    expect(await tasksOf(DEPUTY)).toContain(report.number);
    await world.pressCard(DEPUTY, report.number, 'acknowledge');
    expect((await now()).steps.find(({ kind }) => kind === 'acknowledged')).toMatchObject({
      actor: DEPUTY,
      facts: { for: 'tanaka' },
    });
    expect(lines(await world.last('yamada'))[0]).toBe(
      `田中の代理の鈴木さんが 9:00 に ${report.number} を受付確認しました。`,
    );
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain(
      '受付確認（田中の代理の鈴木）',
    );
    await world.pressCard('mori', report.number, 'acknowledge');
    expect((await world.last('mori')).text).toContain('田中の代理の鈴木さんが 9:00 に');
  });

  it('takes it for them: it is theirs, and waits for the deputy meanwhile', async () => {
    await world.pressCard(DEPUTY, report.number, 'take');
    expect(await now()).toMatchObject({ holder: 'tanaka', state: 'in_progress' });
    expect(await tasksOf(DEPUTY)).toContain(report.number);
    world.clock.set('2026-11-24T11:00:00+09:00');
    await world.tick();
    expect(lines(await world.last(DEPUTY)).at(-1)).toBe('田中さんが不在のため、代わりにお知らせしています。');
  });

  it('is told in the form in whose place they act', async () => {
    const { view } = await openedForm(world, DEPUTY, 'change_severity', report.number);
    const say = (text: Parameters<typeof world.organized.words.say>[0]) =>
      world.organized.words.say(text, 'ja');
    expect(view?.lines.map(({ text }) => say(text))).toContain('田中さんが不在のため、代理として行います。');
  });

  it('cannot approve what they asked for, nor can whoever they asked in place of', async () => {
    expect(
      await send(DEPUTY, 'change_severity', { level: filled.choice('s2'), reason: filled.text(WHY) }),
    ).toBe('taken');
    expect(lines(await world.last('yoshida'))[0]).toBe(
      `田中の代理の鈴木さんが ${report.number} の承認を頼んでいます。`,
    );
    for (const person of [DEPUTY, 'tanaka'])
      expect((await openedForm(world, person, 'approve', report.number)).problem).toMatchObject({
        kind: 'forbidden',
      });
    expect((await openedForm(world, 'yoshida', 'approve', report.number)).problem).toBeNull();
  });

  it('has no part in it any more when the absence is over', async () => {
    world.clock.set('2026-11-26T09:00:00+09:00');
    expect(await tasksOf(DEPUTY)).not.toContain(report.number);
    const before = (await now()).head.seq;
    await world.pressCard(DEPUTY, report.number, 'details');
    expect((await world.last(DEPUTY)).text).toContain('あなたが見られる報告には、ありませんでした。');
    expect(
      await send(DEPUTY, 'update', { state: filled.choice('followed_up'), note: filled.text(WHY) }),
    ).not.toBe('taken');
    expect((await now()).head.seq).toBe(before);
    expect(await tasksOf('tanaka')).toContain(report.number);
  });
});
