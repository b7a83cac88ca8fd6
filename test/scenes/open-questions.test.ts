import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../src/compose/answer-from.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { lastFiled, lines } from './steps.ts';

const QUESTION = '遺族年金の未支給、委任状いる？';
const IN_OTHER_WORDS = '遺族年金の未支給で委任状はいりますか？';
const ABOUT_SOMEBODY = '山田太郎様（090-1234-5678）の住所変更届、代筆でもいい？';
const DELICATE = '課長が出張旅費を私物に使っているとき、どこへ言う？';
const ANOTHER = '窓口の番号札、閉庁の何分前に止める？';
const LISTED = 'この質問を、答えのない質問の一覧に載せました。名前は載せていません。';

const asked: Partial<Understanding> = {
  label: 'other',
  decision: 'assume',
  items: [],
  drill: false,
  command: null,
  suspicions: [],
  offerCompliance: false,
};

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [QUESTION]: asked,
      [IN_OTHER_WORDS]: asked,
      [ABOUT_SOMEBODY.replace('山田太郎', '〔氏名〕').replace('090-1234-5678', '〔電話番号〕')]: asked,
      [ANOTHER]: asked,
      [DELICATE]: { ...asked, suspicions: ['violation'] },
      [`【訓練】${QUESTION}`]: { ...asked, drill: true },
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

const line = (
  request: { command: 'questions-list'; json: boolean } | { command: 'questions-answered'; id: number },
) => answerFrom(world.organized, world.house, { ...request, locale: 'ja' }, world.clock);
const listed = async () =>
  (await line({ command: 'questions-list', json: true })).lines.map(
    (one) => JSON.parse(one) as { id: number; text: string; times: number; unit: string; lastAt: string },
  );

async function publish(number: string, answer: string): Promise<void> {
  await world.pressCard('hashimoto', number, 'take');
  const published = await world.submit(
    'hashimoto',
    { action: 'update_form', report: number },
    {
      state: { answer: { kind: 'choice', choice: 'published' } },
      note: { answer: { kind: 'text', text: answer } },
    },
  );
  expect(published).toMatchObject({ ok: true });
  expect(await world.report(number)).toMatchObject({ state: 'published' });
}

describe('a question that nobody has answered', () => {
  it('is on the list of quality management, once however often it is asked alike', async () => {
    expect((await line({ command: 'questions-list', json: false })).lines).toEqual([
      '答えのない質問はありません。',
    ]);
    await world.say('yamada', QUESTION);
    world.clock.pass(30);
    await world.say('suzuki', IN_OTHER_WORDS);
    expect(lines(await world.last('suzuki')).at(-1)).toBe(LISTED);
    expect(await listed()).toMatchObject([
      { text: QUESTION, times: 2, unit: 'benefit', lastAt: world.clock.now() },
    ]);
    expect((await line({ command: 'questions-list', json: false })).lines).toEqual([
      expect.stringMatching(new RegExp(`^\\d+\t2回\t.*9:42.*\t年金給付部\t${QUESTION}$`)),
    ]);
  });

  it('is kept as it was masked, without who asked', async () => {
    await world.say('yamada', ABOUT_SOMEBODY);
    const kept = (await listed()).find(({ text }) => text.includes('住所変更届'));
    expect(kept).toMatchObject({ times: 1 });
    expect(JSON.stringify(kept)).not.toMatch(/太郎|1234|yamada/);
  });

  it('is not kept where a violation is suspected, nor in a drill', async () => {
    const before = await listed();
    for (const text of [DELICATE, `【訓練】${QUESTION}`]) {
      await world.say('ogawa', text);
      expect((await world.last('ogawa')).text).not.toContain(LISTED);
    }
    expect(await listed()).toEqual(before);
  });

  it('is counted in the weekly digest of who publishes knowledge, and of nobody else', async () => {
    world.clock.set('2026-11-24T09:00:00+09:00');
    await world.house.daily.digests();
    await world.settle();
    const [digest] = (await world.channel('quality')).filter(({ text }) =>
      text.startsWith('【先週のまとめ】'),
    );
    expect(digest && lines(digest)).toEqual([
      '【先週のまとめ】業務品質管理部 新規0・完了0・残り0（前の週と同じ）。',
      '答えのない質問：2件',
    ]);
    expect((await world.channel('benefit')).filter(({ text }) => text.includes('質問'))).toEqual([]);
  });

  it('leaves the list when somebody of quality says that it is answered', async () => {
    const { id } = (await listed()).find(({ text }) => text.includes('住所変更届')) ?? { id: 0 };
    expect(await line({ command: 'questions-answered', id })).toEqual({
      lines: [`質問 ${id} を一覧から外しました。`],
      problems: [],
      code: 0,
    });
    expect((await listed()).map(({ text }) => text)).toEqual([QUESTION]);
    expect(await line({ command: 'questions-answered', id })).toMatchObject({
      lines: [],
      problems: [`質問 ${id} は見つかりません。questions で確かめてください。`],
      code: 1,
    });
  });

  it('leaves the list with the knowledge that answers it, and with no other', async () => {
    await world.say('yamada', QUESTION);
    await world.press('yamada', '質問として残す');
    const { number } = await lastFiled(world, 'yamada');
    await world.say('suzuki', ANOTHER);
    await world.press('suzuki', '質問として残す');
    const { number: another } = await lastFiled(world, 'suzuki');
    expect(await listed()).toMatchObject([
      { text: QUESTION, times: 3 },
      { text: ANOTHER, times: 1 },
    ]);
    await publish(another, '閉庁の30分前に止めます。');
    expect((await listed()).map(({ text }) => text)).toEqual([QUESTION]);
    await publish(number, '委任状が要ります。');
    expect(await listed()).toEqual([]);
    await world.say('suzuki', IN_OTHER_WORDS);
    expect((await world.last('suzuki')).text).toContain(number);
    expect(await listed()).toEqual([]);
  });
});
