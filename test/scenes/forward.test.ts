import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filedMishanded, filled, lines, openedForm, sendForm } from './steps.ts';

const WHY = '給付の誤りの話のため、給付部で扱ってください。';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await filedMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const dueIn = (card: { text: string } | null) => /期限：.*$/m.exec(card?.text ?? '')?.[0];
const press = () => ({ action: 'forward_form', report: report.number });
const to = (unit: string, why = WHY) => ({ unit: filled.unit(unit), reason: filled.text(why) });
const now = () => world.report(report.number);
const forward = (person: string, unit: string) => sendForm(world, person, press(), to(unit));

describe('転送 that cannot be', () => {
  it.each([
    ['to the department that has it', to('risk-compliance'), 'リスク・コンプライアンス部は、今の担当です。'],
    ['to an office', to('midori'), 'みどり年金事務所は、この報告の担当になれません。'],
    ['to the designated officers', to('compliance-desk'), '通報窓口は、この報告の担当になれません。'],
    ['to audit, the third line', to('audit'), '監査部は、この報告の担当になれません。'],
    ['to the drill desk', to('training'), '訓練受付は、この報告の担当になれません。'],
    ['to an abolished unit', to('aoba'), 'あおば年金事務所は、今はありません。'],
    ['to nothing known', to('nowhere'), 'その部署は一覧にありません。'],
    ['for a reason of one character', to('benefit', 'あ'), '短すぎます。5字以上で'],
    ['for a reason of signs alone', to('benefit', '。。。。。。。。'), '短すぎます。5字以上で'],
    ['for a reason of 10,000 characters', to('benefit', 'あ'.repeat(10_000)), '9500字多いです。'],
    ['for no reason', { unit: filled.unit('benefit') }, 'まだ空です。'],
  ])('%s: says why, and changes nothing', async (_what, values, words) => {
    const before = await now();
    expect(await sendForm(world, 'tanaka', press(), values)).toContain(words);
    expect(await now()).toEqual(before);
  });

  it('by somebody without the right, or who may not see it', async () => {
    const before = await now();
    expect(await forward('watanabe', 'benefit')).toMatch(/^この操作は、.*だけができます。$/);
    expect(await forward('suzuki', 'benefit')).toContain('あなたが見られる報告には、ありませんでした。');
    expect(await now()).toEqual(before);
  });
});

describe('転送', () => {
  it('shows what will be sent, and to whom, before it is', async () => {
    const { send } = await openedForm(world, 'tanaka', 'forward', report.number);
    if (!send) throw new Error('no form');
    const shown = await world.house.edge.preview('tanaka', send, to('benefit'));
    const view = shown.ok ? shown.value : null;
    expect(view?.lines.map(({ text }) => world.organized.words.say(text, 'ja'))).toEqual([
      `${report.number} を年金給付部に転送します。`,
      `理由：${WHY}`,
      '報告者にも、この理由が届きます。',
    ]);
    expect((await now()).primary).toBe('risk-compliance');
  });

  it('makes another department responsible and leaves a copy, while the clocks go on', async () => {
    await world.pressCard('tanaka', report.number, 'take');
    const before = await now();
    const due = dueIn(await cardIn(world, 'risk-compliance', report.number));
    const late = await openedForm(world, 'mori', 'forward', report.number);
    expect(await forward('tanaka', 'benefit')).toBe('taken');
    const after = await now();
    expect(after).toMatchObject({
      primary: 'benefit',
      holder: null,
      state: before.state,
      level: before.level,
    });
    expect(after.copies).toContain('risk-compliance');
    expect(after.copies).not.toContain('benefit');
    expect(after.rules).toEqual(before.rules);
    const card = await cardIn(world, 'benefit', report.number);
    expect(card?.text).toContain('送り先：年金給付部');
    expect(dueIn(card)).toBe(due);
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain('送り先：年金給付部');

    // The other, whose form was open meanwhile, is told who was first.
    if (!late.send) throw new Error('no form');
    expect(await sendForm(world, 'mori', late.send, to('records'))).toBe(
      '田中さんが 9:12 に「転送」を済ませています。',
    );
    expect((await now()).primary).toBe('benefit');
  });

  it('calls the new department once, because it is serious', async () => {
    const mentions = (await world.channel('benefit')).filter(({ mention }) => mention);
    expect(mentions.map(({ text }) => text.split('\n')[0])).toEqual([
      `リスク・コンプライアンス部から ${report.number} が転送されました。`,
    ]);
  });

  it('is told to the reporter with its reason', async () => {
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${report.number} をリスク・コンプライアンス部から年金給付部に転送しました。`,
      WHY,
    ]);
  });

  it('is not undone by an old button of the department that gave it away', async () => {
    await world.pressCard('okada', report.number, 'take');
    expect(await forward('okada', 'systems')).toBe('taken');
    await world.pressCard('okada', report.number, 'forward_form');
    expect((await world.last('okada')).text).toBe('岡田さんが 9:12 に「転送」を済ませています。');
  });

  it('back and forth is counted from the second time and decided by triage at the third', async () => {
    const card = async () => (await cardIn(world, 'systems', report.number))?.text ?? '';
    expect(await forward('kaneko', 'benefit')).toBe('taken');
    expect(await card()).not.toContain('戻り');
    expect(await forward('okada', 'systems')).toBe('taken');
    expect(await card()).toContain('戻り2回');
    const before = (await world.heard('yoshida')).length;
    expect(await forward('kaneko', 'benefit')).toBe('taken');
    expect((await world.last('yoshida')).text).toContain(
      `${report.number} が、前に担当した部署に3回戻りました。今は年金給付部です。`,
    );
    expect(await forward('okada', 'risk-compliance')).toBe('taken');
    expect(await world.heard('yoshida')).toHaveLength(before + 1);
  });
});
