import type { ListPage, ListQuery } from '../../application/ports.ts';
import { addDays, localOf, type LocalDate } from '../../domain/business-time.ts';
import { START_BUTTONS } from '../../domain/dialog/matter.ts';
import type { ListedReport } from '../../domain/listed-report.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Result } from '../../domain/result.ts';
import type { Problem } from '../../domain/problems.ts';
import { button, sentenceOf, type Button } from '../../domain/view.ts';
import type { HomeChoice, HomeInput, HomeItem } from './home-input.ts';
import { OPEN_REPORT } from './report-form.ts';
import { localeOf, type SlackContext } from './slack-context.ts';

const EMPTY: ListPage = { reports: [], next: null, total: 0 };
const WEEK_DAYS = 7;

export type HomeContext = Pick<SlackContext, 'calendar' | 'clock' | 'organization'> & {
  edge: Pick<SlackContext['edge'], 'draft' | 'preferences' | 'questions' | 'reports'>;
};

/** Everything that somebody's Home tab shows, as they may see it now. */
export async function gatherHome(
  { edge, calendar, clock, organization }: HomeContext,
  person: string,
): Promise<HomeInput> {
  const [draft, preferences, questions, mine, overdue, tasks] = await Promise.all([
    edge.draft(person),
    edge.preferences(person),
    edge.questions(person),
    listOf(edge.reports(person, query('mine'))),
    listOf(edge.reports(person, query('overdue'))),
    listOf(edge.reports(person, query('tasks'))),
  ]);
  const today = localOf(calendar, clock.now()).date;
  const due = tasks.reports
    .filter((report) => !report.overdue)
    .map((report) => [report, dayOf(report)] as const);
  const within = (from: LocalDate, until: LocalDate) =>
    due.flatMap(([report, day]) => (day !== null && from <= day && day <= until ? [report] : []));
  const all = { action: 'tasks' };
  const some = (reports: ListedReport[]) => ({ reports, total: reports.length, all });

  function dayOf({ due }: ListedReport): LocalDate | null {
    return due === null ? null : localOf(calendar, due).date;
  }

  return {
    start: START_BUTTONS.map(beginning),
    drafts: draft.ok && draft.value ? [draftItem(draft.value.lines.map(sentenceOf))] : [],
    questions,
    mine: { reports: mine.reports, total: mine.total ?? mine.reports.length, all: { action: 'mine' } },
    tasks: {
      overdue: { reports: overdue.reports, total: overdue.total ?? 0, all: { action: 'overdue' } },
      today: some(within(today, today)),
      week: some(within(addDays(today, 1), addDays(today, WEEK_DAYS))),
    },
    preferences: choices(preferences, localeOf(organization, person)),
  };
}

/** Away from the conversation a report begins in a form of its own. */
function beginning(start: Button): Button {
  return start.press.action === 'start' ? { ...start, press: OPEN_REPORT } : start;
}

/** How a draft begins is enough to know it again. */
function draftItem(lines: HomeItem['lines']): HomeItem {
  return { lines: lines.slice(0, 2), buttons: [button({ action: 'open_form' }, phrase('btn.form'))] };
}

/** What a person has set for themselves; the language is that of the directory until they choose one. */
function choices({ news, language }: Preferences, own: Locale): HomeChoice[] {
  const spoken = language ?? own;
  return [
    {
      label: phrase('slack.home.language'),
      options: [
        { label: phrase('slack.language.ja'), press: { action: 'in_japanese' }, chosen: spoken === 'ja' },
        { label: phrase('slack.language.en'), press: { action: 'in_english' }, chosen: spoken === 'en' },
      ],
    },
    {
      label: phrase('slack.home.news'),
      options: [
        { label: phrase('btn.news_at_once'), press: { action: 'news_at_once' }, chosen: news === 'at_once' },
        { label: phrase('btn.news_daily'), press: { action: 'news_daily' }, chosen: news === 'daily' },
      ],
    },
  ];
}

function query(list: ListQuery['list']): ListQuery {
  return { list, words: '', after: null };
}

async function listOf(reading: Promise<Result<ListPage, Problem>>): Promise<ListPage> {
  const page = await reading;
  return page.ok ? page.value : EMPTY;
}
