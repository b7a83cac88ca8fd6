import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/domain/ledger.ts';
import { listedReport } from '../../src/domain/listed-report.ts';
import { actorOn, type Actor } from '../../src/domain/organization.ts';
import { outlookOf } from '../../src/domain/outlook.ts';
import { unitsServed } from '../../src/domain/permission.ts';
import { reportPageTitle, reportPageView } from '../../src/domain/report-page-view.ts';
import type { Report } from '../../src/domain/report.ts';
import { dialogRules, theCatalogue, TODAY } from '../support/builders.ts';
import { report, step, tokyo } from './moments.ts';

const catalogue = await theCatalogue();
const { calendar, organization } = catalogue;
const rules = dialogRules(catalogue);

function actor(id: string): Actor {
  const person = organization.people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return actorOn(person, TODAY);
}

const at = { primary: 'risk-compliance', copies: ['midori'], line: ['midori'], reporter: 'yamada' };
const received = report({ ...at, level: 3, visibility: 'restricted', state: 'received' });
const page = (who: string, one: Report = received) =>
  reportPageView({
    rules: { ...rules, calendar },
    actor: actor(who),
    report: one,
    now: tokyo('2026-11-20 10:00'),
    today: TODAY,
    others: new Map(),
    recentReasons: [],
  });
const actions = (who: string, one?: Report) => page(who, one).buttons.map(({ press }) => press.action);

describe('a report on a page of its own', () => {
  it('offers each person what they may do now', () => {
    expect(actions('tanaka')).toEqual([
      ...['acknowledge', 'take', 'ask', 'forward', 'send_back', 'change_severity', 'extend', 'assign'],
      ...['link', 'merge', 'split'],
      ...['why_route', 'why_due'],
    ]);
    expect(actions('yamada')).toEqual(['add', 'request_withdrawal', 'why_route', 'why_due']);
    expect(actions('watanabe')).toEqual(['why_route', 'why_due']);
    const taken = report(
      { ...at, state: 'in_progress', holder: 'tanaka' },
      step('taken', '2026-11-20 09:40', 'in_progress'),
    );
    expect(actions('tanaka', taken)).toEqual([
      ...[
        'answer',
        'ask',
        'update',
        'follow_up_report',
        'check',
        'forward',
        'send_back',
        'change_severity',
        'extend',
        'assign',
      ],
      ...['link', 'merge', 'split'],
      ...['why_route', 'why_due'],
    ]);
    expect(actions('watanabe', taken)).toEqual(['follow_up_report', 'check', 'why_route', 'why_due']);
  });

  it('tells everything that happened in the order in which it happened, with what was written', () => {
    const note = (text: string) => JSON.stringify({ text });
    const one = report(
      { ...at, state: 'in_progress' },
      { ...step('acknowledged', '2026-11-20 09:20', 'acknowledged') },
      { ...step('added', '2026-11-20 09:30', null), note: note('あとから分かったこと') },
      { ...step('updated', '2026-11-20 09:40', 'in_progress'), note: note('電話しました') },
    );
    const past = (who: string) => {
      const { lines } = page(who, one);
      const steps = lines.slice(lines.findIndex(({ text }) => text.key === 'details.steps') + 1);
      return steps.map(({ text }) => text.values?.['at'] ?? text.values?.['text']);
    };
    const everything = [
      { moment: tokyo('2026-11-20 09:12') },
      { moment: tokyo('2026-11-20 09:20') },
      { moment: tokyo('2026-11-20 09:30') },
      'あとから分かったこと',
      { moment: tokyo('2026-11-20 09:40') },
      '電話しました',
    ];
    expect(past('yamada')).toEqual(everything);
    // What stands in the thread beside it is not said twice.
    expect(past('tanaka')).toEqual(everything.filter((said) => said !== 'あとから分かったこと'));
  });

  it('says who sees it, and marks a drill in its title', () => {
    const names = page('tanaka').lines.map(({ name }) => name?.key);
    expect(names).toEqual(expect.arrayContaining(['summary.seen_by', 'summary.visibility', 'summary.level']));
    const drill = report({ ...at, filing: { ...received.filing, drill: true } });
    expect(reportPageTitle(drill).key).toBe('card.drill');
    expect(page('tanaka', drill).lines[0]?.text).toEqual(reportPageTitle(drill));
  });
});

describe('a line of a list', () => {
  const now = tokyo('2026-11-20 10:00');
  const row = (one: Report, moment = now) => listedReport(rules, one, calendar, moment);

  it('is overdue from the moment its date has passed', () => {
    const { due, overdue } = row(received);
    expect({ due, overdue }).toEqual({ due: tokyo('2026-11-20 10:12'), overdue: false });
    expect(row(received, tokyo('2026-11-20 10:12')).overdue).toBe(false);
    expect(row(received, tokyo('2026-11-20 10:13'))).toMatchObject({
      overdue: true,
      next: { key: 'list.overdue' },
    });
  });

  it('of what is closed waits for nothing, and of what was purged still says what it was', () => {
    const closed = report({ ...at, level: 0, state: 'closed', gist: '' });
    expect(row(closed)).toMatchObject({
      next: null,
      due: null,
      overdue: false,
      severity: null,
      title: { key: 'subtype.incident.misdelivery' },
    });
    expect(outlookOf(rules, closed, calendar)).toEqual({
      open: false,
      phase: 'closed',
      closedAt: closed.filedAt,
      nextDue: null,
      nextLook: null,
    });
  });

  it('is dated as the database orders it', () => {
    for (const state of ['received', 'acknowledged', 'in_progress', 'closed']) {
      const one = report({ ...at, state }, step('acknowledged', '2026-11-20 09:20', 'acknowledged'));
      expect(row(one).due).toBe(outlookOf(rules, one, calendar).nextDue);
    }
    expect(canonical(outlookOf(rules, received, calendar))).toBe(
      canonical({
        open: true,
        phase: 'new',
        closedAt: null,
        nextDue: tokyo('2026-11-20 10:12'),
        nextLook: tokyo('2026-11-20 10:12'),
      }),
    );
  });
});

describe('whose unclaimed reports wait for a person', () => {
  it.each([
    ['tanaka', ['risk-compliance']],
    ['yoshida', ['risk-compliance']],
    ['yamada', []],
    ['watanabe', []],
    ['yamaguchi', []],
  ])('%s: %s', (who, units) => {
    expect(unitsServed(actor(who))).toEqual(units);
  });
});
