import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileReports } from '../../src/application/file-reports.ts';
import type { ListQuery } from '../../src/application/ports.ts';
import type { HouseRequest } from '../../src/cli/house-request.ts';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { COMMAND_LINE } from '../../src/domain/impersonal-actors.ts';
import type { ListedReport } from '../../src/domain/listed-report.ts';
import type { ReportView } from '../../src/domain/report-views.ts';
import type { Report } from '../../src/domain/report.ts';
import { aDraft } from '../support/builders.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { fileMishanded, fileProposal, labels } from './steps.ts';

let world: World;
let proposal: Report;
let incident: Report;
beforeAll(async () => {
  world = await aWorld();
  proposal = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '番号札');
  incident = await fileMishanded(world, 'yamada');
}, WORLD_READY_MS);
afterAll(() => world.close());

type Asked = Omit<Partial<ListQuery>, 'list'>;

async function page(person: string, list: ListQuery['list'], asked: Asked = {}) {
  const found = await world.house.edge.reports(person, { list, words: '', after: null, ...asked });
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value;
}
const listed = async (person: string, list: ListQuery['list'], asked: Asked = {}) =>
  (await page(person, list, asked)).reports.map(({ number }) => number);

async function exported(person: string, list: ListQuery['list'], asked: Asked = {}): Promise<ListedReport[]> {
  const found = await world.house.edge.exportReports(person, { list, words: '', after: null, ...asked });
  if (!found.ok) throw new Error(found.problem.kind);
  const rows: ListedReport[] = [];
  for await (const some of found.value) rows.push(...some);
  return rows;
}

const views = (report: Report): Promise<ReportView[]> => world.house.store.reports.views(report.id, 50);
const board = (by: 'phase' | 'due' | 'severity', is: unknown = null) => ({
  board: {
    unit: 'risk-compliance',
    by,
    column: is === null ? null : ({ by, is } as NonNullable<ListQuery['board']>['column']),
  },
});

describe('期限超過', () => {
  it('is empty until a date has passed, and then counted for those who serve the unit', async () => {
    expect(await page('tanaka', 'overdue')).toMatchObject({ reports: [], total: 0 });
    world.clock.pass(120);
    expect(await page('tanaka', 'overdue')).toMatchObject({
      reports: [{ number: incident.number, overdue: true }],
      total: 1,
      next: null,
    });
    expect(await listed('yamada', 'overdue')).toEqual([]);
    expect(await listed('suzuki', 'overdue')).toEqual([]);
  });

  it('still has what a colleague holds: the unit answers for it', async () => {
    await world.pressCard('mori', incident.number, 'take');
    world.clock.set('2026-11-30T10:00:00+09:00');
    expect(await listed('yoshida', 'overdue')).toEqual([incident.number]);
    expect(await listed('yoshida', 'tasks')).toEqual([]);
    expect(await listed('mori', 'tasks', { filter: { holder: 'me' } })).toEqual([incident.number]);
    expect(await listed('tanaka', 'tasks', { filter: { holder: 'me' } })).toEqual([]);
  });
});

describe('filters', () => {
  it.each<[ListQuery['filter'], boolean]>([
    [{ type: 'incident' }, true],
    [{ type: 'proposal' }, false],
    [{ phase: 'in_progress' }, true],
    [{ phase: 'new' }, false],
    [{ office: 'midori' }, true],
    [{ office: 'akita' }, false],
    [{ unit: 'risk-compliance' }, true],
    [{ holder: 'nobody' }, false],
    [{ due: 'overdue' }, true],
    [{ due: 'today' }, false],
    [{ due: 'none' }, false],
    [{ from: '2026-11-20', until: '2026-11-20' }, true],
    [{ from: '2026-11-21' }, false],
    [{ until: '2026-11-19' }, false],
    [{ drill: true }, false],
    [{ drill: false }, true],
    [{ type: 'incident', office: 'midori', due: 'overdue', holder: 'nobody' }, false],
  ])('%j narrows what the risk department sees: %s', async (filter, there) => {
    expect((await listed('yoshida', 'all', { filter })).includes(incident.number)).toBe(there);
    expect((await listed('yoshida', 'all', { filter, words: incident.number })).length).toBe(there ? 1 : 0);
    expect((await listed('yoshida', 'all', { filter, words: '別の方の通知書' })).length).toBe(there ? 1 : 0);
  });

  it('show nobody more than without them', async () => {
    for (const filter of [{ type: 'incident' as const }, { unit: 'risk-compliance' }, { office: 'midori' }])
      expect(await listed('suzuki', 'all', { filter })).not.toContain(incident.number);
  });
});

describe('the board', () => {
  it('has a report in one column of each kind', async () => {
    const columnsWith = async (by: 'phase' | 'due' | 'severity', columns: readonly unknown[]) => {
      const found = [];
      for (const is of columns)
        if ((await listed('yoshida', 'board', board(by, is))).includes(incident.number)) found.push(is);
      return found;
    };
    const phases = ['new', 'acknowledged', 'in_progress', 'decided', 'closed'];
    expect(await columnsWith('phase', phases)).toEqual(['in_progress']);
    expect(await columnsWith('due', ['overdue', 'today', 'rest_of_week', 'later', 'none'])).toEqual([
      'overdue',
    ]);
    expect(await columnsWith('severity', [4, 3, 2, 1, 0])).toEqual([incident.level]);
  });

  it('shows whoever looks only what they may read', async () => {
    expect(await listed('suzuki', 'board', board('phase'))).toEqual([]);
    // The head of its office has a copy.
    expect(await listed('watanabe', 'board', board('phase'))).toEqual([incident.number]);
    expect(await listed('kikuchi', 'board', board('phase'))).toEqual([]);
  });

  it('is offered for the units one serves, and to those who look around for every department', () => {
    expect(world.house.edge.boards('tanaka')[0]).toBe('risk-compliance');
    expect(world.house.edge.boards('yamada')).toEqual([]);
    expect(world.house.edge.boards('nobody at all')).toEqual([]);
    const auditors = world.house.edge.boards('yamaguchi');
    expect(auditors).toEqual(expect.arrayContaining(['risk-compliance', 'service-promotion']));
  });
});

describe('views of a restricted report', () => {
  it('are events, each of them, told to nobody, on no card', async () => {
    expect((await world.report(incident.number)).visibility).toBe('restricted');
    const told = (await world.heard('yamada')).length;
    const cards = JSON.stringify(await world.channel('risk-compliance'));
    const before = (await views(incident)).length;
    await world.house.edge.report('yoshida', incident.number);
    world.clock.pass(2);
    await world.house.edge.report('yoshida', incident.number);
    expect((await views(incident))[0]).toEqual({ person: 'yoshida', at: world.clock.now(), by: 'page' });
    await exported('yoshida', 'all');
    await world.settle();
    expect((await views(incident))[0]).toEqual({ person: 'yoshida', at: world.clock.now(), by: 'export' });
    expect((await views(incident)).length).toBe(before + 3);
    expect((await world.heard('yamada')).length).toBe(told);
    expect(JSON.stringify(await world.channel('risk-compliance'))).toBe(cards);
    world.clock.set('2026-12-01T10:00:00+09:00');
    await world.pressCard('yoshida', incident.number, 'details');
    expect((await views(incident))[0]).toMatchObject({ person: 'yoshida', by: 'details' });
    expect((await views(incident)).length).toBe(before + 4);
  });

  it('are written down before a file of them leaves, and only for what is in it', async () => {
    const numbers = (await exported('mori', 'tasks')).map(({ number }) => number);
    expect(numbers).toEqual([incident.number]);
    expect((await views(incident))[0]).toMatchObject({ person: 'mori', by: 'export' });
    await exported('suzuki', 'all');
    expect((await views(incident)).map(({ person }) => person)).not.toContain('suzuki');
    expect(await views(proposal)).toEqual([]);
  });

  it('are events at the command line too, of what is shown and of what is taken along', async () => {
    const run = (request: HouseRequest) => answerFrom(world.organized, world.house, request, world.clock);
    const show = { command: 'report-show', number: incident.number, json: false, locale: 'ja' } as const;
    const before = await views(incident);
    expect((await run(show)).lines.join('\n')).toContain(incident.number);
    const list = { command: 'report-list', limit: 50, json: false, locale: 'ja' } as const;
    expect((await run(list)).lines.join('\n')).toContain(incident.number);
    await run(show);
    const since = (await views(incident)).slice(0, -before.length);
    const view = { person: COMMAND_LINE, at: world.clock.now() };
    expect(since).toEqual(['details', 'list', 'details'].map((by) => ({ ...view, by })));
    const { lines } = await run({
      command: 'report-views',
      number: incident.number,
      json: false,
      locale: 'ja',
    });
    expect(lines[0]).toContain('コマンドライン（くわしく）');
    world.clock.set('2026-12-02T10:00:00+09:00');
    await run({ command: 'export', what: 'reports', format: 'csv', locale: 'ja' });
    expect((await views(incident))[0]).toMatchObject({ person: COMMAND_LINE, by: 'export' });
    expect(await views(proposal)).toEqual([]);
  });

  it('stand on the page of the audit, and on nobody else’s', async () => {
    const keysOn = async (person: string) => {
      const shown = await world.house.edge.report(person, incident.number);
      return shown.ok ? shown.value.view.lines.map(({ text }) => text.key) : [];
    };
    expect(await keysOn('yamaguchi')).toEqual(expect.arrayContaining(['views.title', 'views.line']));
    expect(await keysOn('yoshida')).not.toContain('views.title');
    expect(await keysOn('yamada')).not.toContain('views.title');
  });

  it('leave the ledger whole, and the report as its events say', async () => {
    const chains = world.house.store.ledger.chains();
    for await (const { number, head, row } of chains)
      if (number === incident.number) expect(row?.head).toEqual(head);
  });
});

describe('lists in chat', () => {
  const ask = async (person: string, words: string) => {
    await world.say(person, words);
    return world.last(person);
  };

  it('are a few lines, a button for each report, and the ways to the others', async () => {
    const late = await ask('mori', '期限超過');
    expect(late.text.split('\n')).toEqual([
      '期限を過ぎた件は、1件です。',
      expect.stringContaining(`${incident.number}「`),
    ]);
    expect(labels(late)).toEqual([
      `${incident.number}を見る`,
      '一覧を開く',
      '担当している件',
      'わたしの報告',
    ]);
    await world.say('mori', '担当している件');
    expect((await world.last('mori')).text).toContain('担当している件は、1件です。');
    expect(labels(await ask('tanaka', 'わたしの報告'))).toEqual(
      expect.arrayContaining(['一覧を開く', '担当している件', '期限超過']),
    );
  });

  it('say so when there is nothing, in English too, and reveal nothing', async () => {
    expect((await ask('suzuki', '期限切れ')).text).toBe('期限を過ぎた報告はありません。');
    expect((await ask('suzuki', 'my tasks')).text).toBe('You have no reports to handle.');
    expect(labels(await ask('suzuki', '自分の報告'))).not.toContain('期限超過');
  });

  it('are said where the way to a page leads nowhere', async () => {
    await world.send('mori', { kind: 'pressed', press: { action: 'open_list', value: 'overdue' } });
    expect((await world.last('mori')).text).toContain('期限を過ぎた件は、1件です。');
  });
});

describe('a file of what is seen', () => {
  it('has every page of a list and every column of a board, in the order in which they are seen', async () => {
    const own: string[] = [];
    const { store, surroundings } = world.house;
    const draft = aDraft(world.organized.catalogue, 'incident');
    for (let count = 0; count < 23; count++) {
      world.clock.pass(1);
      const filed = await store.work.transact((tx) =>
        fileReports(surroundings, tx, 'shimizu', 'midori', [draft]),
      );
      own.push(...filed.map(({ number }) => number));
    }
    const rows = await exported('shimizu', 'mine');
    expect(rows.map(({ number }) => number)).toEqual(own.toReversed());
    const columns: string[] = [];
    for (const is of ['new', 'acknowledged', 'in_progress', 'decided', 'closed']) {
      let after: ListQuery['after'] = null;
      do {
        const part = await page('tanaka', 'board', { ...board('phase', is), after });
        columns.push(...part.reports.map(({ number }) => number));
        after = part.next;
      } while (after);
    }
    expect(columns.length).toBe(24);
    expect((await exported('tanaka', 'board', board('phase'))).map(({ number }) => number)).toEqual(columns);
  });
});
