import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Understanding } from '../../src/domain/understanding.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { lastFiled } from './steps.ts';

const PROPOSAL = '住所変更届で、同じ住所を3枚に書くのが手間です。1枚にまとめるよう変えたいです';
const WITH_NAME = '山田太郎様が、住所変更届を1枚にまとめるよう変えてほしいそうです';
const SUSPECTED = '申請書の受付日を書きかえる手順を変えたいです';
const AGREED = '住所変更届の書き方を変えたいです';
const DRILL = '【訓練】標的型メールのリンクを押しました';
const TAKEN_FOR_RISK: Partial<Understanding> = {
  label: 'risk',
  decision: 'assume',
  alternatives: [{ label: 'risk', confidence: 0.99 }],
  suspicions: [],
  offerCompliance: false,
  items: [],
};

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [PROPOSAL]: TAKEN_FOR_RISK,
      [WITH_NAME.replace('山田太郎', '〔氏名〕')]: TAKEN_FOR_RISK,
      // A voice is kept with its suspicion.
      [SUSPECTED]: {
        ...TAKEN_FOR_RISK,
        label: 'customer_voice',
        alternatives: [{ label: 'customer_voice', confidence: 0.99 }],
        suspicions: ['violation'],
      },
      [AGREED]: {
        ...TAKEN_FOR_RISK,
        label: 'proposal',
        alternatives: [{ label: 'proposal', confidence: 0.99 }],
        prefill: {},
      },
      [DRILL]: { ...TAKEN_FOR_RISK, drill: true },
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

const candidates = () => world.house.store.candidates.list('undecided');

/** Calls the message a proposal, and leaves nothing open. */
async function toProposal(person: string, text: string): Promise<void> {
  await world.say(person, text);
  await rename(person);
}

async function rename(person: string): Promise<void> {
  await world.press(person, 'ちがう');
  await world.press(person, '業務改善提案');
  if (!(await world.last(person)).buttons.some(({ label }) => label === '送信'))
    await world.say(person, '住所変更届');
}

describe('a message that is called another type', () => {
  it('becomes a candidate, masked, once its report is sent', async () => {
    await toProposal('yamada', WITH_NAME);
    expect(await candidates()).toEqual([]);
    await world.press('yamada', '送信');
    const { number } = await lastFiled(world, 'yamada');
    expect(await candidates()).toMatchObject([
      { number, text: WITH_NAME.replace('山田太郎', '〔氏名〕'), takenFor: 'risk', label: 'proposal' },
    ]);
  });

  it('is kept once when the same events come again', async () => {
    const before = await candidates();
    await toProposal('suzuki', PROPOSAL);
    const send = (await world.last('suzuki')).buttons.find(({ label }) => label === '送信');
    if (!send) throw new Error('nothing can be sent');
    for (let times = 0; times < 3; times++)
      await world.send('suzuki', { kind: 'pressed', press: send.press }, 'the-same-event');
    const { number } = await lastFiled(world, 'suzuki');
    expect(await candidates()).toMatchObject([...before, { number, text: PROPOSAL }]);
  });
});

describe('nothing is kept', () => {
  async function keepsNothing(when: () => Promise<void>): Promise<void> {
    const before = await candidates();
    await when();
    expect(await candidates()).toEqual(before);
  }

  it('of what was not sent', () =>
    keepsNothing(async () => {
      await toProposal('kobayashi', PROPOSAL);
      await world.say('kobayashi', 'やめる');
    }));

  it('when the person agreed in the end', () =>
    keepsNothing(async () => {
      await world.say('shimizu', AGREED);
      await rename('shimizu');
      await world.press('shimizu', '送信');
      expect((await lastFiled(world, 'shimizu')).type).toBe('proposal');
    }));

  it('of what a violation was suspected in', () =>
    keepsNothing(async () => {
      await toProposal('watanabe', SUSPECTED);
      await world.press('watanabe', '送信');
      expect((await lastFiled(world, 'watanabe')).type).toBe('proposal');
    }));

  it('of a drill', () =>
    keepsNothing(async () => {
      await world.say('okamoto', DRILL);
      await world.press('okamoto', '訓練です');
      await rename('okamoto');
      await world.press('okamoto', '送信');
      const { type, filing } = await lastFiled(world, 'okamoto');
      expect([type, filing.drill]).toEqual(['proposal', true]);
    }));
});
