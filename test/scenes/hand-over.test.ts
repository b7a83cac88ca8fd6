import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person, Post } from '../../src/domain/organization.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, labels, lines, pageOf } from './steps.ts';

let world: World;
const numbers: string[] = [];
beforeAll(async () => {
  world = await aWorld();
  for (const [reporter, holder] of [
    ['yamada', 'mori'],
    ['shimizu', 'mori'],
    ['nishida', 'tanaka'],
  ] as const) {
    const { number } = await fileMishanded(world, reporter);
    await world.pressCard(holder, number, 'take');
    numbers.push(number);
  }
}, WORLD_READY_MS);
afterAll(() => world.close());

const handed = async (number: string) =>
  (await world.report(number)).steps.filter(({ kind }) => kind === 'handed_over').map(({ facts }) => facts);
const told = async (person: string, word: string) =>
  (await world.heard(person)).filter(({ text }) => text.includes(word)).map(lines);
/** As a list of staff would have it from tomorrow on. */
const change = (id: string, posts: (posts: readonly Post[]) => readonly Post[]) => {
  const people = world.organized.catalogue.organization.people as Map<string, Person>;
  const person = people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  people.set(id, { ...person, posts: posts(person.posts) });
};
const ends = (until: string) => (posts: readonly Post[]) => posts.map((post) => ({ ...post, until }));

describe('work of somebody whose post ends', () => {
  it('stays where it is while they are there, to the end of the last day', async () => {
    change('mori', ends('2026-11-30'));
    change('tanaka', ends('2026-11-30'));
    change('suzuki', (posts) => [
      ...ends('2026-11-30')(posts),
      {
        unit: 'risk-compliance',
        roles: ['staff', 'handler', 'risk_compliance'],
        from: '2026-12-01',
        until: null,
      },
    ]);
    world.clock.set('2026-11-30T23:55:00+09:00');
    await world.house.daily.handOver();
    for (const number of numbers) expect(await handed(number)).toEqual([]);
  });

  it('passes to whoever has begun in the post, once, with one list to look through in office hours', async () => {
    change('tanaka', ends('2027-03-31'));
    world.clock.set('2026-12-01T00:05:00+09:00');
    await Promise.all([world.house.daily.handOver(), world.house.daily.handOver()]);
    await world.house.daily.handOver();
    await world.settle();
    const [first = '', second = '', third = ''] = numbers;
    for (const number of [first, second]) {
      expect(await handed(number)).toEqual([{ from: 'mori', holder: 'suzuki' }]);
      expect(await world.report(number)).toMatchObject({ holder: 'suzuki' });
      expect((await cardIn(world, 'risk-compliance', number))?.text).toContain('担当：鈴木');
    }
    expect(await handed(third)).toEqual([]);
    expect(await told('suzuki', 'あなたの担当になりました')).toEqual([]);
    world.clock.set('2026-12-01T09:00:00+09:00');
    await world.settle();
    expect(await told('suzuki', 'あなたの担当になりました')).toEqual([
      [
        '森さんの担当だった2件が、あなたの担当になりました。',
        `対象：${[first, second].sort().join('、')}`,
        '内容を確かめてください。担当できないものは、責任者に知らせてください。',
      ],
    ]);
  });

  it('is confirmed with one tap, for as much as is still theirs, and once', async () => {
    const [first = '', second = ''] = numbers;
    const confirmed = async (number: string) =>
      (await world.report(number)).steps.filter(({ kind }) => kind === 'hand_over_confirmed');
    expect(labels(await world.last('suzuki'))).toContain('確認しました');
    // Nobody else's press says so, whatever it carries.
    await world.send('yoshida', {
      kind: 'pressed',
      press: { action: 'confirm_hand_over', value: 'mori' },
    });
    await world.pressCard('yoshida', first, 'confirm_hand_over');
    expect(await confirmed(first)).toEqual([]);
    await world.pressCard('suzuki', first, 'confirm_hand_over');
    expect(await confirmed(first)).toMatchObject([{ actor: 'suzuki' }]);
    expect(await pageOf(world, 'yoshida', first)).toContain('引き継ぎの確認（鈴木）');
    await world.press('suzuki', '確認しました');
    expect((await world.last('suzuki')).text).toBe(`1件の引き継ぎを、確認済みにしました：${second}`);
    await world.press('suzuki', '確認しました');
    expect((await world.last('suzuki')).text).toBe('確認を待つ引き継ぎは、ありません。');
    for (const number of [first, second]) expect(await confirmed(number)).toHaveLength(1);
    for (const reporter of ['yamada', 'shimizu'])
      expect((await world.last(reporter)).text).not.toContain('引き継ぎ');
  });

  it('goes back to its unit where nobody has the post, and its head gets the list', async () => {
    const third = numbers[2] ?? '';
    world.clock.set('2027-04-01T09:00:00+09:00');
    await world.house.daily.handOver();
    await world.house.daily.handOver();
    await world.settle();
    expect(await handed(third)).toEqual([{ from: 'tanaka', holder: null }]);
    expect((await world.report(third)).holder).toBeNull();
    // By the name that the department has by then.
    expect(await told('yoshida', '担当がいません')).toEqual([
      [
        'リスク統括部の1件は、田中さんの異動・退職で、担当がいません。',
        `対象：${third}`,
        '次の担当を決めてください。',
      ],
    ]);
  });
});
