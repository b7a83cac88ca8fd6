import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, lastFiled, lines, MISHANDED } from './steps.ts';

const OUTSIDE = ['risk-compliance', 'midori', 'service-promotion', 'systems'];

let world: World;
let drill: Report;
beforeAll(async () => {
  world = await aWorld();
  drill = await fileDrill();
}, WORLD_READY_MS);
afterAll(() => world.close());

async function fileDrill(): Promise<Report> {
  await world.say('yamada', `【訓練】${MISHANDED}`);
  expect((await world.last('yamada')).text).toBe('訓練ですか。本当に起きたことですか。');
  for (const label of ['訓練です', '1人', '見ていない', '送信']) await world.press('yamada', label);
  return lastFiled(world, 'yamada');
}

const silentOutside = async () => {
  for (const place of OUTSIDE) expect(await world.channel(place), place).toEqual([]);
};

describe('a drill', () => {
  it('stays in the training queue, marked in its card, its notification and its news', async () => {
    await silentOutside();
    const card = await cardIn(world, 'training', drill.number);
    expect(card?.text).toMatch(/^【訓練】/);
    expect(world.organized.words.say(card?.view.fallback ?? { key: '', values: {} }, 'ja')).toMatch(
      /^【訓練】/,
    );
    await world.pressCard('ando', drill.number, 'acknowledge');
    expect((await world.last('yamada')).text).toMatch(/^【訓練】/);
  });

  it('is no more like a real event than a real event is like a drill', async () => {
    const before = (await world.heard('yamada')).length;
    await world.say('yamada', MISHANDED);
    const said = (await world.heard('yamada')).slice(before);
    for (const { text } of said) expect(text).not.toContain(drill.number);
    await world.say('yamada', 'やめる');
  });

  it('calls nobody outside, however long it is left', async () => {
    for (let hour = 0; hour < 3; hour++) {
      world.clock.pass(24 * 60);
      await world.settle();
    }
    await silentOutside();
  });

  it('is made real only with a reason, by whoever works on it', async () => {
    const send = (who: string, text: string) =>
      world.submit(
        who,
        { action: 'make_real_form', report: drill.number },
        { reason: { answer: { kind: 'text', text } } },
      );
    expect(await send('ando', 'あ')).toMatchObject({ ok: false });
    expect(await send('yamada', '本当に起きていました。')).toMatchObject({ ok: false });
    await silentOutside();
    expect(await send('ando', '本当に起きていました。')).toMatchObject({ ok: true });
    const real = (await world.filed('yamada')).find(({ number }) => number !== drill.number);
    expect(real).toMatchObject({
      primary: 'risk-compliance',
      level: 3,
      reporter: 'yamada',
      office: 'midori',
    });
    expect(real?.filing.drill).toBe(false);
    expect(real?.links.map(({ number }) => number)).toEqual([drill.number]);
    const [card] = await world.channel('risk-compliance');
    expect(card).toMatchObject({ card: real?.number, mention: true });
    expect(card?.text).not.toContain('訓練');
    expect(lines(await world.last('yamada'))[0]).toBe(
      `受け付けました。番号は ${String(real?.number)} です。`,
    );
    expect(await world.report(drill.number)).toMatchObject({ state: 'closed' });
  });

  it('is ended at once, without the checklist of a real event', async () => {
    world.clock.pass(1);
    const other = await fileDrill();
    await world.pressCard('sugiyama', other.number, 'end_drill');
    expect(await world.report(other.number)).toMatchObject({ state: 'closed' });
    expect((await world.last('yamada')).text).toMatch(/^【訓練】/);
  });
});
