import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileReports } from '../../../src/application/file-reports.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { aDraft } from '../../support/builders.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { slackWorld, type SlackWorld } from '../../support/slack-world.ts';

/** More than a page of a list. */
const LATE = 27;

let world: SlackWorld;
let late: string[];
let fresh: string[];
beforeAll(async () => {
  world = await slackWorld();
  late = await file(LATE);
  world.clock.set('2026-11-24T09:12:00+09:00');
  fresh = await file(12);
}, WORLD_READY_MS);
afterAll(() => world.close());

async function file(count: number): Promise<string[]> {
  const { store, surroundings } = world.house;
  const numbers: string[] = [];
  for (let n = 0; n < count; n += 1) {
    world.clock.pass(0.1);
    const drafts = [aDraft(world.organized.catalogue, 'incident')];
    const filed = await store.work.transact((tx) =>
      fileReports(surroundings, tx, 'shimizu', 'midori', drafts),
    );
    numbers.push(...filed.map(({ number }) => number));
  }
  await world.settle();
  return numbers;
}

/** The lines of the Home tab under a heading, up to the next. */
async function home(person: FakePerson, heading: string): Promise<string[]> {
  await person.openHome();
  const lines = textOf(world.slack.workspace.homes.get(person.user)?.blocks ?? []).split('\n');
  const from = lines.findIndex((line) => line.startsWith(heading));
  const rest = lines.slice(from + 1);
  const until = rest.findIndex((line) => /（\d+件）$|^言語・/u.test(line));
  return from === -1 ? [] : [lines[from] ?? '', ...rest.slice(0, until)];
}
const numbersIn = (lines: readonly string[]) => lines.flatMap((line) => /INC-26-\w+/u.exec(line)?.[0] ?? []);

describe('the Home tab of somebody with more overdue than a page holds', () => {
  it('says how many there are, and shows the first', async () => {
    const [heading, ...rows] = await home(world.person('tanaka'), 'わたしの担当：期限超過');
    expect(heading).toBe(`わたしの担当：期限超過（${LATE}件）`);
    expect(new Set(numbersIn(rows)).size).toBe(8);
    expect(late).toEqual(expect.arrayContaining(numbersIn(rows)));
    expect(rows).toContain(`ほかに${LATE - 8}件あります。`);
  });

  it('shows what is due today all the same', async () => {
    const [heading, ...rows] = await home(world.person('tanaka'), 'わたしの担当：今日まで');
    expect(heading).toBe('わたしの担当：今日まで（12件）');
    expect(new Set(numbersIn(rows)).size).toBe(8);
    expect(fresh).toEqual(expect.arrayContaining(numbersIn(rows)));
  });

  it('shows what is due later than that, whatever is due before it', async () => {
    const [number = ''] = fresh;
    const press = { action: 'acknowledge', report: number };
    await world.send('tanaka', { kind: 'pressed', press });
    const ahead = [
      ...(await home(world.person('tanaka'), 'わたしの担当：7日以内')),
      ...(await home(world.person('tanaka'), 'わたしの担当：それより先')),
    ];
    expect(numbersIn(ahead)).toEqual([number]);
    expect((await home(world.person('tanaka'), 'わたしの担当：今日まで')).at(0)).toContain('（11件）');
  });
});

describe('a list that is asked for in a chat', () => {
  it.each([
    ['tanaka', '期限超過', '期限を過ぎた件', () => late],
    ['shimizu', 'わたしの報告', '件あります', () => [...late, ...fresh]],
  ])('of %s, 「%s」, goes on to its end', async (id, words, head, all) => {
    const person = world.person(id);
    await person.write(words);
    await world.settle();
    const seen: string[] = [];
    const expected = all();
    while (seen.length < expected.length) {
      const said = person.heard().findLast((text) => text.includes(head)) ?? '';
      seen.push(...numbersIn(said.split('\n').slice(1, 6)));
      const left = expected.length - seen.length;
      expect(said.includes('ほかに')).toBe(left > 0);
      if (left === 0) break;
      expect(said).toContain(`ほかに${left}件あります。`);
      await person.press('続きを見る');
      await world.settle();
    }
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });
});
