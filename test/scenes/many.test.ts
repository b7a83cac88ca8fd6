import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, lastFiled, MISHANDED } from './steps.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('the same event delivered four times', () => {
  it('is one report and one card, whatever the order', async () => {
    await world.say('yamada', MISHANDED, 'said');
    await world.press('yamada', '1人');
    await world.press('yamada', '見ていない');
    const send = (await world.last('yamada')).buttons.find((one) => one.label === '送信')?.press ?? {
      action: '',
    };
    const again = () =>
      Promise.all([
        world.send('yamada', { kind: 'pressed', press: send }, 'sent'),
        world.say('yamada', MISHANDED, 'said'),
      ]);
    const first = await again();
    const later = [...(await again()), ...(await again()), ...(await again())];
    expect(first.map((result) => result.ok && result.value.repeated)).toEqual([false, true]);
    expect(later.map((result) => result.ok && result.value.repeated)).toEqual(later.map(() => true));
    const filed = await world.filed('yamada');
    expect(filed).toHaveLength(1);
    expect((await world.channel('risk-compliance')).map((one) => one.card)).toEqual([filed[0]?.number]);
    const receipts = (await world.heard('yamada')).filter((one) => one.text.startsWith('受け付けました。'));
    expect(receipts).toHaveLength(1);
  });

  it('is one step in the ledger when it is a button of the department', async () => {
    const { number } = await lastFiled(world, 'yamada');
    const press = { action: 'acknowledge', report: number };
    await Promise.all(
      [1, 2, 3, 4].map(() => world.send('tanaka', { kind: 'pressed', press }, 'acknowledged')),
    );
    const { steps } = await lastFiled(world, 'yamada');
    expect(steps.map((one) => one.kind)).toEqual(['filed', 'routed', 'acknowledged']);
    expect((await world.heard('yamada')).filter((one) => one.text.includes('受付確認しました'))).toHaveLength(
      1,
    );
  });
});

describe('reports of one instant', () => {
  it('are in the order in which they were filed', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 6; n++) {
      await fileMishanded(world, 'yoshida');
      const [received = ''] = (await world.last('yoshida')).text.split('\n');
      numbers.push(/INC-\d\d-\w{5}/.exec(received)?.[0] ?? received);
    }
    expect((await world.filed('yoshida')).map(({ number }) => number)).toEqual(numbers);
  });
});

describe('two handlers at once', () => {
  it('do not both become the holder', async () => {
    const { number } = await fileMishanded(world, 'shimizu');
    await Promise.all(['tanaka', 'mori'].map((person) => world.pressCard(person, number, 'take')));
    const { steps, holder } = await lastFiled(world, 'shimizu');
    const taken = steps.filter((one) => one.kind === 'taken');
    expect(taken.map((one) => one.actor)).toEqual([holder]);
    const late = holder === 'tanaka' ? 'mori' : 'tanaka';
    expect((await world.last(late)).text).toMatch(/さんが 9:12 に「担当になる」を済ませています。$/);
  });
});

describe('many people at once', () => {
  const PEOPLE = ['kobayashi', 'watanabe', 'suzuki', 'kudo', 'sasaki', 'nishida', 'okamoto', 'matsuda'];

  it('each keep a conversation of their own, and each file one report', async () => {
    const filed = await Promise.all(PEOPLE.map((person) => fileMishanded(world, person)));
    expect(new Set(filed.map((one) => one.number)).size).toBe(PEOPLE.length);
    expect(filed.map((one) => one.reporter)).toEqual(PEOPLE);
    for (const { number, office } of filed) {
      expect(await cardIn(world, 'risk-compliance', number)).not.toBeNull();
      expect(await cardIn(world, office, number)).not.toBeNull();
    }
    const akita = (await world.channel('akita')).map((one) => one.card).sort();
    const expected = filed.filter((one) => one.office === 'akita').map((one) => one.number);
    expect(akita).toEqual(expected.sort());
  });
});
