import type { Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { notice } from './dialog/question-view.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { statusButton } from './report-buttons.ts';
import { statusLine } from './reporter-view.ts';
import { button, line, type Button, type Press, type View } from './view.ts';

/** Lists that can be asked for in chat. */
export const CHAT_LISTS = ['mine', 'tasks', 'overdue'] as const;
export type ChatList = (typeof CHAT_LISTS)[number];

/** The way to a list where the platform has pages of them; elsewhere the list is said. */
export function openListButton(list: ChatList): Button {
  return button({ action: 'open_list', value: list }, phrase('btn.open_list'));
}

/** Goes on with a list that is said, from the report after so many. */
export function moreOfListButton(list: ChatList, from: number): Button {
  return button({ action: list, value: String(from) }, phrase('btn.full'));
}

/** Where a press goes on with its list; from the beginning for everything that no such button carries. */
export function listedFrom({ value = '' }: Press): number {
  return /^\d{1,4}$/u.test(value) ? Number(value) : 0;
}

/** The other lists of somebody who handles reports. */
export function listButtons(but: ChatList): Button[] {
  const all: [ChatList, Phrase][] = [
    ['tasks', phrase('btn.tasks')],
    ['overdue', phrase('btn.overdue')],
    ['mine', phrase('btn.mine')],
  ];
  return all.filter(([list]) => list !== but).map(([list, label]) => button({ action: list }, label));
}

/**
 * What somebody has to do, in a few lines: how many there are, the first of them, and the ways on.
 * @param total how many there are, at most `MOST_COUNTED`
 * @param from how many of them were said before these
 */
export function shortListView(
  rules: Rules,
  list: Exclude<ChatList, 'mine'>,
  reports: readonly Report[],
  total: number,
  calendar: Calendar,
  ways: readonly Button[],
  from = 0,
): View {
  if (reports.length === 0)
    return notice([list === 'tasks' ? phrase('empty.tasks') : phrase('empty.overdue')], [...ways]);
  const head = list === 'tasks' ? phrase('list.tasks', { n: total }) : phrase('list.late', { n: total });
  const more = total - from - reports.length;
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...reports.map((report) => statusLine(rules, report, calendar)),
      ...(more > 0 ? [line(phrase('home.more', { n: more }), 'quiet')] : []),
    ],
    inputs: [],
    buttons: [...reports.map(statusButton), ...ways],
    fallback: head,
  };
}
