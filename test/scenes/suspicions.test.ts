import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, file, filled, lines, sendForm } from './steps.ts';

const VOICE = '窓口で待ち時間が長く、説明も遅かったと苦情を言われました';
const OTHER = '振込額が聞いていた額と違うと苦情を言われました';
const AS_A_COMPLAINT = {
  label: 'customer_voice' as const,
  decision: 'assume' as const,
  voiceKind: 'complaint' as const,
  suspicions: [],
  offerCompliance: false,
};

let world: World;
let voice: Report;
let other: Report;
beforeAll(async () => {
  world = await aWorld({ understands: { [VOICE]: AS_A_COMPLAINT, [OTHER]: AS_A_COMPLAINT } });
  voice = await file(world, 'yamada', VOICE, 'まだ何も');
  other = await file(world, 'shimizu', OTHER, '電話', 'まだ何も');
}, WORLD_READY_MS);
afterAll(() => world.close());

const refer = (person: string, { number }: Report, suspicion: string, passage?: string) =>
  sendForm(
    world,
    person,
    { action: 'refer_form', report: number },
    {
      suspicion: filled.choice(suspicion),
      ...(passage === undefined ? {} : { passage: filled.text(passage) }),
    },
  );

describe('a suspected error', () => {
  it('is referred by triage alone', async () => {
    expect(await refer('watanabe', other, 'clerical_error')).toMatch(/だけができます。$/);
    expect(await refer('nishida', other, 'clerical_error')).toContain('ありませんでした');
  });

  it('becomes a linked incident at the risk department, and the reporter is told both numbers', async () => {
    expect(await refer('sato', other, 'clerical_error', '聞いていた額と違う')).toBe('taken');
    const error = (await world.filed('shimizu')).find(({ type }) => type === 'incident');
    expect(error).toMatchObject({ primary: 'risk-compliance', reporter: 'shimizu', office: 'midori' });
    expect(error?.filing).toMatchObject({ text: '聞いていた額と違う', suspicions: ['clerical_error'] });
    expect((await world.report(other.number)).links.map(({ number }) => number)).toEqual([error?.number]);
    expect(lines(await world.last('shimizu'))[0]).toBe(
      `${other.number} の内容に誤りの疑いがあり、${error?.number} として調べます。`,
    );
    expect(await cardIn(world, 'risk-compliance', error?.number ?? '')).not.toBeNull();
  });
});

describe('a suspected violation', () => {
  const PLACES = ['midori', 'records', 'consultation', 'benefit'];

  it('stood open in the channels of the office and the owner until then', async () => {
    const cards = await Promise.all(PLACES.map((place) => cardIn(world, place, voice.number)));
    expect(cards.filter((card) => card?.text.includes('待ち時間が長く')).length).toBeGreaterThan(0);
    await world.say('watanabe', `${voice.number}は？`);
    expect((await world.last('watanabe')).text).toContain(voice.number);
  });

  it('leaves the voice to service promotion alone', async () => {
    const told = (await world.heard('yamada')).length;
    expect(await refer('sato', voice, 'violation')).toBe('taken');
    expect(await world.report(voice.number)).toMatchObject({
      primary: 'service-promotion',
      copies: [],
      referrals: ['compliance-desk'],
      visibility: 'restricted',
    });
    // It may be about whoever reported it.
    expect(await world.heard('yamada')).toHaveLength(told);
  });

  it('takes its words out of every card but that of service promotion', async () => {
    expect((await cardIn(world, 'service-promotion', voice.number))?.text).toContain('待ち時間が長く');
    for (const place of [...PLACES, 'block-minami-kanto', 'planning']) {
      for (const { text } of await world.channel(place)) {
        expect(text).not.toContain('待ち時間が長く');
        expect(text).not.toContain(voice.number);
      }
    }
    expect((await cardIn(world, 'midori', voice.number))?.text).toBe(
      'この報告は、ここでは見られなくなりました。',
    );
  });

  it('tells the designated officers its number and nothing else', async () => {
    expect((await world.channel('compliance-desk')).map(({ text }) => text)).toEqual([
      `${voice.number} に違反の疑いがあります。通報の担当者が確かめてください。`,
    ]);
  });

  it('does not exist any more for those who saw it before', async () => {
    await world.say('watanabe', `${voice.number}は？`);
    expect((await world.last('watanabe')).text).toContain('あなたが見られる報告には、ありませんでした。');
    await world.pressCard('watanabe', voice.number, 'details');
    expect((await world.last('watanabe')).text).toContain('あなたが見られる報告には、ありませんでした。');
  });

  it('is no word to its reporter, neither as the last step nor among all', async () => {
    await world.say('yamada', `${voice.number}は？`);
    expect((await world.last('yamada')).text).not.toContain('疑い');
    await world.pressCard('yamada', voice.number, 'details');
    expect((await world.last('yamada')).text).not.toContain('疑い');
  });

  it('can go no other way from then on', async () => {
    const before = await world.report(voice.number);
    expect(await refer('hayashi', voice, 'clerical_error')).toBe(
      '佐藤さんが 9:12 に「疑いの転送」を済ませています。',
    );
    const values = { unit: filled.unit('benefit'), reason: filled.text('給付部の話のため。') };
    expect(await sendForm(world, 'sato', { action: 'forward_form', report: voice.number }, values)).not.toBe(
      'taken',
    );
    expect(await world.report(voice.number)).toEqual(before);
  });
});
