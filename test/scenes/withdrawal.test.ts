import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import {
  cardIn,
  fileMishanded,
  fileProposal,
  filled,
  formPress,
  lines,
  openedForm,
  sendForm,
} from './steps.ts';

const WHY = '同じ提案がもう実施されていたため。';

let world: World;
let proposal: Report;
let incident: Report;
beforeAll(async () => {
  world = await aWorld();
  proposal = await fileProposal(
    world,
    'yamada',
    '毎回3枚同じことを書くのが大変です。1枚にまとめればいいと思います',
    '住所変更届',
  );
  incident = await fileMishanded(world, 'shimizu');
}, WORLD_READY_MS);
afterAll(() => world.close());

const send = (person: string, action: string, number: string, values: FormValues) =>
  sendForm(world, person, formPress(action, number), values);
const because = (text = WHY) => ({ reason: filled.text(text) });

describe('差戻し', () => {
  const missing = { note: filled.text('どの届書の話かを書いてください。') };

  it('tells the reporter what is missing, in just these words', async () => {
    await world.pressCard('sato', proposal.number, 'acknowledge');
    await world.pressCard('sato', proposal.number, 'take');
    expect(await send('sato', 'send_back', proposal.number, missing)).toBe('taken');
    expect(await world.report(proposal.number)).toMatchObject({ state: 'needs_correction' });
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${proposal.number} に、足りないところがあります。書き足してください。`,
      'どの届書の話かを書いてください。',
    ]);
  });

  it('is done once', async () => {
    expect(await send('hayashi', 'send_back', proposal.number, missing)).toBe(
      '佐藤さんが 9:12 に「差戻し」を済ませています。',
    );
  });

  it('is over once the reporter has added it: the report is where it was, and the department is told', async () => {
    await world.send('yamada', { kind: 'pressed', press: { action: 'add', report: proposal.number } });
    await world.say('yamada', '住所変更届と氏名変更届です');
    await world.press('yamada', '送信');
    const back = await world.report(proposal.number);
    expect(back).toMatchObject({ state: 'under_review', holder: 'sato' });
    expect((await world.channel('service-promotion')).map(({ text }) => text)).toContain(
      `${proposal.number} に報告者の補正がありました。`,
    );
  });

  it('of an incident leaves it where it is: the work goes on', async () => {
    expect(await send('tanaka', 'send_back', incident.number, missing)).toBe('taken');
    expect(await world.report(incident.number)).toMatchObject({ state: 'received' });
    await world.pressCard('tanaka', incident.number, 'acknowledge');
    expect(await world.report(incident.number)).toMatchObject({ state: 'acknowledged' });
  });
});

describe('取下げ of a proposal', () => {
  it('is for its reporter alone', async () => {
    expect(await send('lee', 'withdraw', proposal.number, because())).not.toBe('taken');
    expect(await send('sato', 'withdraw', proposal.number, because())).not.toBe('taken');
    expect(await world.report(proposal.number)).toMatchObject({ state: 'under_review' });
  });

  it('holds at once, with its reason', async () => {
    expect(await send('yamada', 'withdraw', proposal.number, because('いや'))).toContain('短すぎます。');
    expect(await send('yamada', 'withdraw', proposal.number, because())).toBe('taken');
    expect(await world.report(proposal.number)).toMatchObject({ state: 'withdrawn' });
    expect((await world.last('yamada')).text).toBe(`${proposal.number} を取り下げました。`);
    const card = await cardIn(world, 'service-promotion', proposal.number);
    expect(card?.text).toContain('状態：取下げ');
    expect(card?.buttons.map(({ label }) => label)).toEqual(['くわしく']);
  });

  it('leaves nothing to be done by old buttons', async () => {
    for (const action of ['take', 'update', 'forward', 'withdraw']) {
      const { problem } = await openedForm(
        world,
        action === 'withdraw' ? 'yamada' : 'sato',
        action,
        proposal.number,
      );
      if (action !== 'take') expect(problem, action).not.toBeNull();
      await world.pressCard('sato', proposal.number, action);
    }
    expect(await world.report(proposal.number)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('取下げ of an incident', () => {
  it('is asked of head office, and nothing has changed until it consents', async () => {
    expect(await send('shimizu', 'withdraw', incident.number, because())).toBe('この操作は、できません。');
    expect(await send('shimizu', 'request_withdrawal', incident.number, because())).toBe('taken');
    expect(await world.report(incident.number)).toMatchObject({ state: 'acknowledged' });
    expect(lines(await world.last('yoshida'))).toEqual([
      `清水さんが ${incident.number} の承認を頼んでいます。`,
      `${incident.number} を取り下げる`,
      `理由：${WHY}`,
    ]);
    expect(await send('shimizu', 'request_withdrawal', incident.number, because())).toBe(
      '清水さんが 9:12 に「取下げの依頼」を済ませています。',
    );
  });

  it('that is declined goes on, and the reporter hears why', async () => {
    const { view } = await openedForm(world, 'yoshida', 'decline', incident.number);
    const request = filled.choice(view?.inputs[0]?.options[0]?.id ?? '');
    const reason = filled.text('誤交付はあったため、取り下げられません。');
    expect(await send('yoshida', 'decline', incident.number, { request, reason })).toBe('taken');
    expect(await world.report(incident.number)).toMatchObject({ state: 'acknowledged' });
    expect(lines(await world.last('shimizu'))).toEqual([
      `吉田さんが ${incident.number} の依頼を承認しませんでした。`,
      `${incident.number} を取り下げる`,
      '理由：誤交付はあったため、取り下げられません。',
    ]);
  });

  it('holds with consent, and is told to the reporter', async () => {
    await send('shimizu', 'request_withdrawal', incident.number, because('訓練を本番として出したため。'));
    const { view } = await openedForm(world, 'yoshida', 'approve', incident.number);
    const request = filled.choice(view?.inputs[0]?.options[0]?.id ?? '');
    expect(await send('yoshida', 'approve', incident.number, { request })).toBe('taken');
    expect(await world.report(incident.number)).toMatchObject({ state: 'withdrawn' });
    expect(lines(await world.last('shimizu')).slice(0, 2)).toEqual([
      `${incident.number} は、取り下げられました。`,
      '訓練を本番として出したため。',
    ]);
  });
});

describe('「取り下げます」', () => {
  it('asks why about the one report that can be, and withdraws a proposal at once', async () => {
    const other = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '番号札');
    await world.say('suzuki', '取り下げます');
    expect((await world.last('suzuki')).text).toContain(`${other.number} を取り下げる理由を`);
    await world.say('suzuki', 'はい');
    expect(await world.report(other.number)).toMatchObject({ state: 'received' });
    await world.say('suzuki', '同じ内容がもう実施されていたためです');
    expect((await world.last('suzuki')).text).toBe(`${other.number} を取り下げました。`);
    expect(await world.report(other.number)).toMatchObject({ state: 'withdrawn' });
    await world.say('suzuki', '取り下げます');
    expect((await world.last('suzuki')).text).toBe('取り下げられる報告は、ありません。');
  });

  it('of an incident asks head office for its consent', async () => {
    const other = await fileMishanded(world, 'nishida');
    await world.say('nishida', `${other.number} を取り下げたいです`);
    expect((await world.last('nishida')).text).toContain('本部の承認が要ります');
    await world.say('nishida', '別の報告と同じ件だったためです');
    expect((await world.last('nishida')).text).toBe('承認を頼みました。決まったら、お知らせします。');
    expect(await world.report(other.number)).toMatchObject({ state: 'received' });
  });

  it('of several lets the person choose, and goes no further when they stop', async () => {
    const first = await fileProposal(world, 'matsuda', '待合のいすを増やしてほしいです', '待合');
    world.clock.pass(1);
    const second = await fileProposal(world, 'matsuda', '封筒の窓を大きくしてほしいです', '封筒');
    await world.say('matsuda', '取り下げます');
    expect((await world.last('matsuda')).buttons.map(({ press }) => press.report)).toEqual([
      second.number,
      first.number,
    ]);
    await world.press('matsuda', `${first.number}を取り下げる`);
    await world.say('matsuda', 'やめる');
    expect(await world.report(first.number)).toMatchObject({ state: 'received' });
  });

  it('of another’s report is answered like one that does not exist', async () => {
    const other = await fileMishanded(world, 'okamoto');
    await world.say('suzuki', `${other.number} を取り下げます`);
    expect((await world.last('suzuki')).text).toContain('あなたが見られる報告には、ありませんでした。');
  });

  it('gives up what is not sent yet', async () => {
    const before = (await world.filed('kudo')).length;
    await world.say('kudo', '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです');
    await world.say('kudo', '取り下げます');
    expect((await world.last('kudo')).text).toContain('やめました');
    expect(await world.filed('kudo')).toHaveLength(before);
  });
});
