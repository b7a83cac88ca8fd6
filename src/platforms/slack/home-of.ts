import type { ListPage } from '../../application/ports.ts';
import { START_BUTTONS } from '../../domain/dialog/matter.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { Press, View } from '../../domain/view.ts';
import type { HomeChoice, HomeInput, HomeItem, HomeList } from './home-input.ts';

/** What the house knows of somebody, as the edge reads it. */
export interface HomeParts {
  /** What is being written and not sent yet. */
  draft: View | null;
  questions: readonly HomeItem[];
  mine: ListPage;
  /** Of what is theirs to do: what is late, what is due today, and what is due until Sunday. */
  overdue: ListPage;
  today: ListPage;
  week: ListPage;
  preferences: Preferences;
  /** In which language they are spoken to now. */
  locale: Locale;
}

/** The same, as a Home tab shows it. Its buttons are those of the conversation. */
export function homeOf(parts: HomeParts): HomeInput {
  const { draft, questions, mine, overdue, today, week, preferences, locale } = parts;
  return {
    start: START_BUTTONS,
    drafts: draft ? [draftItem(draft)] : [],
    questions,
    mine: listOf(mine, { action: 'mine' }),
    tasks: {
      overdue: listOf(overdue, { action: 'overdue' }),
      today: listOf(today, { action: 'tasks' }),
      week: listOf(week, { action: 'tasks' }),
    },
    boards: [],
    preferences: [languages(locale), newsTimes(preferences)],
  };
}

/** What it is and how it was said: the rest is asked or shown in the conversation. */
const DRAFT_LINES = 2;

function draftItem({ lines, buttons }: View): HomeItem {
  return { lines: lines.slice(0, DRAFT_LINES).map(({ text }) => text), buttons };
}

function listOf({ reports, total }: ListPage, all: Press): HomeList {
  return { reports, total: total ?? reports.length, all };
}

function languages(locale: Locale): HomeChoice {
  return {
    label: phrase('home.language'),
    options: [
      { label: phrase('home.language.ja'), press: { action: 'in_japanese' }, chosen: locale === 'ja' },
      { label: phrase('home.language.en'), press: { action: 'in_english' }, chosen: locale === 'en' },
    ],
  };
}

function newsTimes({ news }: Preferences): HomeChoice {
  return {
    label: phrase('home.news'),
    options: [
      { label: phrase('btn.news_at_once'), press: { action: 'news_at_once' }, chosen: news === 'at_once' },
      { label: phrase('btn.news_daily'), press: { action: 'news_daily' }, chosen: news === 'daily' },
    ],
  };
}
