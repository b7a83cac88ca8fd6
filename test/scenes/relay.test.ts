import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, filled, formPress, labels, lastFiled, lines, submitForm, takenMishanded } from './steps.ts';

let world: World;
let report: Report;
beforeAll(async () => void ({ world, report } = await takenMishanded()), WORLD_READY_MS);
afterAll(() => world.close());

const { text, choice, date: day } = filled;
const press = (action: string) => ({ action, report: report.number });
const send = (person: string, action: string, values: FormValues) =>
  submitForm(world, person, action, report.number, values);
const steps = async () => (await lastFiled(world, 'yamada')).steps.map(({ kind }) => kind);
const said = async (person: string, action: string, values: FormValues) => {
  const shown = await world.house.edge.preview(
    person,
    { ...formPress(action, report.number), value: 'preview' },
    values,
  );
  if (!shown.ok || !shown.value) throw new Error('nothing to look at');
  const { lines: all, buttons } = shown.value;
  const say = (phrase: (typeof all)[number]['text']) => world.organized.words.say(phrase, 'ja');
  return { lines: all.map((one) => say(one.text)), buttons: buttons.map(({ label }) => say(label)) };
};

describe('報告者に質問', () => {
  const QUESTION = '通知書は封筒に入っていましたか';

  it('is offered on the card of a report that somebody works on', async () => {
    const card = await cardIn(world, 'risk-compliance', report.number);
    expect(card && labels(card)).toEqual(['回答する', '報告者に質問', '状況更新', 'くわしく']);
  });

  it('shows word for word what will reach the reporter, before anything is sent', async () => {
    expect(await said('tanaka', 'ask', { text: text(QUESTION) })).toEqual({
      lines: ['報告者に届くのは、この文だけです。', `「${QUESTION}」`],
      buttons: ['送信', '修正', 'やめる'],
    });
    expect(await steps()).not.toContain('asked');
  });

  it('arrives where the reporter was last heard, with two ways to answer', async () => {
    world.clock.pass(30);
    await send('tanaka', 'ask', { text: text(QUESTION) });
    const asked = await world.last('yamada');
    expect(lines(asked)).toEqual([
      `${report.number} について、リスク・コンプライアンス部から質問です。`,
      QUESTION,
    ]);
    expect(labels(asked)).toEqual(['答える', '分からない']);
  });

  it('takes the next message after 答える as the answer, and brings it to the department', async () => {
    await world.press('yamada', '答える');
    expect((await world.last('yamada')).text).toBe(
      `${report.number} の質問への答えを、ひとことで書いてください。`,
    );
    await world.say('yamada', '入っていました');
    expect((await world.last('yamada')).text).toBe('担当に届けました。');
    expect(lines(await world.last('tanaka'))).toEqual([
      `${report.number} 報告者の答え（9:42）`,
      '「入っていました」',
      `質問：「${QUESTION}」`,
    ]);
    expect((await steps()).slice(-2)).toEqual(['asked', 'replied']);
  });

  it('is answered once: its buttons are old from then on', async () => {
    await world.press('yamada', '答える');
    expect((await world.last('yamada')).text).toBe('山田さんが 9:42 に「質問への答え」を済ませています。');
    await world.press('yamada', '分からない');
    expect((await world.last('yamada')).text).toContain('済ませています');
    expect((await steps()).filter((kind) => kind === 'replied')).toHaveLength(1);
  });

  it('may be put twice: the questions are answered one after the other', async () => {
    await send('tanaka', 'ask', { text: text('封筒は閉じていましたか') });
    await send('mori', 'ask', { text: text('相手の方は何と言いましたか') });
    const first = (await world.heard('yamada')).at(-2);
    await world.send('yamada', { kind: 'pressed', press: first?.buttons[1]?.press ?? { action: '' } });
    const next = await world.last('yamada');
    expect(lines(next)).toEqual([
      '担当に届けました。',
      'もう1つ質問があります。「相手の方は何と言いましたか」',
    ]);
    expect(lines(await world.last('tanaka'))[1]).toBe('分からない');
    await world.press('yamada', '答える');
    await world.say('yamada', 'すぐ気づいたそうです');
    expect(lines(await world.last('mori'))).toEqual([
      `${report.number} 報告者の答え（9:42）`,
      '「すぐ気づいたそうです」',
      '質問：「相手の方は何と言いましたか」',
    ]);
    expect(lines(await world.last('tanaka'))[1]).toBe('「すぐ気づいたそうです」');
  });

  it('of the page opens a form with the question above', async () => {
    await send('tanaka', 'ask', { text: text('ほかに見た人はいますか') });
    const opened = await world.house.edge.openForm('yamada', press('reply'));
    const shown = opened.ok ? opened.value : null;
    expect(shown?.lines.map((one) => world.organized.words.say(one.text, 'ja'))).toEqual([
      `${report.number} の質問に答える`,
      '質問：「ほかに見た人はいますか」',
    ]);
    await send('yamada', 'reply', { text: text('いません') });
    expect(lines(await world.last('tanaka'))[1]).toBe('「いません」');
  });

  it('leaves a report that is being written where it was', async () => {
    await world.say('yamada', '午前に別の方へ書類を誤送信しました');
    const question = lines(await world.last('yamada')).at(-1);
    await send('tanaka', 'ask', { text: text('何時ごろでしたか') });
    await world.press('yamada', '答える');
    await world.say('yamada', '10時ごろ');
    const said = (await world.heard('yamada')).slice(-2).map((one) => one.text);
    expect(said.map((one) => one.split('\n').at(-1))).toEqual(['担当に届けました。', question]);
    await world.say('yamada', 'やめる');
  });

  it('is asked and answered by nobody else', async () => {
    const asking = { text: text('だれですか') };
    expect(await send('suzuki', 'ask', asking)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await send('watanabe', 'ask', asking)).toMatchObject({ problem: { kind: 'forbidden' } });
    await send('tanaka', 'ask', { text: text('最後の質問です') });
    await world.pressCard('watanabe', report.number, 'reply_unknown');
    expect((await world.last('watanabe')).text).toMatch(/だけができます。$/);
    expect((await steps()).at(-1)).toBe('asked');
  });
});

describe('割当', () => {
  const instruction = text('窓口の封筒の確認手順を調べてください');

  it('is for responsible managers, and for members of the department in charge', async () => {
    const opened = await world.house.edge.openForm('yoshida', press('assign'));
    const people = opened.ok ? opened.value?.inputs[0]?.options.map(({ id }) => id) : null;
    expect(people).toEqual(['tanaka', 'mori', 'yoshida']);
    expect(await world.house.edge.openForm('watanabe', press('assign'))).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('is not sent with a day that has passed, nor to somebody who is not on the list', async () => {
    const sent = (values: FormValues) => send('yoshida', 'assign', { instruction, ...values });
    expect(await sent({ holder: choice('mori'), due: day('2026-11-19') })).toMatchObject({
      problem: { kind: 'fields', errors: [{ field: 'due', message: { key: 'err.past' } }] },
    });
    expect(await sent({ holder: choice('suzuki'), due: day('2026-11-27') })).toMatchObject({
      problem: { kind: 'fields', errors: [{ field: 'holder' }] },
    });
  });

  it('tells the assignee what and by when, and the reporter only who has it now', async () => {
    await send('yoshida', 'assign', { holder: choice('mori'), instruction, due: day('2026-11-27') });
    const told = await world.last('mori');
    expect(lines(told)).toEqual([
      `${report.number} の担当に割り当てられました。`,
      '窓口の封筒の確認手順を調べてください',
      '期限は 11/27(金) です。終わったら、結果を報告してください。',
    ]);
    expect(labels(told)).toEqual(['結果を報告', 'くわしく']);
    expect(lines(await world.last('yamada'))[0]).toBe(`森さんが ${report.number} の担当になりました。`);
    expect((await cardIn(world, 'risk-compliance', report.number))?.text).toContain('担当：森');
    const all = (await world.heard('yamada')).map((one) => one.text).join('\n');
    expect(all).not.toContain('確認手順を調べて');
  });

  it('is overdue once its day has passed, and the assignee is reminded of it with the way to report', async () => {
    const before = world.clock.now();
    world.clock.set('2026-11-30T09:00:00+09:00');
    await world.tick();
    const [reminder] = (await world.heard('mori')).filter(({ text: said }) => said.includes('割当の結果'));
    expect(reminder?.text).toContain(report.number);
    expect(reminder && labels(reminder)).toContain('結果を報告');
    const told = (await world.heard('yamada')).map((one) => one.text).join('\n');
    expect(told).not.toContain('割当の結果');
    expect(
      (await world.report(report.number)).steps.some(({ facts }) => facts['clock'] === 'assigned_work'),
    ).toBe(true);
    world.clock.set(before);
  });

  it('owes a result, which only the assignee reports, once', async () => {
    expect(await send('tanaka', 'report_result', { text: text('調べました') })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    await send('mori', 'report_result', { text: text('手順書に確認欄がありませんでした') });
    expect(lines(await world.last('yoshida'))).toEqual([
      `森さんから、${report.number} の結果の報告です。`,
      '手順書に確認欄がありませんでした',
    ]);
    expect(await send('mori', 'report_result', { text: text('もう一度') })).toMatchObject({
      problem: { kind: 'stale', person: 'mori', action: 'report_result' },
    });
  });
});
