import { officeDigest } from '../../../src/domain/digests/office-digest.ts';
import type { MonthCounts, OfficeCounts } from '../../../src/domain/digests/digest-counts.ts';
import { monthDigest } from '../../../src/domain/digests/month-digest.ts';
import { newsDigest } from '../../../src/domain/digests/news-digest.ts';
import { overdueDigest } from '../../../src/domain/digests/overdue-digest.ts';
import { stockDigest } from '../../../src/domain/digests/stock-digest.ts';
import {
  escalationLines,
  reminderLines,
  silenceAskLines,
  silenceView,
  toldView,
} from '../../../src/domain/clock-views.ts';
import { cardView } from '../../../src/domain/card-view.ts';
import { alikeView } from '../../../src/domain/dialog/alike-view.ts';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import type { EventFacts, EventKind } from '../../../src/domain/ledger.ts';
import { newsView } from '../../../src/domain/news.ts';
import { noteOf } from '../../../src/domain/note.ts';
import { actorOn, type Actor } from '../../../src/domain/organization.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import type { Report, StepRecord } from '../../../src/domain/report.ts';
import type { View } from '../../../src/domain/view.ts';
import { begin } from '../../domain/played-moves.ts';
import { tokyo } from '../../domain/moments.ts';
import { aDraft } from '../../support/builders.ts';
import { catalogue } from './a-voice.ts';

const { calendar, organization } = catalogue;
export const NOW = tokyo('2026-11-20 18:00');
const DUE = tokyo('2026-11-24 17:15');
const PASSED = tokyo('2026-11-19 17:15');
const PERIOD = { from: tokyo('2026-11-19 00:00'), before: tokyo('2026-11-20 00:00') };
const MONTH = { from: tokyo('2026-10-01 00:00'), before: tokyo('2026-11-01 00:00') };
const NOBODY_ELSE = { person: 'watanabe', for: null };

export function reportOf(type: string): Report {
  const found = begin().find(({ report }) => report.type === type);
  if (!found) throw new Error(`no report is of the type ${type}`);
  return { ...found.report, gist: '窓口で別の方の通知書を渡した', holder: 'tanaka' };
}

export function reader(id: string): Actor {
  const person = organization.people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return actorOn(person, '2026-11-24');
}

/** A report to which this has just happened, with the step that says it. */
export function after(
  report: Report,
  kind: EventKind,
  { facts = {}, note = null, actor = 'tanaka', state = null }: Partial<StepOver> = {},
): { report: Report; step: StepRecord } {
  const seq = report.head.seq + 1;
  const step = { seq, kind, actor, at: NOW, state, facts, note: note === null ? null : noteOf(note) };
  const head = { ...report.head, seq };
  return { report: { ...report, head, state: state ?? report.state, steps: [...report.steps, step] }, step };
}

interface StepOver {
  facts: EventFacts;
  note: string | null;
  actor: string;
  state: string | null;
}

function news(type: string, kind: EventKind, over: Partial<StepOver> = {}): View {
  const happened = after(reportOf(type), kind, over);
  const view = newsView(catalogue, happened.report, calendar, happened.step);
  if (!view) throw new Error(`nobody is told of ${kind}`);
  return view;
}

/** What a reporter is told of what was done about their report. */
const newsMessages = (): [string, View][] => [
  ['acknowledged', news('incident', 'acknowledged')],
  ['taken', news('incident', 'taken')],
  ['question to the reporter', news('incident', 'asked', { note: '封筒に入っていましたか。' })],
  ['moved on', news('proposal', 'updated', { state: 'under_review' })],
  [
    'answer, and whether it helped',
    news('customer_voice', 'answered', {
      facts: { final: true },
      note: '案内の文を、来月から替えます。',
      state: 'answered',
    }),
  ],
  [
    'answer for now',
    news('customer_voice', 'answered', {
      facts: { final: false },
      note: '担当部署に確かめています。',
      state: 'interim_answered',
    }),
  ],
];

/** What clocks say: by when, since when, and who was told. */
function clockMessages(): [string, View][] {
  const report = reportOf('incident');
  const moment = (kind: 'remind' | 'warn', clock: string, due: string) => ({
    kind,
    clock,
    due,
    at: NOW,
    key: 'k',
  });
  const told = (lines: ReturnType<typeof reminderLines>, clock: string) =>
    toldView(catalogue, report, { lines, clocks: [clock] }, null);
  const reminder = (kind: 'remind' | 'warn', clock: string, due: string) =>
    told(reminderLines(report, moment(kind, clock, due), NOW), clock);
  const escalation = (clock: string, role: 'office_head' | null) =>
    told(escalationLines(report, moment('remind', clock, PASSED), role), clock);
  return [
    ['reminder', reminder('remind', 'acknowledge', DUE)],
    ['reminder before a holiday', reminder('warn', 'next_report', DUE)],
    ['reminder when it is late', reminder('remind', 'final_report', PASSED)],
    ['escalation of what nobody took up', escalation('acknowledge', 'office_head')],
    ['escalation of what is late', escalation('final_report', 'office_head')],
    ['escalation with nobody above', escalation('final_report', null)],
    ['silence, to the holder', told(silenceAskLines(catalogue, report, NOW), 'silence')],
    ['silence, to the reporter', silenceView(catalogue, report, NOW)],
  ];
}

export const OFFICE: OfficeCounts = {
  office: 'midori',
  filed: 3,
  serious: 1,
  open: 12,
  overdue: 2,
  waiting: ['INC-26-7KQ4M'],
};
export const MONTH_COUNTS: MonthCounts = {
  types: [
    { type: 'incident', filed: 20, closed: 18, open: 9, overdue: 1 },
    { type: 'proposal', filed: 41, closed: 25, open: 16, overdue: 0 },
  ],
  levels: [
    { level: 4, filed: 1 },
    { level: 2, filed: 19 },
  ],
  oldest: { ...reportOf('proposal'), line: ['akita'], referrals: [], filedAt: tokyo('2026-09-25 09:00') },
  decisions: [
    { state: 'adopted', outcome: 'adopted', count: 6 },
    { state: 'rejected', outcome: 'rejected', count: 9 },
  ],
};

export const digests = {
  office: (counts: OfficeCounts) => officeDigest(calendar, counts, PERIOD, NOBODY_ELSE),
  month: (counts: MonthCounts) =>
    monthDigest(calendar, counts, {
      period: MONTH,
      now: NOW,
      reader: reader('ito'),
      told: { person: 'ito', for: null },
      campaigns: [],
      entered: [],
    }),
  overdue: (unit: string) =>
    overdueDigest(
      calendar,
      {
        unit,
        overdue: 3,
        oldest: { number: 'PRP-26-1HJ5K', visibility: 'units', due: PASSED, holder: 'sato' },
      },
      NOW,
    ),
  stock: (unit: string) => stockDigest({ unit, filed: 12, closed: 9, left: 31, leftBefore: 28, old: 4 }, 3),
  /** Of somebody's reports, each answered. */
  news: (reports: readonly Report[], note: string): View => {
    const untold = reports.map((report) => {
      const happened = after(report, 'answered', { facts: { final: true }, note });
      return { report: happened.report, steps: [happened.step] };
    });
    const view = newsDigest(catalogue, calendar, untold, 'yamada');
    if (!view) throw new Error('there is no news');
    return view;
  },
};

/** Messages that are no card and no part of a conversation: news, reminders, digests, what administrators are told. */
export function toldMessages(): [string, View][] {
  const lost = { platform: phrase('platform.slack'), channel: '#risk-compliance' };
  const alike = { number: 'PRP-26-1HJ5K', type: 'proposal' as const, title: '住所を1枚に書く' };
  const incident = reportOf('incident');
  const outage = {
    ...incident,
    subtype: 'system_outage',
    filing: { ...incident.filing, subtype: 'system_outage' },
    gist: '窓口の端末が、どれも起動しない',
  };
  const joined = after(outage, 'joined', { facts: { follower: 'suzuki', office: 'akita' }, actor: 'suzuki' });
  return [
    ...newsMessages(),
    ...clockMessages(),
    ['digest of an office', digests.office(OFFICE)],
    ['digest of a month', digests.month(MONTH_COUNTS)],
    ['digest of what is overdue', digests.overdue('service-promotion')],
    ['digest of a week', digests.stock('quality')],
    [
      'digest of news',
      digests.news([reportOf('proposal'), reportOf('customer_voice')], '案内の文を、来月から替えます。'),
    ],
    [
      'similar proposal',
      alikeView([
        aDraft(catalogue, 'proposal', {
          alike: [
            { ...alike, state: 'adopted', answer: null },
            {
              ...alike,
              number: 'PRP-26-2HJ5K',
              state: 'rejected',
              answer: '様式が法令で決まっているためです。',
            },
          ],
        }),
      ]) ?? notice([]),
    ],
    ['outage that others joined', cardView(catalogue, joined.report, calendar)],
    ['channel that is lost', notice([phrase('reach.lost', lost), phrase('reach.lost.next')])],
    ['card of what is elsewhere now', notice([phrase('card.elsewhere')])],
    ['card of a channel that is no unit’s', notice([phrase('card.moved')])],
  ];
}
