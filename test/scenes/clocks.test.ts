import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filedMishanded, labels, lines, pageOf } from './steps.ts';

let world: World;
let report: Report;

beforeAll(async () => void ({ world, report } = await filedMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const clockTime = (time: string) => {
  world.clock.set(`${time.replace(' ', 'T')}:00+09:00`);
};
const told = async (person: string) =>
  (await world.heard(person))
    .map(({ text }) => text)
    .filter((text) => /受付確認がありません|期限|まで/.test(text));
const kinds = async () => (await world.report(report.number)).steps.map(({ kind }) => kind);
const posts = async () =>
  (await world.channel('risk-compliance')).filter(
    ({ card, text }) => card === null && text.includes(report.number),
  );

describe('a serious incident that nobody acknowledges', () => {
  it('wants nothing before its time', async () => {
    expect(report.level).toBe(3);
    clockTime('2026-11-20 10:11');
    await world.tick();
    expect(await kinds()).toEqual(['filed', 'routed']);
  });

  it('at its time is told one step up, and calls the group once', async () => {
    clockTime('2026-11-20 10:12');
    await world.tick();
    expect((await world.report(report.number)).steps.at(-1)).toMatchObject({
      kind: 'escalated',
      actor: 'system',
      facts: { clock: 'acknowledge', rung: 0, people: ['tanaka', 'mori'] },
    });
    expect(lines(await world.last('mori'))).toEqual([
      `${report.number} は、期限を過ぎても受付確認がありません。`,
    ]);
    expect(await posts()).toMatchObject([
      {
        mention: true,
        text: `${report.number} は、期限を過ぎても受付確認がありません。\n担当に知らせました。`,
      },
    ]);
  });

  it('says on its card that it is past its date, until it is acknowledged', async () => {
    const title = async () => (await cardIn(world, 'risk-compliance', report.number))?.text.split('\n')[0];
    expect(await pageOf(world, 'yamada', report.number)).toContain(
      '次：受付確認。10:12の予定より遅れています。',
    );
    expect(await title()).toMatch(/^【期限超過】【S3 重要】/);
  });

  it('is told once, however often it is looked at', async () => {
    const before = await told('mori');
    await world.tick();
    clockTime('2026-11-20 11:11');
    await world.tick();
    expect(await told('mori')).toEqual(before);
    expect((await kinds()).filter((kind) => kind === 'escalated')).toHaveLength(1);
  });

  it('climbs a step each hour up to the vice president, without a second call, and no further', async () => {
    clockTime('2026-11-20 11:12');
    await world.tick();
    expect(lines(await world.last('yoshida'))).toEqual([
      `${report.number} は、期限を過ぎても受付確認がありません。`,
    ]);
    expect(await world.heard('hasegawa')).toEqual([]);
    clockTime('2026-11-20 12:12');
    await world.tick();
    expect(lines(await world.last('hasegawa'))).toEqual([
      `${report.number} は、期限を過ぎても受付確認がありません。`,
    ]);
    expect((await posts()).map(({ mention }) => mention)).toEqual([true, false, false]);
    clockTime('2026-11-20 17:00');
    await world.tick();
    expect(await world.heard('ito')).toEqual([]);
    expect((await kinds()).filter((kind) => kind === 'escalated')).toHaveLength(3);
  });

  it('tells nobody who may not see it', async () => {
    for (const person of ['suzuki', 'kato', 'hirata']) expect(await world.heard(person)).toEqual([]);
  });

  it('is left in peace once somebody has acknowledged it', async () => {
    await world.pressCard('tanaka', report.number, 'take');
    clockTime('2026-11-20 17:14');
    await world.tick();
    expect((await kinds()).at(-1)).toBe('taken');
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).not.toContain('【期限超過】');
  });

  it('has its holder reminded of the next duty on the morning of its day, and nobody else', async () => {
    clockTime('2026-11-24 08:59');
    await world.tick();
    expect((await kinds()).at(-1)).toBe('taken');
    clockTime('2026-11-24 09:00');
    await world.tick();
    expect(lines(await world.last('tanaka'))).toEqual([
      `${report.number} の続報は、正午までです。`,
      '分かるところだけで送れます。',
    ]);
    // What is asked for comes first.
    expect(labels(await world.last('tanaka'))[0]).toBe('続報を書く');
    expect((await world.report(report.number)).steps.at(-1)?.facts).toMatchObject({ people: ['tanaka'] });
  });

  it('has the deputy of an absent holder reminded, and says for whom', async () => {
    const { house } = world;
    const people = house.surroundings.catalogue.organization.people as Map<string, unknown>;
    const tanaka = people.get('tanaka') as object;
    people.set('tanaka', {
      ...tanaka,
      deputies: [{ person: 'mori', from: '2026-11-24', until: '2026-11-24' }],
    });
    const before = (await world.heard('tanaka')).length;
    clockTime('2026-11-24 11:00');
    await world.tick();
    people.set('tanaka', tanaka);
    expect(lines(await world.last('mori'))).toEqual([
      `${report.number} の続報は、正午までです。`,
      '分かるところだけで送れます。',
      '田中さんが不在のため、代わりにお知らせしています。',
    ]);
    expect(await world.heard('tanaka')).toHaveLength(before);
  });

  it('after ten business days without a word says to the reporter that it is in hand, and asks the holder', async () => {
    clockTime('2026-12-08 09:00');
    await world.tick();
    expect(lines(await world.last('yamada'))).toEqual([
      `${report.number} は「対応中」です。前回のお知らせから変わっていません。`,
      expect.stringMatching(/^次の連絡は、12\/.*までにします。$/) as string,
    ]);
    expect((await world.last('tanaka')).text).toContain('報告者への連絡が、しばらくありません');
    const words = (await kinds()).filter((kind) => kind === 'told');
    await world.tick();
    expect((await kinds()).filter((kind) => kind === 'told')).toEqual(words);
  });
});

describe('a scheduler that has stopped', () => {
  it('shows in health, and tells the administrators once', async () => {
    expect(await world.house.clocks.health()).toMatchObject({ state: 'ok', late: 0 });
    clockTime('2026-12-14 10:00');
    expect(await world.house.clocks.health()).toMatchObject({ state: 'late', late: 1 });
    await world.house.clocks.audit();
    await world.house.clocks.audit();
    await world.settle();
    const heard = await world.heard('hirata');
    expect(heard.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^期限の確認が止まっています。.*から1件が待っています。/) as string,
    ]);
    expect(heard[0]?.text.includes(report.number)).toBe(false);
    await world.tick();
    expect(await world.house.clocks.health()).toMatchObject({ state: 'ok', late: 0 });
  });
});
