import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorld, type World } from '../support/a-world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('one sentence becomes a filed report with two answers', async () => {
  await world.say('yamada', '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです');
  console.log((await world.last('yamada')).text, (await world.last('yamada')).buttons.map((b) => b.label));
  await world.press('yamada', '1人');
  console.log((await world.last('yamada')).text, (await world.last('yamada')).buttons.map((b) => b.label));
  await world.press('yamada', '見ていない');
  console.log((await world.last('yamada')).text, (await world.last('yamada')).buttons.map((b) => b.label));
  await world.press('yamada', '送信');
  console.log((await world.last('yamada')).text, (await world.last('yamada')).buttons.map((b) => b.label));
  console.log(await world.channel('risk-compliance'));
  expect(1).toBe(1);
});
