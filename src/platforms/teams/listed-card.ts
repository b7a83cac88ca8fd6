import type { ListPage, OwnTasks, TaskPart } from '../../application/ports.ts';
import type { AskedQuestion } from '../../domain/asked-question.ts';
import { listedStanding, listedTitle, type ListedReport } from '../../domain/listed-report.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { button, fact, line, type View } from '../../domain/view.ts';

/**
 * A report that somebody puts into a chat. Others look on there: of one that is narrow, its number and nothing else;
 * and nobody learns more than a card in a channel says. What its button opens is decided by who presses it.
 */
export function listedCard(listed: ListedReport): View {
  const { number, type, title, state, unit, next, visibility } = listed;
  const about = [
    line(phrase('teams.listed', { title })),
    fact(phrase('teams.type'), type),
    fact(phrase('teams.state'), state),
    fact(phrase('teams.unit'), unit),
    ...(next ? [fact(phrase('teams.next'), next)] : []),
  ];
  return {
    kind: 'notice',
    lines: [line(phrase('value', { value: number }), 'strong'), ...(visibility === 'open' ? about : [])],
    inputs: [],
    buttons: [button({ action: 'details', report: number }, phrase('btn.details'))],
    fallback: phrase('value', { value: number }),
  };
}

/** What stands under a result while it is looked for: only the person who searches sees it. */
export function listedLine({ state, next, title }: ListedReport): { title: Phrase; about: Phrase } {
  const parts = [state, ...(next ? [next] : [])];
  return { title, about: phrase('value', { value: { list: parts } }) };
}

/** At most so many of each on the home card; all of them are a button away. */
export const SHOWN = 5;

/** The person's own place: what they are asked, what they have to do, what they have filed, and how to begin. */
export function homeCard(mine: ListPage, tasks: OwnTasks, questions: readonly AskedQuestion[]): View {
  const { overdue, today, soon, later } = tasks;
  const todo = [overdue, today, soon, later].some(({ total }) => total > 0);
  return {
    kind: 'notice',
    lines: [
      line(phrase('teams.home'), 'strong'),
      ...asked(questions),
      ...reports('home.overdue', overdue),
      ...reports('home.today', today),
      ...reports('home.soon', soon),
      ...reports('home.later', later),
      ...own(mine),
    ],
    inputs: [],
    buttons: [
      button({ action: 'start' }, phrase('btn.report'), 'primary'),
      ...questions.slice(0, SHOWN).flatMap(({ answer }) => answer ?? []),
      button({ action: 'mine' }, phrase('btn.mine')),
      ...(todo ? [button({ action: 'tasks' }, phrase('btn.tasks'))] : []),
      ...(overdue.total > SHOWN ? [button({ action: 'overdue' }, phrase('btn.overdue'))] : []),
      button({ action: 'windows' }, phrase('btn.windows')),
      button({ action: 'help' }, phrase('btn.help')),
    ],
    fallback: phrase('teams.home'),
  };
}

function asked(questions: readonly AskedQuestion[]): View['lines'] {
  const shown = questions.slice(0, SHOWN).flatMap(({ head, words }) => [line(head), line(words, 'quote')]);
  return headed('home.questions', shown, questions.length);
}

function own({ reports: filed, total }: ListPage): View['lines'] {
  if (filed.length === 0) return [line(phrase('btn.mine'), 'strong'), line(phrase('empty.mine'), 'quiet')];
  return reports('home.mine', { reports: filed, total: total ?? filed.length });
}

function reports(heading: string, { reports: listed, total }: TaskPart): View['lines'] {
  const shown = listed
    .slice(0, SHOWN)
    .flatMap((one) => [line(listedTitle(one)), line(listedStanding(one), 'quiet')]);
  return headed(heading, shown, total);
}

/** Never without a word of what is not shown. */
function headed(heading: string, shown: View['lines'], total: number): View['lines'] {
  if (shown.length === 0) return [];
  const left = total - SHOWN;
  return [
    line(phrase('home.heading', { what: phrase(heading), n: total }), 'strong'),
    ...shown,
    ...(left > 0 ? [line(phrase('home.more', { n: left }), 'quiet')] : []),
  ];
}
