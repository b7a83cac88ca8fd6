import type { ListPage, ListQuery, OwnTasks, ReportInFull, TaskPart } from '../../src/application/ports.ts';
import type { ListedReport } from '../../src/domain/listed-report.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { button, fact, line, type View } from '../../src/domain/view.ts';

export const SAMPLE_PAGE = 20;

/** More than one page of every kind of line: overdue, serious, without level, without holder, closed, a drill. */
export const SAMPLE_REPORTS: readonly ListedReport[] = Array.from({ length: 25 }, (_, index) =>
  sampleReport(index),
);

function titleOf(index: number): string {
  return `窓口で別の方の通知書を渡した（${index + 1}件目）`;
}

function sampleReport(index: number): ListedReport {
  const serious = index % 5 === 0;
  const closed = index % 4 === 3;
  const overdue = index === 0;
  const due = closed ? null : `2026-11-${String(20 + (index % 8))}T03:00:00.000Z`;
  const step = phrase('clock.acknowledge');
  const level = phrase(`severity.s${serious ? 3 : 2}`);
  const next = due === null ? null : phrase(overdue ? 'list.overdue' : 'list.next', { step, due: { due } });
  return {
    number: `INC-26-7KQ${String.fromCharCode(65 + index)}M`,
    type: phrase('type.incident'),
    subtype: phrase('subtype.incident.misdelivery'),
    title: phrase('value', { value: titleOf(index) }),
    severity: index === 6 ? null : phrase('list.severity', { level }),
    level: index === 6 ? null : level,
    serious,
    state: phrase(`state.incident.${closed ? 'closed' : 'received'}`),
    office: phrase('value', { value: { unit: 'office-midori' } }),
    unit: phrase('value', { value: { unit: 'risk' } }),
    holder: index % 3 === 0 ? phrase('value', { value: { person: 'p-risk' } }) : null,
    next,
    step: due === null ? null : step,
    due,
    overdue,
    drill: index === 2,
    visibility: serious ? 'restricted' : 'units',
    filedAt: `2026-11-${String(20 - (index % 19)).padStart(2, '0')}T00:30:00.000Z`,
    campaign: null,
  };
}

/**
 * mine: three; tasks: those that are due; overdue: the one; all: everything; a board: what has no holder. Words are
 * looked for in numbers and titles; of the filters, one is enough to see that they arrive.
 */
export function samplePage({ list, words, filter, after }: ListQuery): ListPage {
  const listed = {
    mine: SAMPLE_REPORTS.slice(0, 3),
    tasks: SAMPLE_REPORTS.filter(({ due }) => due !== null),
    overdue: SAMPLE_REPORTS.filter(({ overdue }) => overdue),
    board: SAMPLE_REPORTS.filter(({ holder }) => holder === null),
    all: SAMPLE_REPORTS,
  }[list];
  const found = listed.filter(
    (one) =>
      `${one.number} ${titleOf(SAMPLE_REPORTS.indexOf(one))}`.includes(words.trim()) &&
      (filter?.drill === undefined || one.drill === filter.drill),
  );
  const start = after ? found.findIndex(({ number }) => number === after.number) + 1 : 0;
  const reports = found.slice(start, start + SAMPLE_PAGE);
  const last = reports.at(-1);
  const more = start + reports.length < found.length;
  const next = last && more ? { number: last.number, at: last.due } : null;
  return { reports, next, total: after ? null : found.length };
}

/** On the Friday on which the first is overdue: that one, what is due from then on, one of December and one that waits. */
export function sampleTasks(most: number): OwnTasks {
  const part = (reports: readonly ListedReport[]): TaskPart => ({
    reports: reports.slice(0, most),
    total: reports.length,
  });
  const ahead = SAMPLE_REPORTS.slice(0, 22).filter(({ due, overdue }) => due !== null && !overdue);
  const today = ahead.filter(({ due }) => due === '2026-11-20T03:00:00.000Z');
  const step = phrase('clock.next_report');
  const late = '2026-12-04T03:00:00.000Z';
  const nexts = [
    { due: late, next: phrase('list.next', { step, due: { due: late } }) },
    { due: null, next: phrase('list.waiting', { step }) },
  ];
  return {
    overdue: part(SAMPLE_REPORTS.filter(({ overdue }) => overdue)),
    today: part(today),
    soon: part(ahead.filter((one) => !today.includes(one))),
    later: part(
      nexts.flatMap((next, index) =>
        SAMPLE_REPORTS.slice(22 + 2 * index, 23 + 2 * index).map((one) => ({ ...one, ...next })),
      ),
    ),
  };
}

export async function* samplePages(query: ListQuery): AsyncGenerator<ListedReport[]> {
  for (let after: ListQuery['after'] = null; ;) {
    const { reports, next }: ListPage = await Promise.resolve(samplePage({ ...query, after }));
    yield reports;
    if (!next) return;
    after = next;
  }
}

export function sampleReportInFull(number: string): ReportInFull {
  const title = phrase('details.title', {
    number,
    type: phrase('type.incident'),
    subtype: phrase('subtype.incident.misdelivery'),
  });
  const press = (action: string) => ({ action, report: number });
  const view: View = {
    kind: 'notice',
    lines: [
      line(title, 'strong'),
      line(phrase('card.state_nodue', { state: phrase('state.incident.received') })),
      line(phrase('said', { text: '窓口で別の方の通知書を渡した。回収済み。' }), 'quote'),
      line(phrase('summary.level', { level: phrase('severity.s3') })),
      line(phrase('summary.seen_by', { names: { list: [{ unit: 'risk' }, { unit: 'service' }] } })),
      line(phrase('details.steps'), 'strong'),
      line(
        phrase('details.step', { at: { moment: '2026-11-20T00:30:00.000Z' }, what: phrase('step.filed') }),
      ),
    ],
    inputs: [],
    buttons: [
      button(press('acknowledge'), phrase('btn.ack'), 'primary'),
      button(press('update'), phrase('btn.update')),
      button(press('why_due'), phrase('btn.why_due')),
    ],
    fallback: phrase('status.fallback', { number }),
  };
  return { number, title, view, thread: null };
}

export function sampleDraft(reviewing: boolean): View {
  const turn = reviewing ? 2 : 1;
  return {
    kind: 'summary',
    lines: [
      line(phrase('subtype.incident.misdelivery'), 'strong'),
      line(phrase('said', { text: '窓口で別の方の通知書を渡した。回収済み。' }), 'quote'),
      line(phrase('known', { facts: { list: [{ date: '2026-11-19' }, { unit: 'office-midori' }] } })),
      ...(reviewing ? [] : [fact(phrase('draft.missing'), phrase('field.incident.people.label'))]),
      fact(phrase('summary.seen_by'), phrase('value', { value: { unit: 'risk' } })),
      line(
        phrase('draft.due', { step: phrase('clock.acknowledge'), due: { due: '2026-11-20T01:15:00.000Z' } }),
      ),
    ],
    inputs: [],
    buttons: [
      ...(reviewing ? [button({ action: 'send', turn }, phrase('btn.send'), 'primary')] : []),
      button({ action: 'back', turn }, phrase('btn.back')),
      button({ action: 'edit', turn }, phrase('btn.edit')),
      button({ action: 'stop', turn }, phrase('btn.stop')),
    ],
    fallback: phrase('subtype.incident.misdelivery'),
  };
}
