import type { Edge, Inbound, Received } from '../../src/application/ports.ts';
import type { WebChat } from '../../src/application/ports/web-chat.ts';
import { UNSET, type Preferences } from '../../src/domain/preferences.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { Result } from '../../src/domain/result.ts';
import type { View } from '../../src/domain/view.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { cardView, formView, questionView, stoppedView, summaryView, noticeView } from './sample-views.ts';
import {
  SAMPLE_REPORTS,
  sampleDraft,
  samplePage,
  samplePages,
  sampleTasks,
  sampleReportInFull,
} from './sample-reports.ts';
import { RISK_CHANNEL, RISK_HANDLER } from './small-organization.ts';

/** A scripted counterpart for the web edge alone: it answers with fixed views and decides nothing. */
export interface EchoEdge extends Edge {
  received: Inbound[];
  /** Who may see the report's card. */
  readers: Set<string>;
  /** What `receive` answers instead, once. */
  failNext(problem: Problem): void;
}

export const STOPPING_WORD = '不正';
export const SHOWN_NUMBER = 'INC-26-7KQ4M';

export function echoEdge(webChat: WebChat): EchoEdge {
  const received: Inbound[] = [];
  const readers = new Set<string>();
  /** Whoever is reporting something: whether they are at the summary. */
  const drafts = new Map<string, { reviewing: boolean }>();
  const preferred = new Map<string, Partial<Preferences>>();
  let failure: Problem | null = null;

  const answer = (inbound: Inbound, view: View) => post(inbound.eventId, `me:${inbound.person}`, view, null);

  async function post(key: string, place: string, view: View, card: string | null): Promise<void> {
    const at = new Date().toISOString();
    await webChat.post({
      key: `${key}:${place}`,
      place,
      author: 'bot',
      view,
      text: null,
      card,
      mention: false,
      at,
    });
  }

  /** After the edge has shown the person's own words. */
  function later(work: () => Promise<void>): void {
    setImmediate(() => void work());
  }

  async function reply(inbound: Inbound): Promise<void> {
    const { body } = inbound;
    write(inbound);
    if (!('press' in body)) {
      await answer(inbound, stops(body) ? stoppedView() : questionView());
    } else if (body.kind === 'submitted' || body.press.action === 'answer') {
      await answer(inbound, summaryView());
    } else if (body.press.action === 'send') {
      await answer(inbound, noticeView());
      await post(inbound.eventId, RISK_CHANNEL, cardView('received'), SHOWN_NUMBER);
    } else {
      await answer(inbound, questionView());
    }
  }

  function write({ person, body }: Inbound): void {
    const action = 'press' in body ? body.press.action : 'say';
    if (['send', 'stop'].includes(action) || stops(body)) drafts.delete(person);
    else if (body.kind === 'said') drafts.set(person, { reviewing: false });
    else if (body.kind === 'submitted' || action === 'answer') drafts.set(person, { reviewing: true });
  }

  return {
    received,
    readers,
    failNext: (problem) => {
      failure = problem;
    },
    receive: (inbound) => {
      const problem = failure;
      failure = null;
      if (problem) return Promise.resolve(fail(problem));
      const repeated = received.some(({ eventId }) => eventId === inbound.eventId);
      const answered = accepted(inbound, repeated);
      if (answered.ok && !repeated) {
        received.push(inbound);
        later(() => reply(inbound));
      }
      return Promise.resolve(answered);
    },
    receivedBefore: (_platform, eventId) => {
      const before = received.find((inbound) => inbound.eventId === eventId);
      return Promise.resolve(before ? { stopped: stops(before.body) } : null);
    },
    openForm: (_person, press) => Promise.resolve(ok(press.action === 'open_form' ? formView() : null)),
    formAgain: (_person, press) => Promise.resolve(ok(press.action === 'open_form' ? formView() : null)),
    preview: () => Promise.resolve(ok(null)),
    keepForm: () => Promise.resolve(),
    keptForm: () => Promise.resolve(null),
    forgetForm: () => Promise.resolve(),
    reportAt: () => Promise.resolve(null),
    cardAt: () => Promise.resolve(null),
    visible: (person, numbers) =>
      Promise.resolve(new Set(numbers.filter((number) => number === SHOWN_NUMBER && readers.has(person)))),
    reports: (_person, query) => Promise.resolve(ok(samplePage(query))),
    tasks: (_person, most) => Promise.resolve(sampleTasks(most)),
    exportReports: (_person, query) => Promise.resolve(ok(samplePages(query))),
    questions: () => Promise.resolve([]),
    boards: (person) => (person === RISK_HANDLER ? ['risk', 'service'] : []),
    report: (person, number) => {
      const listed = SAMPLE_REPORTS.some((one) => one.number === number);
      const seen = listed || (number === SHOWN_NUMBER && readers.has(person));
      return Promise.resolve(seen ? ok(sampleReportInFull(number)) : fail({ kind: 'not_found' as const }));
    },
    // Accounts and channels of other platforms: the web chat has neither.
    card: () => Promise.resolve(fail({ kind: 'not_found' })),
    worked: () => Promise.resolve(),
    recognise: () => Promise.resolve(null),
    speaks: () => Promise.resolve(),
    languageOf: () => Promise.resolve('ja'),
    forget: () => Promise.resolve(),
    register: () => Promise.resolve(fail({ kind: 'not_found' })),
    bindChannel: () => Promise.resolve(fail({ kind: 'not_found' })),
    unbindChannel: () => Promise.resolve(fail({ kind: 'not_bound' })),
    loseChannel: () => Promise.resolve(),
    regainChannel: () => Promise.resolve(),
    preferences: (person) => Promise.resolve({ ...UNSET, ...preferred.get(person) }),
    setPreferences: (person, change) => {
      preferred.set(person, { ...preferred.get(person), ...change });
      return Promise.resolve();
    },
    draft: (person) => {
      const draft = drafts.get(person);
      return Promise.resolve(ok(draft ? sampleDraft(draft.reviewing) : null));
    },
  };
}

function stops(body: Inbound['body']): boolean {
  const words = body.kind === 'said' ? body.text : body.kind === 'submitted' && JSON.stringify(body.values);
  return words !== false && words.includes(STOPPING_WORD);
}

function accepted({ body }: Inbound, repeated: boolean): Result<Received, Problem> {
  if (body.kind === 'submitted' && body.values['summary'] === null) {
    return fail({ kind: 'fields', errors: [{ field: 'summary', message: phrase('err.empty') }] });
  }
  const stopped = stops(body);
  if (body.kind !== 'said' || stopped) return ok({ repeated, stopped, shown: null, hidden: [] });
  const shown = body.text.replaceAll(/\d{4,}/g, '〔番号〕');
  return ok({ repeated, stopped, shown, hidden: shown === body.text ? [] : ['basic_pension_number'] });
}
