import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, file, filled, formPress, labels, lastFiled, lines, openedForm, sendForm } from './steps.ts';

let world: World;
let report: Report;
beforeAll(async () => {
  world = await aWorld();
  report = await file(world, 'yamada', 'お客様から、待ち時間が長いと窓口で怒られました', 'まだ何も');
}, WORLD_READY_MS);
afterAll(() => world.close());

const press = (action: string) => formPress(action, report.number);
const now = () => lastFiled(world, 'yamada');

describe('完了', () => {
  it('is not offered while nothing was decided', async () => {
    await world.pressCard('sato', report.number, 'take');
    expect((await now()).state).toBe('in_progress');
    expect(await openedForm(world, 'sato', 'close', report.number)).toMatchObject({ view: null });
  });

  it('waits for the result that somebody was asked for', async () => {
    const answer = { kind: filled.choice('final'), text: filled.text('月曜の窓口を1つ増やします。') };
    expect(await sendForm(world, 'sato', press('answer'), answer)).toBe('taken');
    const task = {
      holder: filled.choice('hayashi'),
      instruction: filled.text('増設の日を確かめる'),
      due: filled.date('2026-12-04'),
    };
    expect(await sendForm(world, 'kato', press('assign'), task)).toBe('taken');
    expect((await openedForm(world, 'sato', 'close', report.number)).problem).toMatchObject({
      kind: 'not_ready',
      missing: [{ key: 'closing.result' }],
    });
    await sendForm(world, 'hayashi', press('report_result'), { text: filled.text('12月7日からです') });
  });

  it('shows word for word what the reporter will read, and tells them', async () => {
    const words = '12月7日から、月曜の窓口が1つ増えます。';
    const { send } = await openedForm(world, 'sato', 'close', report.number);
    const shown = await world.house.edge.preview('sato', send ?? press('close'), {
      text: filled.text(words),
    });
    const lineKeys = shown.ok ? shown.value?.lines.map(({ text }) => text.values?.['text']) : [];
    expect(lineKeys).toContain(words);
    expect((await now()).state).toBe('answered');
    expect(await sendForm(world, 'sato', press('close'), { text: filled.text(words) })).toBe('taken');
    expect((await now()).state).toBe('closed');
    expect(lines(await world.last('yamada'))).toContain(words);
    const card = await cardIn(world, 'service-promotion', report.number);
    expect(labels(card ?? { buttons: [] })).toEqual(['くわしく']);
  });

  it('is done once: whoever comes later hears who did it', async () => {
    expect(await sendForm(world, 'hayashi', press('close'), { text: filled.text('終わりました') })).toMatch(
      /^佐藤さんが .*「完了にする」を済ませています。$/,
    );
  });
});

describe('再開', () => {
  it('takes up again what was closed, with a reason for the reporter', async () => {
    const reason = '増設が1週間おくれるためです。';
    expect(await sendForm(world, 'kato', press('reopen'), { text: filled.text(reason) })).toBe('taken');
    expect((await now()).state).toBe('in_progress');
    expect(lines(await world.last('yamada'))).toContain(reason);
  });

  it('asks for an answer of its own before it is closed again', async () => {
    const closing = () => openedForm(world, 'sato', 'close', report.number);
    expect(await closing()).toMatchObject({ view: null });
    const answer = { kind: filled.choice('final'), text: filled.text('12月14日からになりました。') };
    await world.pressCard('sato', report.number, 'take');
    expect(await sendForm(world, 'sato', press('answer'), answer)).toBe('taken');
    expect((await closing()).view).not.toBeNull();
  });
});
