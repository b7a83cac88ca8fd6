import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListQuery } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { comment, fileMishanded, fileProposal, MISHANDED, pressOf } from './steps.ts';

let world: World;
let incident: Report;
let proposal: Report;
beforeAll(async () => {
  world = await aWorld();
  proposal = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '番号札');
  incident = await fileMishanded(world, 'yamada');
}, WORLD_READY_MS);
afterAll(() => world.close());
// Nothing of one case repeats what another has done.
beforeEach(() => world.clock.pass(5));

const viewsOf = async ({ id }: Report) => (await world.house.store.reports.views(id, 1000)).toReversed();

/** Who looked at the incident meanwhile, and by which way, first look first. */
async function looks(meanwhile: () => Promise<unknown>): Promise<string[]> {
  const before = (await viewsOf(incident)).length;
  await meanwhile();
  return (await viewsOf(incident)).slice(before).map(({ person, by }) => `${person} ${by}`);
}

function list(person: string, of: ListQuery['list'], asked: Partial<ListQuery> = {}) {
  return world.house.edge.reports(person, { list: of, words: '', after: null, ...asked });
}

describe('a restricted report is viewed', () => {
  it.each([
    ['details', 'details'],
    ['status', 'status'],
    ['why_due', 'why'],
    ['why_route', 'why'],
  ])('with the button %s, each time it is pressed', async (action, by) => {
    const press = () => world.pressCard('yoshida', incident.number, action);
    expect(await looks(press)).toEqual([`yoshida ${by}`]);
    expect(await looks(press)).toEqual([`yoshida ${by}`]);
  });

  it('by whoever asks what became of it: by its number, as their own, by a description', async () => {
    for (const words of [`${incident.number}は？`, 'わたしの報告', '別の方の通知書の件はどうなりましたか'])
      expect([words, await looks(() => world.say('yamada', words))]).toEqual([words, ['yamada status']]);
  });

  it('once by a message that is delivered twice', async () => {
    const ask = () => world.say('yoshida', `${incident.number}は？`, 'delivered-twice');
    expect(await looks(ask)).toEqual(['yoshida status']);
    expect(await looks(ask)).toEqual([]);
  });

  it('when an act’s form opens, and not again when that form is read or the same press comes again', async () => {
    const { edge } = world.house;
    const split = pressOf(incident, 'split');
    expect(await looks(() => edge.openForm('tanaka', split))).toEqual(['tanaka form']);
    expect(await looks(() => edge.openForm('tanaka', split))).toEqual([]);
    world.clock.pass(2);
    expect(await looks(() => edge.formAgain('tanaka', split))).toEqual([]);
    expect(await looks(() => edge.openForm('tanaka', split))).toEqual(['tanaka form']);
    expect(await looks(() => edge.openForm('suzuki', split))).toEqual([]);
    expect(await looks(() => edge.openForm('tanaka', pressOf(incident, 'take')))).toEqual([]);
  });

  it('with each opening of its page; a page that is open and reads it again is one look a day', async () => {
    const page = (again: boolean) => () => world.house.edge.report('mori', incident.number, again);
    expect(await looks(page(true))).toEqual(['mori page']);
    world.clock.pass(2);
    expect(await looks(page(true))).toEqual([]);
    expect(await looks(page(false))).toEqual(['mori page']);
    expect(await looks(page(false))).toEqual([]);
    world.clock.pass(2);
    expect(await looks(page(false))).toEqual(['mori page']);
  });

  it('as a row of a list or of what is found, once a person and day however often it is drawn', async () => {
    expect(await looks(() => list('watanabe', 'all', { words: incident.number }))).toEqual(['watanabe list']);
    expect(await looks(() => list('watanabe', 'all'))).toEqual([]);
    world.clock.pass(24 * 60);
    expect(await looks(() => list('watanabe', 'all'))).toEqual(['watanabe list']);
  });

  it('on a home tab like in any list', async () => {
    world.clock.pass(24 * 60);
    expect(await looks(() => world.house.edge.tasks('tanaka', 5))).toEqual(['tanaka list']);
    expect(await looks(() => world.house.edge.tasks('tanaka', 5))).toEqual([]);
  });

  it('by nobody who is told how many there are', async () => {
    const counted = await list('yoshida', 'tasks', { countOnly: true });
    expect(counted).toMatchObject({ ok: true, value: { reports: [], total: 1 } });
    expect(await looks(() => list('yoshida', 'tasks', { countOnly: true }))).toEqual([]);
    expect(await looks(() => list('yoshida', 'tasks'))).toEqual(['yoshida list']);
  });

  it('in a list that is asked for in chat, each time', async () => {
    const ask = () => world.say('mori', '担当している件');
    expect(await looks(ask)).toEqual(['mori list']);
    expect(await looks(ask)).toEqual(['mori list']);
  });

  it('by whoever is shown it as like what they write', async () => {
    expect(await looks(() => world.say('yamada', MISHANDED))).toEqual(['yamada alike']);
    await world.say('yamada', 'やめる');
  });

  it('once by two requests at the same time', async () => {
    const { edge } = world.house;
    const [page, rows] = [() => edge.report('yamaguchi', incident.number), () => list('yamaguchi', 'all')];
    const seen = await looks(() => Promise.all([page(), rows(), page(), rows(), page()]));
    expect(seen.toSorted()).toEqual(['yamaguchi list', 'yamaguchi page']);
  });
});

describe('views', () => {
  it('are none of a report that is not restricted', async () => {
    await world.say('suzuki', `${proposal.number}は？`);
    await world.house.edge.report('suzuki', proposal.number);
    await list('suzuki', 'mine');
    expect(await viewsOf(proposal)).toEqual([]);
  });

  it('are none by somebody who may not see it: they are shown nothing', async () => {
    expect(await looks(() => world.say('suzuki', `${incident.number}は？`))).toEqual([]);
    expect(await looks(() => world.pressCard('suzuki', incident.number, 'details'))).toEqual([]);
    expect(await looks(() => list('suzuki', 'all'))).toEqual([]);
  });

  it('hold up no form that was open meanwhile', async () => {
    const opened = await world.house.edge.openForm('tanaka', pressOf(incident, 'comment'));
    await world.pressCard('yoshida', incident.number, 'details');
    expect(opened.ok).toBe(true);
    expect(await comment(world, 'tanaka', incident, '封筒を確かめています。')).toBe('taken');
  });

  it('leave every chain whole, and every report as its events say', async () => {
    const { store, signer } = world.house;
    const verified = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(verified.flaw).toBeNull();
  });
});
