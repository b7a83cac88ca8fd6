import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Press } from '../../src/domain/view.ts';
import type {
  Message,
  OpenedForm,
  PressAnswer,
  PressBody,
  SayAnswer,
  SayBody,
  SubmitBody,
} from '../../src/platforms/web/api.ts';
import { Broken } from './broken.ts';
import type { Connection } from './connection.ts';
import { persist, type Reply } from './persistent-client.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import { createTimeline, isHint, isNews, type Timeline } from './timeline.ts';

/** What a person has done, and what has to come of it. */
export interface Account {
  /** Event ids of everything that was answered with 202. */
  acknowledged: string[];
  /** Own words and pressed buttons that have to stand in the own conversation. */
  ownMessages: number;
  /** Answers that the own conversation must hold, news aside. */
  answers: number;
  /** Deeds at a report: each leads to an event of the ledger, or to an answer that says why not. */
  acts: number;
  /** From sending to the acknowledgement, and to the answer, in milliseconds; without what was sent again. */
  acknowledgedMs: number[];
  answeredMs: number[];
  sentAgain: number;
  /** Each time they were told to try again: after how many milliseconds. */
  refusedMs: number[];
}

/** Somebody in front of the web chat who does not give up: what was not acknowledged is sent again. */
export interface Person {
  id: string;
  home: string;
  random: Random;
  account: Account;
  /** Says something and waits for the answers. */
  say(text: string, answers?: number): Promise<void>;
  /** Presses a button of the own conversation and waits for the answers. */
  press(press: Press, answers?: number): Promise<void>;
  /** Submits a form of the own conversation and waits for its answer. */
  submit(form: OpenedForm, press: Press, values: Record<string, string>): Promise<void>;
  /** Presses a button of a report's card in a channel. */
  act(channel: string, press: Press): Promise<void>;
  /** Fills in the form of a report's card in a channel. */
  actByForm(channel: string, form: OpenedForm, press: Press, values: Record<string, string>): Promise<void>;
  /** The form that a press opens; null when it is refused. */
  open(place: string, press: Press): Promise<OpenedForm | null>;
  /** What stands in a place now. */
  read(place: string): Promise<readonly Message[]>;
  /** The newest answer in the own conversation. */
  newest(): Promise<Message>;
}

export interface Surrounding {
  connection: Connection;
  stage: Stage;
}

const LOOKS_EVERY_MS = 100;
const SENT_TWICE = 0.08;
/** Not allowed, not there, out of date, or no longer among the choices. */
const INVALID = 422;
const REFUSED = [403, 404, 409, INVALID];

export function createPerson(id: string, random: Random, { connection, stage }: Surrounding): Person {
  const home = `me:${id}`;
  const account: Account = {
    acknowledged: [],
    ownMessages: 0,
    answers: 0,
    acts: 0,
    acknowledgedMs: [],
    answeredMs: [],
    sentAgain: 0,
    refusedMs: [],
  };
  const timelines = new Map<string, Timeline>();
  let cookie = '';

  async function request(route: string, init: RequestInit = {}): Promise<Reply> {
    const headers = { 'content-type': 'application/json', cookie };
    return persist(connection, route, { ...init, headers }, (ms) => account.refusedMs.push(ms));
  }

  async function signIn(): Promise<void> {
    if (cookie !== '') return;
    const reply = await request('/session', { method: 'POST', body: JSON.stringify({ person: id }) });
    if (reply.status !== 200) throw new Broken(`${id} could not sign in: ${reply.status}`);
    cookie = reply.cookie;
  }

  async function get(route: string): Promise<unknown> {
    await signIn();
    const { status, body } = await request(route);
    if (status !== 200) throw new Broken(`${id} could not read ${route}: ${status}`);
    return body;
  }

  async function post(route: string, body: SayBody | PressBody | SubmitBody): Promise<Reply> {
    await signIn();
    const init = { method: 'POST', body: JSON.stringify(body) };
    const began = Date.now();
    const copies = route !== '/forms' && random.chance(SENT_TWICE) ? [1, 2] : [1];
    const [reply] = await Promise.all(copies.map(() => request(route, init)));
    if (!reply) throw new Error('nothing was sent');
    account.sentAgain += reply.lost;
    if (reply.status === 202) account.acknowledged.push(body.eventId);
    if (copies.length === 1 && wentThrough(reply)) account.acknowledgedMs.push(Date.now() - began);
    return reply;
  }

  function expectTaken({ status }: Reply, route: string): void {
    if (status !== 202) throw new Broken(`${id}: ${route} was answered with ${status}`);
  }

  async function read(place: string): Promise<readonly Message[]> {
    const timeline = timelines.get(place) ?? createTimeline(place, get);
    timelines.set(place, timeline);
    await timeline.refresh();
    return timeline.messages();
  }

  const answers = async (): Promise<Message[]> =>
    (await read(home)).filter(
      (message) => message.author.kind === 'bot' && !isNews(message) && !isHint(message),
    );

  async function untilAnswered(reply: Reply): Promise<void> {
    const began = Date.now();
    while ((await answers()).length < account.answers) await sleep(LOOKS_EVERY_MS);
    if (wentThrough(reply)) account.answeredMs.push(Date.now() - began);
  }

  return {
    id,
    home,
    random,
    account,
    read,
    newest: async () => (await answers()).reduce((a, b) => (a.revision > b.revision ? a : b)),

    async say(text, expected = 1) {
      await stage.enter(id);
      const reply = await post('/messages', { eventId: randomUUID(), place: home, text });
      expectTaken(reply, '/messages');
      // What was stopped is shown nowhere.
      account.ownMessages += (reply.body as SayAnswer).shown === null ? 0 : 1;
      account.answers += expected;
      await untilAnswered(reply);
    },

    async press(press, expected = 1) {
      await stage.enter(id);
      const reply = await post('/presses', { eventId: randomUUID(), place: home, press });
      expectTaken(reply, '/presses');
      account.ownMessages++;
      account.answers += expected;
      await untilAnswered(reply);
    },

    async open(place, press) {
      await stage.enter(id);
      const { status, body } = await post('/presses', { eventId: randomUUID(), place, press });
      if (REFUSED.includes(status)) return null;
      if (status !== 200) throw new Broken(`${id}: a form was answered with ${status}`);
      return (body as PressAnswer).form;
    },

    async submit({ opener }, press, values) {
      const form = { eventId: randomUUID(), place: home, opener, press, values };
      const reply = await post('/forms', form);
      // A field that no longer holds, e.g. a day that has come to lie in the future: nothing was taken.
      if (reply.status === INVALID) return;
      expectTaken(reply, '/forms');
      account.answers++;
      await untilAnswered(reply);
    },

    async act(channel, press) {
      await stage.enter(id);
      expectTaken(await post('/presses', { eventId: randomUUID(), place: channel, press }), '/presses');
      account.acts++;
    },

    async actByForm(channel, { opener }, press, values) {
      const form = { eventId: randomUUID(), place: channel, opener, press, values };
      const reply = await post('/forms', form);
      // Somebody else was quicker.
      if (REFUSED.includes(reply.status)) return;
      expectTaken(reply, '/forms');
      account.acts++;
    },
  };
}

/** At the first attempt. */
function wentThrough({ lost, refused }: Reply): boolean {
  return lost === 0 && refused === 0;
}
