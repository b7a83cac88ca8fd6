import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import {
  actionsOf,
  aTeams,
  cardsOf,
  ownChat,
  partsOf,
  pressOf,
  textOf,
  type Answered,
  type Teams,
} from '../../support/fake-teams/a-teams.ts';
import type { SentCard } from '../../support/fake-teams/connector.ts';
import { MISHANDED } from '../../scenes/steps.ts';

const RISK = '19:risk-compliance@thread.tacv2';
const IN_RISK = { channel: RISK };

let teams: Teams;
let number = '';
beforeAll(async () => {
  teams = await aTeams();
  await teams.say('yamada', MISHANDED);
  await teams.press('yamada', '1人');
  await teams.press('yamada', '見ていない');
  await teams.press('yamada', '送信');
  number = (await teams.world.filed('yamada')).at(-1)?.number ?? '';
}, WORLD_READY_MS);
afterAll(() => teams.close());

const cardOf = ({ body }: Answered) => body?.value as SentCard;
const inputs = (card: SentCard) =>
  partsOf(card).filter(({ type }) => type.startsWith('Input.')) as unknown as {
    id: string;
    value?: string;
  }[];
const choices = (card: SentCard, id: string) =>
  (partsOf(card).find((part) => part['id'] === id)?.['choices'] as { value: string }[]).map(
    ({ value }) => value,
  );
const errors = (card: SentCard) =>
  partsOf(card)
    .filter(({ id }) => String(id).endsWith('.error'))
    .map(({ text }) => text);
const living = () =>
  teams
    .inChannel(RISK)
    .filter((one) => cardsOf(one).some((card) => card.refresh?.action.data['refresh'] === number));
const standing = () => textOf(living().flatMap(cardsOf)[0] as SentCard);

describe('a button of the living card', () => {
  it('is answered with the card as it stands once the press was worked on, and every one sees it', async () => {
    const answered = await teams.press('tanaka', '受付確認', IN_RISK);
    expect(answered.body?.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(textOf(cardOf(answered))).toContain('受付確認済');
    expect(standing()).toContain('受付確認済');
    expect(living()).toHaveLength(1);
    expect(living()[0]?.updates).toBeGreaterThan(0);
  });

  it('that was pressed by another before says who did it and when, on the card as it stands', async () => {
    const answered = await teams.execute(
      'tanaka',
      { press: { action: 'acknowledge', report: number } },
      IN_RISK,
    );
    expect(textOf(cardOf(answered))).toContain('受付確認済');
    expect(teams.heard('tanaka').at(-1)).toMatch(/田中.*「受付確認」を済ませています/);
  });

  it('shows the present state to whoever opens the card', async () => {
    const answered = await teams.execute('tanaka', { refresh: number }, IN_RISK);
    expect(textOf(cardOf(answered))).toBe(standing());
  });

  it('tells whoever may not see the report what it tells of one that does not exist', async () => {
    const hidden = await teams.execute('kudo', { refresh: number }, IN_RISK);
    const absent = await teams.execute('kudo', { refresh: 'INC-26-QQQQQ' }, IN_RISK);
    expect(textOf(cardOf(hidden))).toBe(textOf(cardOf(absent)));
    expect(textOf(cardOf(hidden))).not.toContain(number);
  });
});

describe('a form of a department', () => {
  const open = () => teams.execute('tanaka', { press: { action: 'ask', report: number } }, IN_RISK);

  it('opens in the place of the card, for the one who pressed', async () => {
    const updates = living()[0]?.updates;
    const form = cardOf(await open());
    expect(inputs(form).map(({ id }) => id)).toContain('text');
    expect(actionsOf(form).map((one) => one['title'])).toContain('やめる');
    expect(living()[0]?.updates).toBe(updates);
  });

  it('comes back with what was typed and what is to be mended beside its field', async () => {
    const form = cardOf(await open());
    const send = pressOf(form, '内容を確認');
    const again = cardOf(await teams.execute('tanaka', { ...send, text: '' }, IN_RISK));
    expect(errors(again)).toHaveLength(1);
    expect((await teams.world.report(number)).steps.some(({ kind }) => kind === 'asked')).toBe(false);
  });

  it('shows what would leave, keeps what was typed unseen, and goes back to it', async () => {
    const form = cardOf(await open());
    const filled = { text: '通知書は封筒に入っていましたか' };
    const preview = cardOf(
      await teams.execute('tanaka', { ...pressOf(form, '内容を確認'), ...filled }, IN_RISK),
    );
    expect(textOf({ body: preview.body.filter(({ id }) => id !== 'behind') })).toContain(filled.text);
    expect(preview.body.find(({ id }) => id === 'behind')).toMatchObject({ isVisible: false });
    const behind = Object.fromEntries(inputs(preview).map(({ id, value }) => [id, value ?? '']));
    expect(behind['text']).toBe(filled.text);
    const edited = cardOf(await teams.execute('tanaka', { ...pressOf(preview, '修正'), ...behind }, IN_RISK));
    expect(inputs(edited).find(({ id }) => id === 'text')?.value).toBe(filled.text);
    const sent = cardOf(await teams.execute('tanaka', { ...pressOf(preview, '送信'), ...behind }, IN_RISK));
    expect(textOf(sent)).toBe(standing());
    expect((await teams.world.report(number)).steps.some(({ kind }) => kind === 'asked')).toBe(true);
    expect(teams.heard('yamada').at(-1)).toContain(filled.text);
  });

  it('gives the card back when it is closed', async () => {
    const form = cardOf(await open());
    expect(textOf(cardOf(await teams.execute('tanaka', pressOf(form, 'やめる'), IN_RISK)))).toBe(standing());
  });

  it('is not opened for whoever has no right to it', async () => {
    const answered = await teams.execute('kudo', { press: { action: 'forward', report: number } }, IN_RISK);
    expect(inputs(cardOf(answered))).toEqual([]);
  });

  it('without what opened it is no form of ours', async () => {
    const answered = await teams.execute(
      'tanaka',
      { press: { action: 'ask_form', report: number }, opener: 'x' },
      IN_RISK,
    );
    expect(answered.body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  });
});

describe('the form of a report in the personal chat', () => {
  it('is a message of its own, so that the question stays to be read; sent, it gives way to a word', async () => {
    await teams.say('suzuki', MISHANDED);
    const before = teams.inChannel(ownChat('suzuki')).length;
    const answered = await teams.press('suzuki', 'まとめて書く');
    expect(answered.body?.value).toBe('下に様式を出しました。');
    const posted = teams.inChannel(ownChat('suzuki')).slice(before);
    expect(posted).toHaveLength(1);
    const form = posted.flatMap(cardsOf)[0] as SentCard;
    const summary = inputs(form).find(({ id }) => id === 'summary');
    expect(summary?.value).toContain('別の方の通知書');
    const given = Object.fromEntries(inputs(form).map(({ id, value }) => [id, value ?? '']));
    const bad = cardOf(
      await teams.execute('suzuki', { ...pressOf(form, '内容を確認'), ...given, summary: '' }),
    );
    expect(errors(bad)).toContain('まだ空です。ひとことで書いてください。');
    const found = inputs(bad).find(({ id }) => id === 'summary');
    expect(found?.value).toBeUndefined();
    const sent = await teams.execute('suzuki', {
      ...pressOf(form, '内容を確認'),
      ...given,
      people: '3',
      opened: choices(form, 'opened')[0] ?? '',
    });
    expect(errors(cardOf(sent))).toEqual([]);
    expect(textOf(cardOf(sent))).toBe('受け取りました。');
    expect(teams.heard('suzuki').at(-1)).toContain('この内容で送りますか。');
  });

  it('looks units up instead of carrying 312 of them along', () => {
    const form = teams
      .inChannel(ownChat('suzuki'))
      .flatMap(cardsOf)
      .find((card) => inputs(card).length > 0) as SentCard;
    const menu = partsOf(form).find((part) => part['choices.data'] !== undefined);
    expect(menu).toMatchObject({
      type: 'Input.ChoiceSet',
      style: 'filtered',
      'choices.data': { type: 'Data.Query', dataset: 'units' },
    });
    expect((menu?.['choices'] as object[]).length).toBeLessThan(5);
  });
});
