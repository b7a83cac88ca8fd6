import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/organization.ts';
import { AN_OUTAGE, file, fileMishanded } from '../scenes/steps.ts';
import { withoutBrowser } from '../support/browser.ts';
import { houses, SCENE_MS, type House } from '../support/two-people.ts';

const RISK = '#/channels/risk-compliance';
const OUTAGES = [
  '窓口端末が全部つながりません。システムが止まっています',
  '朝から端末が動かず、窓口の受付ができません',
] as const;
const OFFICES = 40;
const RESTORED = '12時40分に復旧しました。端末を立ち上げ直してください。';

/** Scenes 11, 16 and 17 of product.md: clocks, a storm, and people who are away or have left. */
describe.skipIf(withoutBrowser())('as time goes by', { timeout: SCENE_MS }, () => {
  const house = houses(['mori', 'ogawa']);

  test('scene 11: nobody acknowledges it: told up the tree, and why it is due is answered from the ledger', async () => {
    const { world, seat } = await house.open();
    const { number } = await fileMishanded(world, 'yamada');
    const [yamada, tanaka, yoshida] = await Promise.all([seat('yamada'), seat('tanaka'), seat('yoshida')]);
    await tanaka.go(RISK);
    await tick(world, '2026-11-20T10:12');
    await tanaka.sees(/^【期限超過/);
    await tanaka.sees(`${number} は、期限を過ぎても受付確認がありません。`);
    await yoshida.seesNot(number);
    await tick(world, '2026-11-20T11:12');
    await yoshida.sees(`${number} は、期限を過ぎても受付確認がありません。`);
    await yamada.say(`${number}は？`);
    await yamada.press('期限の理由');
    await yamada.sees('11/20(金) 9:12から数えて 11/20(金) 10:12 です。規則：受付確認');
    await yamada.sees('業務時間だけを数えて60分です。');
  });

  test('scene 11: reminded in working hours of what to do, and nobody is left without a word', async () => {
    const { world, seat } = await house.open();
    const { number } = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', number, 'take');
    const [yamada, tanaka] = await Promise.all([seat('yamada'), seat('tanaka')]);
    await tick(world, '2026-11-23T10:00');
    await tick(world, '2026-11-24T08:59');
    await tanaka.seesNot('分かるところだけで送れます。');
    await tick(world, '2026-11-24T09:00');
    await tanaka.sees(`${number} の続報は、正午までです。`);
    await tanaka.sees('分かるところだけで送れます。');
    await tanaka.press('続報を書く');
    await tanaka.page.locator('dialog[open]').getByText(`${number} の続報`).first().waitFor();
    await tanaka.press('やめる');
    await tick(world, '2026-12-08T09:00');
    await yamada.sees(`${number} は「対応中」です。前回のお知らせから変わっていません。`);
    await yamada.sees(/^次の連絡は、12\/.+までにします。$/);
  });

  test('scene 16: forty offices, one report and one card; all hear when it ends', async () => {
    const understands = Object.fromEntries(OUTAGES.map((words) => [words, AN_OUTAGE]));
    const { world, seat } = await house.open({ now: '2026-11-20T10:05:00+09:00', understands });
    const others = settle(world, OFFICES - 2);
    const first = await file(world, 'yamada', OUTAGES[0], '1人', 'ない', 'まだ何も');
    const [suzuki, ogawa] = await Promise.all([seat('suzuki'), seat('ogawa')]);
    await ogawa.go(`#/channels/${first.primary}`);
    await ogawa.sees(/^状態：受付確認待ち/);

    await suzuki.say(OUTAGES[1]);
    await suzuki.sees(`システム障害は、すでに把握しています（${first.number}、10:05〜）。`);
    await suzuki.press('こちらも同じです');
    await suzuki.sees(`${first.number} につなぎました。進んだら、お知らせします。`);
    expect(await world.filed('suzuki')).toEqual([]);
    await ogawa.sees(/^2か所（みどり年金事務所、秋田年金事務所）/);

    for (const person of others) {
      await world.say(person, OUTAGES[1]);
      await world.press(person, 'こちらも同じです');
    }
    await ogawa.sees(/^40か所（みどり年金事務所、.+ ほか）/);
    const cards = (await world.channel(first.primary)).filter(({ card }) => card !== null);
    expect(cards.map(({ card }) => card)).toEqual([first.number]);

    await world.pressCard('ogawa', first.number, 'take');
    await ogawa.go(`#/tasks/${first.number}`);
    await ogawa.sees(/^40か所：みどり年金事務所、秋田年金事務所、/);
    await ogawa.press('状況更新');
    await ogawa.choose('続報済');
    await ogawa.fill(/伝える文/, RESTORED);
    await ogawa.press('内容を確認');
    await ogawa.press('送信');
    await suzuki.sees(RESTORED);
    await world.settle();
    for (const person of ['yamada', ...others])
      expect((await world.last(person)).text, person).toContain(RESTORED);
  });

  test('scene 17: a deputy acts for whoever is away, and is named as such', async () => {
    const { world, seat } = await house.open();
    const { number } = await fileMishanded(world, 'yamada');
    change(world, 'tanaka', (tanaka) => ({
      ...tanaka,
      deputies: [{ person: 'suzuki', from: '2026-11-24', until: '2026-11-25' }],
    }));
    world.clock.set('2026-11-24T09:00:00+09:00');
    const [yamada, suzuki] = await Promise.all([seat('yamada'), seat('suzuki')]);
    await suzuki.go(`#/tasks/${number}`);
    await suzuki.press('受付確認');
    await yamada.sees(`田中の代理の鈴木さんが 9:00 に ${number} を受付確認しました。`);
    await suzuki.go(RISK);
    await suzuki.sees(/受付確認（田中の代理の鈴木）$/);
    await suzuki.press('担当になる');
    await yamada.sees(`田中さんが ${number} の担当になりました。`);
    world.clock.set('2026-11-26T09:00:00+09:00');
    await suzuki.page.reload();
    await suzuki.go(`#/tasks/${number}`);
    await suzuki.sees('あなたが見られる報告には、ありませんでした。');
  });

  test('scene 17: in April open work passes to the successor, who confirms the list; nothing is orphaned', async () => {
    const { world, seat } = await house.open();
    const taken = await fileMishanded(world, 'yamada');
    const left = await fileMishanded(world, 'nishida');
    await world.pressCard('mori', taken.number, 'take');
    await world.pressCard('tanaka', left.number, 'take');
    const until = (day: string) => (person: Person) => ({
      ...person,
      posts: person.posts.map((post) => ({ ...post, until: day })),
    });
    change(world, 'mori', until('2027-03-31'));
    change(world, 'tanaka', until('2027-04-30'));
    change(world, 'suzuki', (suzuki) => {
      const ended = until('2027-03-31')(suzuki);
      const roles = ['staff', 'handler', 'risk_compliance'] as const;
      const next = { unit: 'risk-compliance', roles: [...roles], from: '2027-04-01', until: null };
      return { ...ended, posts: [...ended.posts, next] };
    });
    const [suzuki, yoshida] = await Promise.all([seat('suzuki'), seat('yoshida')]);
    world.clock.set('2027-04-01T09:00:00+09:00');
    await world.house.daily.handOver();
    await world.settle();
    await suzuki.sees('森さんの担当だった1件が、あなたの担当になりました。');
    await suzuki.press('確認しました');
    await suzuki.sees(`1件の引き継ぎを、確認済みにしました：${taken.number}`);
    await yoshida.go(`#/all/${taken.number}`);
    await yoshida.sees(/引き継ぎの確認（鈴木）$/);
    await yoshida.sees(/担当：.+（鈴木）$/);

    world.clock.set('2027-05-06T09:00:00+09:00');
    await world.house.daily.handOver();
    await world.settle();
    await yoshida.go('#/');
    await yoshida.sees('次の担当を決めてください。');
    await yoshida.sees(`対象：${left.number}`);
  });
});

async function tick(world: House['world'], at: string): Promise<void> {
  world.clock.set(`${at}:00+09:00`);
  await world.tick();
}

/** As a list of staff would have it from now on. */
function change(world: House['world'], id: string, to: (person: Person) => Person): void {
  const people = world.house.surroundings.catalogue.organization.people as Map<string, Person>;
  const person = people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  people.set(id, to(person));
}

/** One member of staff in each of so many more offices. */
function settle({ organized }: House['world'], count: number): string[] {
  const { organization } = organized.catalogue;
  const someone = organization.people.get('suzuki');
  if (!someone) throw new Error('no suzuki');
  const offices = [...organization.units.values()].filter(
    ({ kind, id }) => kind === 'office' && id !== 'midori' && id !== 'akita',
  );
  return offices.slice(0, count).map(({ id }) => {
    const posts = [{ unit: id, roles: ['staff' as const], from: '2020-04-01', until: null }];
    (organization.people as Map<string, Person>).set(`at-${id}`, { ...someone, id: `at-${id}`, posts });
    return `at-${id}`;
  });
}
