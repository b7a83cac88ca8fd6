import { formPress } from '../domain/acts/act-form-view.ts';
import { actCalled } from '../domain/acts/acts.ts';
import { advance } from '../domain/dialog/advance.ts';
import { newConversation, type Conversation, type Draft } from '../domain/dialog/conversation.ts';
import { NOTHING_SETTLED, type DialogEvent, type Effect } from '../domain/dialog/dialog-event.ts';
import type { DialogRules } from '../domain/dialog/dialog-rules.ts';
import { present } from '../domain/dialog/present.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { moveTo } from '../domain/dialog/turn.ts';
import type { Actor } from '../domain/organization.ts';
import { phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import { receiptView } from '../domain/reporter-view.ts';
import type { Result } from '../domain/result.ts';
import type { Press, View } from '../domain/view.ts';
import { actOnReport, isReportPress, type Acted } from './act-on-report.ts';
import { answerEffect, problemView } from './answer-effect.ts';
import { beginWithdrawal } from './begin-withdrawal.ts';
import { commentInThread } from './comment-in-thread.ts';
import { personalPlace } from './directory.ts';
import { fileReports } from './file-reports.ts';
import { joinKnown } from './join-known.ts';
import { asPress, listen } from './listen.ts';
import type { Address, InboxEntry, StoredConversation, StoredThreadBody, Transaction } from './ports.ts';
import { sayTo } from './say-to.ts';
import { actorNow, languageOf, personNow, rulesFor, type Surroundings } from './surroundings.ts';
import { writingFor, type WritingForAct } from './write-for-act.ts';

interface Turn {
  deps: Surroundings;
  tx: Transaction;
  entry: InboxEntry;
  rules: DialogRules;
  actor: Actor;
  said: View[];
}

/** How many times one message may lead to another event before something is wrong. */
const MOST_EVENTS = 10;

/**
 * Works on one inbox entry inside the caller's transaction: conversation, reports, ledger and everything to be said
 * are written together, or nothing is and the entry is worked on again.
 */
export async function converse(
  deps: Surroundings,
  tx: Transaction,
  entry: InboxEntry,
  stored: StoredConversation | null,
): Promise<void> {
  const sender = personNow(deps, entry.person);
  if (!sender) return;
  const state = stored?.state ?? newConversation();
  const rules = rulesFor(deps, entry.person, sender.unit);
  const turn: Turn = {
    deps,
    tx,
    entry,
    rules,
    actor: actorNow(deps, sender.person),
    said: masked(deps, entry),
  };
  const next = await work(turn, state);
  const home = homeOf(entry);
  await tx.conversations.save(entry.person, { state: next, platform: home.platform, place: home.place });
  const preferences = await tx.preferences.of(entry.person);
  await sayTo(tx, home, entry.id, turn.said, languageOf(next, sender.person, preferences));
}

/** Answers go to the person alone, where they wrote, and never to a channel: silence in public reveals nothing. */
function homeOf({ platform, person }: InboxEntry): Address {
  return { platform, place: personalPlace(person) };
}

async function work(turn: Turn, state: Conversation): Promise<Conversation> {
  const { body, place } = turn.entry;
  switch (body.kind) {
    case 'stopped':
      return converseOn(turn, state, {
        kind: 'stopped',
        id: turn.entry.id,
        alsoIncident: body.alsoIncident,
        harassment: body.harassment,
        inPublic: place.kind === 'channel' && !turn.deps.messenger.deletesOriginals(turn.entry.platform),
      });
    case 'pressed':
      return isReportPress(body.press)
        ? onReport(turn, state, body.press, {})
        : converseOn(turn, state, { kind: 'pressed', id: turn.entry.id, press: body.press });
    case 'submitted':
      return isReportPress(body.press)
        ? onReport(turn, state, body.press, body.values)
        : converseOn(turn, state, {
            kind: 'submitted',
            id: turn.entry.id,
            press: body.press,
            values: body.values,
          });
    case 'said': {
      // People talk to each other in channels; the bot listens only when it is called, and answers in private.
      const text = place.kind === 'channel' ? turn.deps.recognizer.addressed(body.text) : body.text;
      if (text === null) return state;
      const press = asPress(turn.deps, turn.rules, state, text);
      const heard = {
        id: turn.entry.id,
        text,
        hidden: body.hidden,
        attachments: body.attachments,
        at: turn.entry.receivedAt,
      };
      const event: DialogEvent = press
        ? { kind: 'pressed', id: turn.entry.id, press }
        : await listen(turn.deps, turn.tx, { ...turn, state }, heard);
      return converseOn(turn, state, event);
    }
    case 'commented':
    case 'comment_edited':
    case 'comment_deleted':
    case 'comment_refused':
      await inThread(turn, body);
      return state;
  }
}

/** What is said in the thread of a report is no word of the person's own conversation. */
async function inThread({ deps, tx, actor, entry, said }: Turn, body: StoredThreadBody): Promise<void> {
  const at = { platform: entry.platform, place: entry.place.address };
  const result = await commentInThread(deps, tx, { actor, at, body });
  if (result.ok) said.push(...result.value);
  else said.push(problemView(deps, result.problem));
}

async function onReport(
  turn: Turn,
  state: Conversation,
  press: Press,
  values: Parameters<typeof actOnReport>[2]['values'],
): Promise<Conversation> {
  if (!isReportPress(press)) return state;
  return acted(turn, state, await actOnReport(turn.deps, turn.tx, { actor: turn.actor, press, values }));
}

function acted(turn: Turn, state: Conversation, result: Result<Acted, Problem>): Conversation {
  if (!result.ok) {
    turn.said.push(problemView(turn.deps, result.problem));
    return state;
  }
  const { said, writing } = result.value;
  if (said) turn.said.push(said);
  return writing ? awaiting(turn, state, writing) : state;
}

/** What was asked for is asked again where something is wrong with it: nothing else becomes of the next message. */
async function writtenForAct(
  turn: Turn,
  state: Conversation,
  { report, act, value, text }: Extract<Effect, { kind: 'write_for_act' }>,
): Promise<Conversation> {
  const pressed = actCalled(act);
  if (!pressed) return state;
  const result = await actOnReport(turn.deps, turn.tx, {
    actor: turn.actor,
    press: { action: formPress(pressed), report, value },
    values: { [pressed.inChat ?? '']: { answer: { kind: 'text', text } } },
  });
  if (result.ok && result.value.said) turn.said.push(result.value.said);
  if (result.ok) return state;
  turn.said.push(problemView(turn.deps, result.problem));
  const mendable = result.problem.kind === 'fields';
  return mendable ? awaiting(turn, state, writingFor(pressed, { action: act, report, value })) : state;
}

function awaiting(turn: Turn, state: Conversation, step: WritingForAct): Conversation {
  const next = moveTo(state, step);
  const asked = present(turn.rules, next);
  if (asked) turn.said.push(asked);
  return next;
}

/** The pure engine decides, its effects are carried out, and an effect may lead to the next event. */
async function converseOn(turn: Turn, before: Conversation, first: DialogEvent): Promise<Conversation> {
  let state = before;
  const events = [first];
  for (let count = 0; count < MOST_EVENTS; count++) {
    const event = events.shift();
    if (!event) return state;
    const { state: next, effects } = advance(turn.rules, state, event);
    state = next;
    for (const effect of effects) state = await carryOut(turn, state, effect, events);
  }
  throw new Error('a message led to an endless conversation');
}

async function carryOut(
  turn: Turn,
  state: Conversation,
  effect: Effect,
  events: DialogEvent[],
): Promise<Conversation> {
  const { deps, tx, entry, rules, actor, said } = turn;
  switch (effect.kind) {
    case 'say':
      said.push(effect.view);
      return state;
    case 'file': {
      const filed = await fileReports(deps, tx, entry.person, rules.office, effect.drafts);
      said.push(receiptView(rules, filed, deps.catalogue.calendar));
      return { ...state, lastFiled: filed[0]?.number ?? state.lastFiled };
    }
    case 'join': {
      const joined = await joinKnown(deps, tx, { actor, unit: rules.office }, effect);
      if (!joined.ok) said.push(problemView(deps, joined.problem));
      else if (joined.value) said.push(notice([joined.value]));
      else events.push(await ownMatter(turn, state, effect.draft));
      return state;
    }
    case 'consider':
      events.push(
        await listen(deps, tx, { ...turn, state }, { ...heardAs(entry), text: effect.text }, effect.settled),
      );
      return state;
    case 'consider_parts':
      events.push(await split(turn, state, effect));
      return state;
    case 'withdraw':
      return acted(turn, state, await beginWithdrawal(deps, tx, actor, effect.number));
    case 'write_for_act':
      return writtenForAct(turn, state, effect);
    case 'answer_question':
    case 'answer_status':
    case 'list_reports':
    case 'correct':
    case 'add':
    case 'set_preferences':
    case 'confirm_hand_over':
      said.push(...(await answerEffect(turn, effect)));
      return state;
  }
}

/** What was to be joined is over: the words are a report of their own. */
function ownMatter(turn: Turn, state: Conversation, { text, type, drill }: Draft): Promise<DialogEvent> {
  const settled = { ...NOTHING_SETTLED, type, drill, whole: true };
  return listen(turn.deps, turn.tx, { ...turn, state }, { ...heardAs(turn.entry), text }, settled);
}

async function split(
  turn: Turn,
  state: Conversation,
  effect: Extract<Effect, { kind: 'consider_parts' }>,
): Promise<DialogEvent> {
  const parts = [];
  for (const [index, part] of effect.parts.entries()) {
    const settled = { ...NOTHING_SETTLED, type: part.type, drill: effect.drill, whole: true };
    const heard = { ...heardAs(turn.entry), id: `${turn.entry.id}:${index + 1}`, text: part.text };
    parts.push(await listen(turn.deps, turn.tx, { ...turn, state }, heard, settled));
  }
  return { kind: 'split', id: turn.entry.id, parts };
}

function heardAs(entry: InboxEntry) {
  return { id: entry.id, hidden: [], attachments: 0, at: entry.receivedAt };
}

/** What was hidden is said first, by kind, never by value. */
function masked(deps: Surroundings, entry: InboxEntry): View[] {
  const hidden = 'hidden' in entry.body ? entry.body.hidden : [];
  if (hidden.length === 0) return [];
  const kinds = { list: hidden.map((kind) => phrase(`pii.kind.${kind}`)) };
  const original = deps.messenger.deletesOriginals(entry.platform) ? 'pii.deleted' : 'pii.delete';
  return [notice([phrase('pii.hidden', { kinds }), phrase(original)])];
}
