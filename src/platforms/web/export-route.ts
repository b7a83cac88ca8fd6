import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localOf } from '../../domain/business-time.ts';
import { phrase } from '../../domain/phrase.ts';
import { give, problemAnswer, refusal } from './answer.ts';
import type { WebContext } from './context.ts';
import { readReports } from './read-reports.ts';
import { headLine, reportLine } from './report-csv.ts';
import { localeOf, sessionReader } from './sessions.ts';

/** What is seen as a file, a page at a time as it is read: nothing of it is kept here. */
export async function exportRoute(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = sessionReader(request, web.directory);
  if (!reader) return give(reply, refusal('no_session', web.words, localeOf(request, web.directory)));
  const query = readReports(request.query);
  if (!query || query.after) return give(reply, refusal('unreadable', web.words, reader.locale));
  const exported = await web.edge.exportReports(reader.person.id, query);
  if (!exported.ok) return give(reply, problemAnswer(exported.problem, web.words, reader.locale));
  const speech = { words: web.words, locale: reader.locale, calendar: web.directory.calendar };
  const lines = async function* () {
    yield headLine(speech);
    for await (const page of exported.value) yield page.map((one) => reportLine(speech, one)).join('');
  };
  const { date } = localOf(web.directory.calendar, web.clock.now());
  const name = web.words.say(
    phrase('export.file', { list: phrase(`export.list.${query.list}`), date }),
    reader.locale,
  );
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', attachment(`${name}.csv`))
    .send(Readable.from(lines()));
}

/** RFC 6266: a plain name for clients that know no other, and the real one. */
function attachment(name: string): string {
  return `attachment; filename="tsutae.csv"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
