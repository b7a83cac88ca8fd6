import type { Locale } from '../../../../domain/organization.ts';
import type { ReportChoices, ReportDetails, ReportPage, ReportQuery } from '../../api-reports.ts';
import type {
  DraftPanel,
  Identity,
  MessagePage,
  PlaceSummary,
  PreferencesBody,
  PressAnswer,
  PressBody,
  ProblemBody,
  SayAnswer,
  SayBody,
  Session,
  SubmitBody,
} from '../../api.ts';

/** An answer, or why there is none: the server's own problem, or `offline` when it cannot be reached. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: ProblemBody };

export interface Api {
  identities(): Promise<Reply<Identity[]>>;
  /** null while nobody is signed in. */
  session(): Promise<Reply<Session | null>>;
  signIn(person: string): Promise<Reply<Session>>;
  speak(locale: Locale): Promise<Reply<Session>>;
  preferences(): Promise<Reply<PreferencesBody>>;
  prefer(body: PreferencesBody): Promise<Reply<PreferencesBody>>;
  places(): Promise<Reply<PlaceSummary[]>>;
  history(place: string, before: string | null): Promise<Reply<MessagePage>>;
  changes(place: string, since: number): Promise<Reply<MessagePage>>;
  markRead(place: string, revision: number): Promise<Reply<object>>;
  reports(query: ReportQuery): Promise<Reply<ReportPage>>;
  choices(): Promise<Reply<ReportChoices>>;
  /** `again`: it is on the screen already, and only renewed. */
  report(number: string, again: boolean): Promise<Reply<ReportDetails>>;
  draft(): Promise<Reply<DraftPanel>>;
  say(body: SayBody): Promise<Reply<SayAnswer>>;
  press(body: PressBody): Promise<Reply<PressAnswer>>;
  submit(body: SubmitBody): Promise<Reply<PressAnswer>>;
}

const BASE = '/api/v1';
const OFFLINE: ProblemBody = { problem: 'offline', message: '' };

export const api: Api = {
  identities: () => get('/identities'),
  session: () => get('/session'),
  signIn: (person) => post('/session', { person }),
  speak: (locale) => post('/session/language', { locale }),
  preferences: () => get('/preferences'),
  prefer: (body) => post('/preferences', body),
  places: () => get('/places'),
  history: (place, before) => get(messagesOf(place, before === null ? {} : { before })),
  changes: (place, since) => get(messagesOf(place, { since: String(since) })),
  markRead: (place, revision) => post(`/places/${encodeURIComponent(place)}/read`, { revision }),
  reports: (query) => get(`/reports?${queryText(query)}`),
  choices: () => get('/report-choices'),
  report: (number, again) => get(`/reports/${encodeURIComponent(number)}${again ? '?again=yes' : ''}`),
  draft: () => get('/draft'),
  say: (body) => post('/messages', body),
  press: (body) => post('/presses', body),
  submit: (body) => post('/forms', body),
};

/** Where all pages of a list lie as one file. */
export function exportHref(query: ReportQuery): string {
  return `${BASE}/reports.csv?${queryText(query)}`;
}

function queryText(query: ReportQuery): string {
  const given = Object.entries(query as unknown as Record<string, string | undefined>);
  return new URLSearchParams(
    given.flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])),
  ).toString();
}

export const STREAM = `${BASE}/stream`;

function messagesOf(place: string, query: Record<string, string>): string {
  return `/places/${encodeURIComponent(place)}/messages?${new URLSearchParams(query).toString()}`;
}

function get<T>(path: string): Promise<Reply<T>> {
  return ask(path, {});
}

function post<T>(path: string, body: object): Promise<Reply<T>> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask<T>(path: string, init: RequestInit): Promise<Reply<T>> {
  try {
    const response = await fetch(BASE + path, init);
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: body as T };
    return { ok: false, problem: isProblem(body) ? body : OFFLINE };
  } catch {
    return { ok: false, problem: OFFLINE };
  }
}

/** Not what a server says that is stopping, or that stands in between: its words are for nobody here. */
function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'problem' in body;
}
