import { advance } from '../domain/dialog/advance.ts';
import type { Conversation, Draft } from '../domain/dialog/conversation.ts';
import { NOTHING_SETTLED, type DialogEvent, type Effect } from '../domain/dialog/dialog-event.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { receiptView } from '../domain/reporter-view.ts';
import { acted, writtenForAct } from './act-from-talk.ts';
import { answerEffect, problemView } from './answer-effect.ts';
import { beginWithdrawal } from './begin-withdrawal.ts';
import type { Turn } from './conversation-turn.ts';
import { fileReports } from './file-reports.ts';
import { joinKnown } from './join-known.ts';
import { listen } from './listen.ts';
import type { InboxEntry } from './ports.ts';

/** How many times one message may lead to another event before something is wrong. */
const MOST_EVENTS = 10;

/** The pure engine decides, its effects are carried out, and an effect may lead to the next event. */
export async function converseOn(
  turn: Turn,
  before: Conversation,
  first: DialogEvent,
): Promise<Conversation> {
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
