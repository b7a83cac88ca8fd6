import type { ListPage, TaskPart } from '../../application/ports.ts';
import { START_BUTTONS } from '../../domain/dialog/matter.ts';
import type { Locale } from '../../domain/organization.ts';
import type { NewsTime } from '../../domain/preferences.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Result } from '../../domain/result.ts';
import type { Problem } from '../../domain/problems.ts';
import { button, sentenceOf, type Button } from '../../domain/view.ts';
import type { HomeChoice, HomeInput, HomeItem, HomeList } from './home-input.ts';
import { OPEN_REPORT } from './report-form.ts';
import { SHOWN } from './render-home.ts';
import type { SlackContext } from './slack-context.ts';

const EMPTY: ListPage = { reports: [], next: null, total: 0 };

export interface HomeContext {
  edge: Pick<SlackContext['edge'], 'draft' | 'preferences' | 'questions' | 'reports' | 'tasks'>;
}

/** Everything that somebody's Home tab shows, as they may see it now. @param spoken in which language they are spoken to */
export async function gatherHome({ edge }: HomeContext, person: string, spoken: Locale): Promise<HomeInput> {
  const [draft, { news }, questions, mine, tasks] = await Promise.all([
    edge.draft(person),
    edge.preferences(person),
    edge.questions(person),
    listOf(edge.reports(person, { list: 'mine', words: '', after: null })),
    edge.tasks(person, SHOWN.tasks),
  ]);
  const { overdue, today, soon, later } = tasks;
  return {
    start: START_BUTTONS.map(beginning),
    drafts: draft.ok && draft.value ? [draftItem(draft.value.lines.map(sentenceOf))] : [],
    questions,
    mine: { reports: mine.reports, total: mine.total ?? mine.reports.length, all: { action: 'mine' } },
    tasks: {
      overdue: { ...overdue, all: { action: 'overdue' } },
      today: listed(today),
      soon: listed(soon),
      later: listed(later),
    },
    preferences: choices(news, spoken),
  };
}

function listed(part: TaskPart): HomeList {
  return { ...part, all: { action: 'tasks' } };
}

/** Away from the conversation a report begins in a form of its own. */
function beginning(start: Button): Button {
  return start.press.action === 'start' ? { ...start, press: OPEN_REPORT } : start;
}

/** How a draft begins is enough to know it again. */
function draftItem(lines: HomeItem['lines']): HomeItem {
  return { lines: lines.slice(0, 2), buttons: [button({ action: 'open_form' }, phrase('btn.form'))] };
}

/** What a person has set for themselves, and what holds until they do. */
function choices(news: NewsTime, spoken: Locale): HomeChoice[] {
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

async function listOf(reading: Promise<Result<ListPage, Problem>>): Promise<ListPage> {
  const page = await reading;
  return page.ok ? page.value : EMPTY;
}
