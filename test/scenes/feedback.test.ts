import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { filled, labels, lines, submitForm, takenMishanded } from './steps.ts';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await takenMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const { text } = filled;
const final = filled.choice('final');
const send = (person: string, action: string, values: FormValues) =>
  submitForm(world, person, action, report.number, values);

it('an answer asks whether it answers, and いいえ brings it back to whoever answered', async () => {
  await send('tanaka', 'answer', { kind: final, text: text('封筒の確認欄を足します。') });
  const told = await world.last('yamada');
  expect(lines(told)).toContain('封筒の確認欄を足します。');
  expect(lines(told).at(-1)).toBe('答えになっていますか。');
  expect(labels(told)).toEqual(['はい', 'いいえ']);
  await world.press('yamada', 'いいえ');
  await world.say('yamada', '小さい窓口は、もう入らないのですか');
  expect(lines(await world.last('yamada'))[0]).toBe('担当に戻しました。');
  expect(lines(await world.last('tanaka'))[1]).toBe('「小さい窓口は、もう入らないのですか」');
  await world.press('yamada', 'はい');
  expect((await world.last('yamada')).text).toContain('前の画面のものです');
});

it('a new answer is judged anew, by はい in one sentence', async () => {
  await send('tanaka', 'answer', { kind: final, text: text('小さい窓口にも入れます。') });
  await world.press('yamada', 'はい');
  expect((await world.last('yamada')).text).toBe('ありがとうございます。担当の記録に残しました。');
});
