import { newConversation, type Conversation } from '../domain/dialog/conversation.ts';
import type { DialogEvent } from '../domain/dialog/dialog-event.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { phrase } from '../domain/phrase.ts';
import type { View } from '../domain/view.ts';
import { actFromTalk } from './act-from-talk.ts';
import { isReportPress } from './act-on-report.ts';
import { problemView } from './answer-effect.ts';
import { converseOn } from './carry-on.ts';
import { commentInThread } from './comment-in-thread.ts';
import type { Turn } from './conversation-turn.ts';
import { personalPlace } from './directory.ts';
import { asPress, listen } from './listen.ts';
import type { Address, InboxEntry, StoredConversation, StoredThreadBody, Transaction } from './ports.ts';
import { sayTo } from './say-to.ts';
import { actorNow, languageOf, personNow, rulesFor, type Surroundings } from './surroundings.ts';

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
  await sayTo(tx, home, entry.id, turn.said, languageOf(next, preferences));
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
        ? actFromTalk(turn, state, body.press, {})
        : converseOn(turn, state, { kind: 'pressed', id: turn.entry.id, press: body.press });
    case 'submitted':
      return isReportPress(body.press)
        ? actFromTalk(turn, state, body.press, body.values)
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

/** What was hidden is said first, by kind, never by value. */
function masked(deps: Surroundings, entry: InboxEntry): View[] {
  const hidden = 'hidden' in entry.body ? entry.body.hidden : [];
  if (hidden.length === 0) return [];
  const kinds = { list: hidden.map((kind) => phrase(`pii.kind.${kind}`)) };
  const original = deps.messenger.deletesOriginals(entry.platform) ? 'pii.deleted' : 'pii.delete';
  return [notice([phrase('pii.hidden', { kinds }), phrase(original)])];
}
