import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListPage, ListQuery } from '../../src/application/ports.ts';
import { fileReports } from '../../src/application/file-reports.ts';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { aDraft } from '../support/builders.ts';
import { fileMishanded, fileProposal, MISHANDED } from './steps.ts';

const NUMBER_TICKETS = '番号札の表示が小さいので大きくしてほしい';

let world: World;
let proposal: Report;
let incident: Report;
beforeAll(async () => {
  world = await aWorld();
  proposal = await fileProposal(world, 'suzuki', NUMBER_TICKETS, '番号札');
  incident = await fileMishanded(world, 'yamada');
}, WORLD_READY_MS);
afterAll(() => world.close());

async function page(person: string, list: ListQuery['list'], over: Partial<ListQuery> = {}) {
  const found = await world.house.edge.reports(person, { list, words: '', after: null, ...over });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value;
}
const numbers = ({ reports }: ListPage) => reports.map(({ number }) => number);
const listed = async (person: string, list: ListQuery['list'], words = '') =>
  numbers(await page(person, list, { words }));
const inFull = async (person: string, number: string) => world.house.edge.report(person, number);

describe('a report that was filed', () => {
  it('stands among those of its reporter, and among the tasks of those who handle it', async () => {
    expect(await listed('yamada', 'mine')).toEqual([incident.number]);
    expect(await listed('tanaka', 'tasks')).toEqual([incident.number]);
    expect(await listed('tanaka', 'all')).toContain(incident.number);
    expect(await listed('tanaka', 'mine')).toEqual([]);
  });

  it('stands in no list of whoever may not see it, by no words', async () => {
    for (const list of ['mine', 'tasks', 'all'] as const) {
      for (const words of ['', incident.number, MISHANDED])
        expect(await listed('suzuki', list, words)).not.toContain(incident.number);
    }
    expect(await listed('saito', 'tasks')).toEqual([]);
  });

  it('opens to whoever sees it; to the others it is like a number that was never given', async () => {
    expect(await inFull('yamada', incident.number)).toMatchObject({ ok: true });
    const hidden = await inFull('suzuki', incident.number);
    expect(hidden).toEqual({ ok: false, problem: { kind: 'not_found' } });
    expect(await inFull('suzuki', 'INC-26-0000A')).toEqual(hidden);
    expect(await inFull('suzuki', '')).toEqual(hidden);
  });

  it('is found by its number in any typing and by what it says, within the list that is asked', async () => {
    const [, year, code] = incident.number.split('-');
    expect(await listed('tanaka', 'tasks', `ｉｎｃ ${year} ${code?.toLowerCase()}`)).toEqual([
      incident.number,
    ]);
    expect(await listed('yamada', 'mine', '別の方の通知書')).toEqual([incident.number]);
    expect(await listed('suzuki', 'mine', '番号札')).toEqual([proposal.number]);
    expect(await listed('suzuki', 'tasks', '番号札')).toEqual([]);
    expect(await listed('tanaka', 'tasks', proposal.number)).toEqual([]);
    expect(await listed('yamada', 'mine', '冷房の故障')).toEqual([]);
  });

  it('is overdue once its date has passed, and leads the list', async () => {
    const before = await page('tanaka', 'tasks');
    expect(before.reports).toMatchObject([{ overdue: false, next: { key: 'list.next' } }]);
    world.clock.pass(120);
    const later = await fileMishanded(world, 'watanabe');
    expect((await page('tanaka', 'tasks')).reports).toMatchObject([
      { number: incident.number, overdue: true },
      { number: later.number, overdue: false },
    ]);
  });

  it('leaves the tasks of the others when somebody takes it, and has another date then', async () => {
    await world.pressCard('tanaka', incident.number, 'take');
    const [first, second] = (await page('tanaka', 'tasks')).reports;
    expect([first?.number, second?.number]).toContain(incident.number);
    expect([first, second].find((one) => one?.number === incident.number)).toMatchObject({
      holder: { values: { value: { person: 'tanaka' } } },
      next: { values: { step: { key: 'clock.next_report' } } },
    });
    expect(await listed('yoshida', 'tasks')).not.toContain(incident.number);
    expect(await listed('yoshida', 'all')).toContain(incident.number);
  });
});

/** All at the same moment: nothing but their order among equals tells them apart. */
async function fileMany(count: number): Promise<string[]> {
  world.clock.pass(1);
  const drafts = Array.from({ length: count }, () => aDraft(world.organized.catalogue, 'incident'));
  const { store, surroundings } = world.house;
  const filed: Report[] = [];
  for (const draft of drafts)
    filed.push(
      ...(await store.work.transact((tx) => fileReports(surroundings, tx, 'shimizu', 'midori', [draft]))),
    );
  return filed.map(({ number }) => number);
}

describe('lists longer than a page', () => {
  it('follow one another without gap or repetition while new reports come in', async () => {
    const filed = await fileMany(24);
    const first = await page('shimizu', 'mine');
    await fileMany(1);
    const second = await page('shimizu', 'mine', { after: first.next });
    expect([...numbers(first), ...numbers(second)].sort()).toEqual(filed.sort());
    expect(second.next).toBeNull();
    const tasks = await page('tanaka', 'tasks');
    await world.pressCard('tanaka', tasks.reports.at(-1)?.number ?? '', 'acknowledge');
    const rest = await page('tanaka', 'tasks', { after: tasks.next });
    const whole = new Set([...numbers(tasks), ...numbers(rest)]);
    for (const number of filed) expect(whole).toContain(number);
  });
});

describe('the draft', () => {
  it("is one's own, and follows the conversation into the language of the message", async () => {
    const draft = async (person: string) => {
      const shown = await world.house.edge.draft(person);
      if (!shown.ok) throw new Error(shown.problem.kind);
      return shown.value;
    };
    expect(await draft('suzuki')).toBeNull();
    await world.say('suzuki', MISHANDED);
    expect((await draft('suzuki'))?.lines.map(({ name }) => name?.key)).toContain('draft.missing');
    expect((await draft('suzuki'))?.language).toBeUndefined();
    expect(await draft('nishida')).toBeNull();
    await world.say('nishida', 'Yesterday I handed a notice to the wrong person at the counter.');
    expect(await draft('nishida')).toMatchObject({ language: 'en' });
  });
});
