import { cardPlaces } from '../application/post-cards.ts';
import type { Catalogue, Directory, LinkedEvent, NewReport, PastWebMessage } from '../application/ports.ts';
import { addMinutes, type Instant } from '../domain/business-time.ts';
import { cardView } from '../domain/card-view.ts';
import { lastStep } from '../domain/told-steps.ts';
import { apply, foldReport } from '../domain/fold-report.ts';
import type { RecordedEvent, Report } from '../domain/report.ts';
import { newsView } from '../domain/news.ts';
import { receiptView } from '../domain/reporter-view.ts';
import type { View } from '../domain/view.ts';
import { randomOf } from './random.ts';

export interface MessageTools {
  catalogue: Catalogue;
  /** Of the web chat: the example has no other platform. */
  directory: Directory;
}

/** What stands in the channels of the reports' units: a living card of each, as it is now. */
export function channelMessages(tools: MessageTools, reports: readonly NewReport[]): PastWebMessage[] {
  return reports.flatMap(({ report }) =>
    cardPlaces(tools.directory, report).map(({ to, mention }): PastWebMessage => {
      const last = lastStep(report).at;
      return {
        ...fromBot(`card:${report.number}:${to.platform}:${to.place}`, to.place, report.filedAt),
        view: cardView(tools.catalogue, report, tools.catalogue.calendar),
        card: report.number,
        report: report.id,
        mention,
        editedAt: last > report.filedAt ? last : null,
      };
    }),
  );
}

/** What reporters and the bot have said to each other: the matter, its receipt, and the news of it. */
export function personalMessages(tools: MessageTools, reports: readonly NewReport[]): PastWebMessage[] {
  return reports.flatMap(({ report, events }) => conversationOf(tools, report, events));
}

/** In the order of time; what was said at the same moment stays as it is. */
export function inOrder(messages: readonly PastWebMessage[]): PastWebMessage[] {
  return [...messages].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The bot answers as soon as the last button is pressed. */
const MINUTES_TO_SEND = 2;

function conversationOf(
  { catalogue, directory }: MessageTools,
  report: Report,
  events: readonly LinkedEvent[],
): PastWebMessage[] {
  const { place } = directory.personal(report.reporter);
  const said: PastWebMessage = {
    ...fromBot(`said:${report.number}`, place, addMinutes(report.filedAt, -MINUTES_TO_SEND)),
    author: { person: report.reporter },
    text: report.filing.text,
  };
  const told = statesOf(events).flatMap(({ event, then }): PastWebMessage[] => {
    const view = toldOf(catalogue, event, then);
    return view ? [{ ...fromBot(`said:${report.number}:${event.seq}`, place, event.at), view }] : [];
  });
  return [said, ...told];
}

function toldOf(catalogue: Catalogue, { kind }: RecordedEvent['event'], report: Report): View | null {
  if (kind === 'routed') return receiptView(catalogue, [report], catalogue.calendar);
  const step = report.steps.at(-1);
  return step?.kind === kind ? newsView(catalogue, report, catalogue.calendar, step) : null;
}

/** The report as it stood after each event but the first. */
function statesOf(events: readonly LinkedEvent[]): { event: RecordedEvent['event']; then: Report }[] {
  const [first, ...rest] = events.map(({ event, content }) => ({ event, body: content?.body ?? null }));
  if (!first) return [];
  let then = foldReport([first]);
  return rest.map((recorded) => {
    then = apply(then, recorded);
    return { event: recorded.event, then };
  });
}

function fromBot(key: string, place: string, at: Instant): PastWebMessage {
  return {
    id: randomOf(key).uuid(),
    key,
    place,
    author: 'bot',
    view: null,
    text: null,
    card: null,
    mention: false,
    at,
    editedAt: null,
    report: null,
  };
}
