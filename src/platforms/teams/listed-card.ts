import type { ListPage } from '../../application/ports.ts';
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
const SHOWN = 5;

/** The person's own place: what they are asked, what they have filed, what they have to do, and how to begin. */
export function homeCard(mine: ListPage, tasks: ListPage | null, questions: readonly AskedQuestion[]): View {
  return {
    kind: 'notice',
    lines: [
      line(phrase('teams.home'), 'strong'),
      ...asked(questions),
      ...(tasks && tasks.reports.length > 0 ? section(phrase('btn.tasks'), tasks) : []),
      ...section(phrase('btn.mine'), mine),
    ],
    inputs: [],
    buttons: [
      button({ action: 'start' }, phrase('btn.report'), 'primary'),
      ...questions.slice(0, SHOWN).flatMap(({ answer }) => answer ?? []),
      button({ action: 'mine' }, phrase('btn.mine')),
      ...(tasks && tasks.reports.length > 0 ? [button({ action: 'tasks' }, phrase('btn.tasks'))] : []),
      button({ action: 'windows' }, phrase('btn.windows')),
      button({ action: 'help' }, phrase('btn.help')),
    ],
    fallback: phrase('teams.home'),
  };
}

/** Never without a word of what is not shown. */
function asked(questions: readonly AskedQuestion[]): View['lines'] {
  if (questions.length === 0) return [];
  const left = questions.length - SHOWN;
  return [
    line(phrase('home.heading', { what: phrase('home.questions'), n: questions.length }), 'strong'),
    ...questions.slice(0, SHOWN).flatMap(({ head, words }) => [line(head), line(words, 'quote')]),
    ...(left > 0 ? [line(phrase('home.more', { n: left }), 'quiet')] : []),
  ];
}

function section(heading: Phrase, { reports }: ListPage): View['lines'] {
  if (reports.length === 0) return [line(heading, 'strong'), line(phrase('empty.mine'), 'quiet')];
  return [
    line(heading, 'strong'),
    ...reports.slice(0, SHOWN).flatMap((one) => [line(listedTitle(one)), line(listedStanding(one), 'quiet')]),
  ];
}
