import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { labels, lastFiled, lines } from './steps.ts';

const QUESTION = '遺族年金の未支給、委任状いる？';
const ANSWER = '未支給の請求を代理人がするときは、委任状が要ります。';

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [QUESTION]: { label: 'other', decision: 'assume', items: [], drill: false, command: null },
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('how is this done', () => {
  it('names who decides while nobody has answered it', async () => {
    await world.say('yamada', QUESTION);
    const said = await world.last('yamada');
    expect(lines(said)).toEqual([
      'あなたが見られる範囲には、答えが見つかりませんでした。',
      '決めるのは、年金給付部です。',
      'この質問を、答えのない質問の一覧に載せました。名前は載せていません。',
    ]);
    expect(labels(said)).toEqual(['質問として残す']);
  });

  it('is left with one tap for whoever publishes knowledge', async () => {
    await world.press('yamada', '質問として残す');
    const left = await lastFiled(world, 'yamada');
    expect(left).toMatchObject({ type: 'knowledge', subtype: 'qa', primary: 'quality', state: 'received' });
    expect((await world.channel('quality')).map(({ card }) => card)).toEqual([left.number]);
    expect(await world.house.edge.report('hashimoto', left.number)).toMatchObject({ ok: true });
  });

  it('is no second question when the button is pressed again', async () => {
    await world.press('yamada', '質問として残す');
    expect(await world.filed('yamada')).toHaveLength(1);
  });

  it('is answered to who asked, and found by the next who asks', async () => {
    const { number } = await lastFiled(world, 'yamada');
    await world.pressCard('hashimoto', number, 'take');
    expect(
      await world.submit(
        'hashimoto',
        { action: 'update_form', report: number },
        {
          state: { answer: { kind: 'choice', choice: 'published' } },
          note: { answer: { kind: 'text', text: ANSWER } },
        },
      ),
    ).toMatchObject({ ok: true });
    expect((await world.last('yamada')).text).toContain(ANSWER);
    await world.say('suzuki', QUESTION);
    const found = await world.last('suzuki');
    expect(found.text).toContain(number);
    expect(found.text).toContain(ANSWER.replace('。', ''));
    expect(labels(found)).toEqual([`${number}を見る`, '質問として残す']);
  });
});
