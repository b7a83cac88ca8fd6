import type { FastifyInstance } from 'fastify';
import type { ListedReport } from '../../domain/listed-report.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { answer, problemAnswer, refusal } from './answer.ts';
import type { Answer } from './answer.ts';
import type { ReportDetails, ReportPage, ReportRow } from './api-reports.ts';
import type { DraftPanel } from './api.ts';
import type { WebContext } from './context.ts';
import { exportRoute } from './export-route.ts';
import { readReports } from './read-reports.ts';
import { cardOf, sayAs } from './render.ts';
import { renderThread } from './render-thread.ts';
import { reportChoices } from './report-choices.ts';
import { writePosition } from './report-position.ts';
import { signedIn, type Reader } from './sessions.ts';

/** What a person may read besides conversations: lists, one report in full, and what they are writing. */
export function reportRoutes(app: FastifyInstance, web: WebContext): void {
  app.get(
    '/reports',
    signedIn(web, (reader, request) => reports(web, reader, request.query)),
  );
  app.get(
    '/report-choices',
    signedIn(web, (reader) => Promise.resolve(answer(200, reportChoices(web, reader)))),
  );
  app.get('/reports.csv', (request, reply) => exportRoute(web, request, reply));
  app.get(
    '/reports/:number',
    signedIn(web, (reader, request) => {
      const { number } = request.params as { number: string };
      const { again } = request.query as { again?: string };
      return report(web, reader, number, again === 'yes');
    }),
  );
  app.get(
    '/draft',
    signedIn(web, (reader) => draft(web, reader)),
  );
}

async function reports(web: WebContext, reader: Reader, asked: unknown): Promise<Answer<ReportPage>> {
  const query = readReports(asked);
  if (!query) return refusal('unreadable', web.words, reader.locale);
  const page = await web.edge.reports(reader.person.id, query);
  if (!page.ok) return problemAnswer(page.problem, web.words, reader.locale);
  const { reports: listed, next, total } = page.value;
  return answer(200, {
    reports: listed.map((one) => rowOf(web, reader, one)),
    next: next && writePosition(next),
    total,
  });
}

function rowOf({ words }: WebContext, { locale }: Reader, listed: ListedReport): ReportRow {
  const { number, serious, due, overdue, drill, filedAt } = listed;
  const say = (phrase: Phrase) => words.say(phrase, locale);
  return {
    number,
    type: say(listed.type),
    title: say(listed.title),
    severity: listed.severity && say(listed.severity),
    level: listed.level && say(listed.level),
    serious,
    state: say(listed.state),
    office: say(listed.office),
    unit: say(listed.unit),
    holder: listed.holder && say(listed.holder),
    next: listed.next && say(listed.next),
    due,
    overdue,
    drill,
    filedAt,
  };
}

async function report(
  web: WebContext,
  reader: Reader,
  number: string,
  again: boolean,
): Promise<Answer<ReportDetails>> {
  const found = await web.edge.report(reader.person.id, number, again);
  if (!found.ok) return problemAnswer(found.problem, web.words, reader.locale);
  const { title, view, thread } = found.value;
  return answer(200, {
    number: found.value.number,
    title: sayAs(web, reader, view, title),
    card: cardOf(web, reader, view),
    thread: thread && renderThread(web, reader, thread),
  });
}

async function draft(web: WebContext, reader: Reader): Promise<Answer<DraftPanel>> {
  const view = await web.edge.draft(reader.person.id);
  if (!view.ok) return problemAnswer(view.problem, web.words, reader.locale);
  return answer(200, { draft: view.value && { card: cardOf(web, reader, view.value) } });
}
