import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/organization.ts';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { AN_OUTAGE, cardIn, file, labels, lastFiled, lines } from './steps.ts';

const WORDS = [
  '窓口端末が全部つながりません。システムが止まっています',
  '朝から端末が動かず、窓口の受付ができません',
  '端末の画面が固まったままです',
];
const PERSONAL = '端末が落ちて、画面にお客様の記録が出たままです';
const understands = Object.fromEntries([...WORDS, PERSONAL].map((text) => [text, AN_OUTAGE]));
const word = (n: number) => WORDS[n % WORDS.length] ?? '';
const OFFICES = 40;
const RESTORED = '12時40分に復旧しました。端末を立ち上げ直してください。';

let world: World;
let first: Report;
let people: string[];
beforeAll(async () => {
  world = await aWorld({ now: '2026-11-20T10:05:00+09:00', understands });
  people = settleOffices(world);
  first = await file(world, 'yamada', word(0), '1人', 'ない', 'まだ何も');
}, WORLD_READY_MS);
afterAll(() => world.close());

/** One member of staff in each of so many offices besides the first reporter's. */
function settleOffices({ organized }: World): string[] {
  const { organization } = organized.catalogue;
  const offices = [...organization.units.values()].filter(
    ({ kind, id }) => kind === 'office' && id !== 'midori',
  );
  const someone = organization.people.get('suzuki');
  if (!someone) throw new Error('no suzuki');
  return offices.slice(0, OFFICES - 1).map(({ id }) => {
    const person: Person = {
      ...someone,
      id: `at-${id}`,
      posts: [{ unit: id, roles: ['staff'], from: '2020-04-01', until: null }],
    };
    (organization.people as Map<string, Person>).set(person.id, person);
    return person.id;
  });
}

const now = () => world.report(first.number);
const called = async () =>
  (await world.channel(first.primary)).filter((one) => one.text.includes('か所から報告されています'));

describe('forty offices report one outage in ten minutes', () => {
  it('the second is told that it is known, by number and time alone', async () => {
    await world.say(people[0] ?? '', word(1));
    const known = await world.last(people[0] ?? '');
    expect(lines(known)).toEqual([
      `システム障害は、すでに把握しています（${first.number}、10:05〜）。`,
      '同じものですか。同じなら、つなぐだけで済みます。',
    ]);
    expect(labels(known)).toEqual(['こちらも同じです', '別の内容です']);
  });

  it('and joins with one tap: no second report', async () => {
    await world.press(people[0] ?? '', 'こちらも同じです');
    expect((await world.last(people[0] ?? '')).text).toBe(
      `${first.number} につなぎました。進んだら、お知らせします。`,
    );
    expect(await world.filed(people[0] ?? '')).toEqual([]);
    const joined = (await now()).steps.find(({ kind }) => kind === 'joined');
    expect(joined).toMatchObject({ actor: people[0], facts: { follower: people[0] } });
    expect(joined?.note).toContain(word(1));
  });

  it('all others too: one report, one card with the number of offices', async () => {
    for (const [n, person] of people.slice(1).entries()) {
      world.clock.pass(10 / OFFICES);
      await world.say(person, word(n));
      await world.press(person, 'こちらも同じです');
    }
    const report = await now();
    expect(report.followers).toEqual(people);
    for (const person of people) expect(await world.filed(person)).toEqual([]);
    const cards = (await world.channel(report.primary)).filter(({ card }) => card !== null);
    expect(cards).toHaveLength(1);
    expect((await cardIn(world, report.primary, report.number))?.text).toMatch(/40か所（.+ ほか）/);
  }, 240_000);

  it('calls the group at 3, 10 and 30 offices, and the third makes it critical', async () => {
    expect((await called()).map(({ mention }) => mention)).toEqual([true, true, true]);
    expect((await called()).map(({ text }) => /(\d+)か所/.exec(text)?.[1])).toEqual(['3', '10', '30']);
    const report = await now();
    expect(first.level).toBe(3);
    expect(report.level).toBe(4);
    expect(report.steps.filter(({ kind }) => kind === 'level_changed')).toHaveLength(1);
    expect(report.copies).toContain('audit');
  });

  it('keeps what one office wrote from the others', async () => {
    await world.pressCard(people[1] ?? '', first.number, 'details');
    expect((await world.last(people[1] ?? '')).text).not.toContain(word(1));
    const said = (await world.heard(people[1] ?? '')).filter(({ text }) => text.includes('把握しています'));
    expect(said.map(({ text }) => text).join()).not.toContain(word(0));
  });

  it('tells all forty when it ends, in the same words', async () => {
    const handler = first.primary === 'systems' ? 'ogawa' : 'tanaka';
    await world.pressCard(handler, first.number, 'take');
    await world.submit(
      handler,
      { action: 'update_form', report: first.number },
      {
        state: { answer: { kind: 'choice', choice: 'follow_up_reported' } },
        note: { answer: { kind: 'text', text: RESTORED } },
      },
    );
    for (const person of ['yamada', ...people])
      expect((await world.last(person)).text, person).toContain(RESTORED);
  });

  it('takes no word of it any more when it was silent for two hours', async () => {
    world.clock.pass(121);
    await world.say(people[2] ?? '', word(1));
    expect((await world.last(people[2] ?? '')).text).not.toContain('把握しています');
    await world.say(people[2] ?? '', 'やめる');
  });
});

describe('an outage with personal data of another office', () => {
  it('is nothing that anybody else hears of', async () => {
    const own = await file(world, 'yamada', PERSONAL, '1人', 'ある', 'まだ何も');
    await world.say(people[3] ?? '', word(1));
    for (const { text } of await world.heard(people[3] ?? '')) expect(text).not.toContain(own.number);
    expect((await lastFiled(world, 'yamada')).followers).toEqual([]);
  });
});
