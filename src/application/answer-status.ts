import { START_BUTTONS } from '../domain/dialog/matter.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { button } from '../domain/view.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import { statusListView, statusView } from '../domain/reporter-view.ts';
import { bestOf } from '../domain/similarity.ts';
import type { View } from '../domain/view.ts';
import { someOf } from './answer-list.ts';
import type { About, ReportReader, Transaction } from './ports.ts';
import { recordViewsWithin } from './record-views.ts';
import { searchReports, suits } from './search-reports.ts';
import type { Surroundings } from './surroundings.ts';

const LISTED = 5;
const CONSIDERED = 50;

export interface StatusQuestion {
  actor: Actor;
  unit: string;
  text: string;
  numbers: readonly string[];
  mine: boolean;
  /** Where the answer will stand. */
  platform: string;
  /** How many of the person's own were said before. */
  from?: number;
}

type Looking = Pick<Transaction, 'reader' | 'reports'>;

/**
 * What became of it: by number, by 「私の」, or by a description, among what this person may see. What they may not
 * see is answered like what does not exist; of what they see it is written down that they looked.
 */
export async function answerStatus(
  deps: Surroundings,
  tx: Looking,
  question: StatusQuestion,
): Promise<View[]> {
  const { views, shown } = await answered(deps, tx.reader, question);
  await recordViewsWithin(deps, tx, { person: question.actor.person, by: 'status', since: null }, shown);
  return views;
}

/** What is said, and of which reports it tells. */
interface Answered {
  views: View[];
  shown: readonly Report[];
}

async function answered(
  deps: Surroundings,
  reader: ReportReader,
  question: StatusQuestion,
): Promise<Answered> {
  if (question.numbers.length > 0) return byNumber(deps, reader, question);
  return question.mine ? ownReports(deps, reader, question) : byDescription(deps, reader, question);
}

/** With the ways to the rest of them, and to the other lists of somebody who handles reports. */
async function ownReports(
  deps: Surroundings,
  reader: ReportReader,
  { actor, platform, from: asked = 0 }: StatusQuestion,
): Promise<Answered> {
  const question = { actor, platform, list: 'mine' as const, from: asked };
  const { reports, total, from, ways } = await someOf(deps, reader, question);
  const view = listed(deps, reports, phrase('empty.mine'), { total, from });
  return { views: [{ ...view, buttons: [...view.buttons, ...ways] }], shown: reports };
}

async function byNumber(
  deps: Surroundings,
  reader: ReportReader,
  question: StatusQuestion,
): Promise<Answered> {
  const scope = scopeOf(question.actor);
  const { catalogue } = deps;
  const found = await inOrder(question.numbers.slice(0, LISTED), (number) => reader.byNumber(scope, number));
  const viewer = question.actor.person;
  const views = found.map((report) =>
    report ? statusView(catalogue, report, catalogue.calendar, { by: 'number', viewer }) : notFound(),
  );
  return { views, shown: found.filter((report) => report !== null) };
}

/** What a person who may not see a report is told, and what everyone is told of a number that was never given. */
export function notFound(): View {
  return notice(
    [phrase('empty.search'), phrase('empty.search.next')],
    [button({ action: 'mine' }, phrase('btn.mine'))],
  );
}

async function byDescription(
  deps: Surroundings,
  reader: ReportReader,
  question: StatusQuestion,
): Promise<Answered> {
  const { about, asked, scored } = await searchReports(deps, reader, question);
  const best = bestOf(scored, LISTED);
  const { catalogue } = deps;
  const viewer = question.actor.person;
  if (best && 'one' in best) {
    const view = statusView(catalogue, best.one, catalogue.calendar, { by: 'description', viewer });
    return { views: [view], shown: [best.one] };
  }
  if (best)
    return {
      views: [statusListView(catalogue, best.several, catalogue.calendar)],
      shown: best.several,
    };
  // Words that fit nothing are answered as such; 「私の提案」 without more means all of them.
  if (asked.length > 0 && !about.mine && about.type === null) return { views: [notFound()], shown: [] };
  const own = await reader.mine(viewer, { limit: CONSIDERED });
  const suiting = own.filter((report) => suits(deps, about, viewer, report));
  const shown = suiting.slice(0, LISTED);
  const view = listed(deps, shown, nothingOf(about, own), { total: suiting.length, from: 0 });
  return { views: [view], shown };
}

/** 「私の提案」 of somebody who has made none is answered as that, not as words that were not found. */
function nothingOf(about: About, own: readonly Report[]): Phrase {
  if (own.length === 0) return phrase('empty.mine');
  const { type } = about;
  return type === null || own.some((report) => report.type === type)
    ? phrase('empty.search')
    : phrase('empty.mine_type', { type: phrase(`type.${type}`) });
}

function listed(
  deps: Surroundings,
  reports: readonly Report[],
  none: Phrase,
  part = { total: reports.length, from: 0 },
): View {
  const { catalogue } = deps;
  const [only] = reports;
  if (!only) return notice([none], START_BUTTONS);
  if (part.total === 1)
    return statusView(catalogue, only, catalogue.calendar, { by: 'number', viewer: only.reporter });
  return statusListView(catalogue, reports, catalogue.calendar, part);
}

/** One after another: inside a transaction of the embedded default there is one connection. */
async function inOrder<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
