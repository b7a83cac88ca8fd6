import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filedMishanded, filled, labels, lastFiled, lines } from './steps.ts';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await filedMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const card = async () => {
  const found = await cardIn(world, 'risk-compliance', report.number);
  if (!found) throw new Error('no card');
  return found;
};

describe('who may not', () => {
  it('and may not see it either, is answered as if it did not exist', async () => {
    await world.pressCard('suzuki', report.number, 'acknowledge');
    const hidden = await world.last('suzuki');
    await world.pressCard('suzuki', 'INC-26-0000A', 'acknowledge');
    const missing = await world.last('suzuki');
    expect(hidden.text).toBe('あなたが見られる報告には、ありませんでした。\n「わたしの報告」でも探せます。');
    expect({ ...missing, id: hidden.id }).toEqual(hidden);
  });

  it('but may see it, is told who can', async () => {
    await world.pressCard('watanabe', report.number, 'acknowledge');
    expect((await world.last('watanabe')).text).toMatch(
      /^この操作は、.*リスク・コンプライアンス部.*だけができます。$/,
    );
    await world.pressCard('yamada', report.number, 'take');
    expect((await world.last('yamada')).text).toMatch(/だけができます。$/);
  });

  it('changes nothing by trying', async () => {
    expect((await lastFiled(world, 'yamada')).steps.map((one) => one.kind)).toEqual(['filed', 'routed']);
  });

  it('opens no form for an update that its state does not allow', async () => {
    const press = { action: 'update', report: report.number };
    expect(await world.house.edge.openForm('tanaka', press)).toEqual({
      ok: false,
      problem: { kind: 'old_button' },
    });
  });
});

describe('受付確認', () => {
  it('is told to the reporter in plain words, with what comes next', async () => {
    world.clock.pass(20);
    await world.pressCard('tanaka', report.number, 'acknowledge');
    const news = await world.last('yamada');
    expect(lines(news)).toEqual([
      `田中さんが 9:32 に ${report.number} を受付確認しました。`,
      '次：11/24(火) 正午までに続報',
    ]);
    expect(labels(news)).toEqual([`${report.number}を見る`, '書き足す']);
  });

  it('stands on the card with who and when, and its button is gone', async () => {
    expect((await card()).text).toContain('状態：受付確認済　期限：続報 11/24(火) 正午');
    expect((await card()).text).toContain('動き：11/20(金) 9:32 受付確認（田中）');
    expect(labels(await card())).toEqual(['担当になる', '報告者に質問', '転送', 'くわしく']);
  });

  it('says who did it and when to whoever presses later', async () => {
    world.clock.pass(5);
    await world.pressCard('mori', report.number, 'acknowledge');
    expect((await world.last('mori')).text).toBe('田中さんが 9:32 に「受付確認」を済ませています。');
    expect(
      (await lastFiled(world, 'yamada')).steps.filter((one) => one.kind === 'acknowledged'),
    ).toHaveLength(1);
  });

  it('mentions nobody again', async () => {
    const cards = (await world.channel('risk-compliance')).filter((one) => one.card !== null);
    expect(cards).toHaveLength(1);
  });
});

describe('担当になる', () => {
  it('names the holder to the reporter and on every card', async () => {
    await world.pressCard('mori', report.number, 'take');
    expect(lines(await world.last('yamada'))[0]).toBe(`森さんが ${report.number} の担当になりました。`);
    expect((await card()).text).toContain('担当：森');
    expect((await cardIn(world, 'midori', report.number))?.text).toContain('担当：森');
    expect(labels(await card())).toEqual(['回答する', '報告者に質問', '状況更新', 'くわしく']);
    expect((await lastFiled(world, 'yamada')).holder).toBe('mori');
  });

  it('is done once: the second hears who holds it', async () => {
    await world.pressCard('tanaka', report.number, 'take');
    expect((await world.last('tanaka')).text).toBe('森さんが 9:37 に「担当になる」を済ませています。');
    await world.pressCard('tanaka', report.number, 'acknowledge');
    expect((await world.last('tanaka')).text).toBe('田中さんが 9:32 に「受付確認」を済ませています。');
  });
});

describe('状況更新', () => {
  const press = () => ({ action: 'update', report: report.number });
  const send = () => ({ action: 'update_form', report: report.number });
  const { choice, text: note } = filled;

  it('opens a form that says who will read the text', async () => {
    const opened = await world.house.edge.openForm('mori', press());
    const view = opened.ok ? opened.value : null;
    const say = (text: NonNullable<typeof view>['fallback']) => world.organized.words.say(text, 'ja');
    expect(view?.lines.map(({ text }) => say(text))).toEqual([
      `${report.number} の状況更新`,
      '報告者には、新しい状態と、この文が届きます。',
    ]);
    expect(view?.inputs.map(({ label }) => say(label))).toEqual(['新しい状態', '報告者に伝える文']);
    expect(view?.inputs[0]?.options.map(({ label }) => say(label))).toEqual(['続報済', '原因分析中']);
  });

  it('opens for nobody else', async () => {
    expect(await world.house.edge.openForm('suzuki', press())).toEqual({
      ok: false,
      problem: { kind: 'not_found' },
    });
    expect(await world.house.edge.openForm('watanabe', press())).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
  });

  it('is not sent without words for the reporter', async () => {
    const result = await world.submit('mori', send(), { state: choice('cause_analysis'), note: null });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'fields', errors: [{ field: 'note' }] } });
  });

  it('brings exactly these words to the reporter', async () => {
    await world.submit('mori', send(), {
      state: choice('cause_analysis'),
      note: note('お客様に電話でおわびし、封筒の確認手順を調べています。'),
    });
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${report.number} の状態が「原因分析中」に変わりました。`,
      'お客様に電話でおわびし、封筒の確認手順を調べています。',
    ]);
    expect((await card()).text).toContain('状態：原因分析中');
    expect((await card()).text).toContain('「原因分析中」に変更（森）');
  });

  it('masks personal data in them', async () => {
    await world.submit('mori', send(), {
      state: choice('prevention'),
      note: note('山田太郎様（基礎年金番号 1234-567890）に説明しました。'),
    });
    expect((await world.last('yamada')).text).toContain(
      '〔氏名〕様（基礎年金番号 〔基礎年金番号〕）に説明しました。',
    );
    expect((await world.everythingStored()).includes('567890')).toBe(false);
  });

  it('from a form that was open while another did it, is not sent', async () => {
    const before = await lastFiled(world, 'yamada');
    const late = await world.submit('tanaka', send(), {
      state: choice('prevention'),
      note: note('同じ更新です。'),
    });
    expect(late).toMatchObject({ ok: false, problem: { kind: 'stale', person: 'mori', action: 'update' } });
    expect(await lastFiled(world, 'yamada')).toEqual(before);
  });
});
