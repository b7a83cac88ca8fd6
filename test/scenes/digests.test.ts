import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { fileMishanded, fileProposal, lines } from './steps.ts';

const PROPOSAL = '番号札の表示が小さいので大きくしてほしい';

let world: World;
const open: World[] = [];
const begin = async () => {
  world = await aWorld();
  open.push(world);
};
beforeAll(begin, WORLD_READY_MS);
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await begin();
}, WORLD_READY_MS);

/** The schedule's look at a moment. */
const look = async (at: string) => {
  world.clock.set(`${at}:00+09:00`);
  await world.house.daily.digests();
  await world.settle();
};
const digests = async (place: string) =>
  (await world.channel(place)).filter(({ card, text }) => card === null && text.startsWith('【'));
const told = async (person: string) =>
  (await world.heard(person)).filter(({ text }) => text.startsWith('【'));

describe('digests', () => {
  it('wait for the working day after a holiday Monday, and are sent once', async () => {
    await fileMishanded(world, 'yamada');
    world.clock.pass(1);
    const { number } = await fileProposal(world, 'yamada', PROPOSAL, '番号札');
    await look('2026-11-21T09:00');
    await look('2026-11-23T09:00');
    expect(await digests('risk-compliance')).toEqual([]);
    await look('2026-11-24T08:59');
    expect(await digests('risk-compliance')).toEqual([]);
    await look('2026-11-24T09:00');
    await Promise.all([world.house.daily.digests(), world.house.daily.digests()]);
    await look('2026-11-24T09:05');
    const sent = await digests('risk-compliance');
    // A report that only a few may see is counted and not named; the head of the office is not told of it.
    expect(sent.map(lines)).toEqual([
      ['【期限超過】リスク・コンプライアンス部 1件。', 'いちばん古いもの：4日（見る人が限られた件）'],
      ['【先週のまとめ】リスク・コンプライアンス部 新規1・完了0・残り1（前の週より1件増）。'],
    ]);
    expect(
      sent.flatMap(({ buttons }) => buttons.map(({ label, press }) => `${label} ${press.action}`)),
    ).toEqual(['一覧 overdue', '一覧 tasks']);
    expect((await told('watanabe')).map(lines)).toEqual([
      ['【11/20(金)からのまとめ】みどり年金事務所 報告1件。', '対応中：1件（期限超過0件）'],
    ]);
    await look('2026-11-25T09:00');
    const [stock, overdue] = await digests('service-promotion');
    expect(stock && lines(stock)[0]).toBe(
      '【先週のまとめ】サービス推進部 新規1・完了0・残り1（前の週より1件増）。',
    );
    expect(overdue && lines(overdue)).toEqual([
      '【期限超過】サービス推進部 1件。',
      `いちばん古いもの：${number} 1日（担当なし）`,
    ]);
    expect(await told('sasaki')).toEqual([]);
  });

  it('come late on the day when nobody was there at nine, and only in office hours', async () => {
    await fileMishanded(world, 'yamada');
    await look('2026-11-24T17:15');
    expect(await digests('risk-compliance')).toEqual([]);
    await look('2026-11-25T14:20');
    expect((await digests('risk-compliance')).map(({ text }) => text.slice(0, 8))).toEqual([
      '【期限超過】リス',
      '【先週のまとめ】',
    ]);
  });

  it('are not sent when there is nothing to say', async () => {
    await look('2026-11-24T09:00');
    expect(await digests('risk-compliance')).toEqual([]);
    for (const person of ['watanabe', 'ito', 'hasegawa', 'kubo']) expect(await told(person)).toEqual([]);
  });

  it('of the month go to the president, the vice president and the board, on the first working day', async () => {
    const { number } = await fileMishanded(world, 'yamada');
    await look('2026-12-01T09:00');
    for (const person of ['ito', 'hasegawa']) {
      const [digest] = await told(person);
      expect(digest?.text).toContain('【先月のまとめ】2026年11月 新規1・完了0・残り1。');
      expect(digest?.text).toContain(`いちばん長く残るもの：${number} 11日`);
    }
    expect((await told('kubo'))[0]?.text).toContain('いちばん長く残るもの：11日');
    expect(await told('tanaka')).toEqual([]);
    await look('2026-12-02T09:00');
    expect(await told('ito')).toHaveLength(1);
  });
});
