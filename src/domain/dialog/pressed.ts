import { addMinutes } from '../business-time.ts';
import { phrase } from '../phrase.ts';
import { CHAT_LISTS, listedFrom } from '../short-list-view.ts';
import type { Preferences } from '../preferences.ts';
import type { Press } from '../view.ts';
import type { Conversation } from './conversation.ts';
import type { Effect } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { otherMatter, sameMatter } from './alike.ts';
import { enterCampaign, leaveCampaign } from './campaigns.ts';
import { answer, chooseType, drill, split, whole, wrongType } from './choice-presses.ts';
import { discard, editField, resume, seenBy, send, sendAsIs } from './draft-presses.ts';
import { joinKnown, otherThanKnown } from './known.ts';
import { back, beside, cancel, helpView, OWN_REPORTS } from './steering.ts';
import { ask, GREETING, START_BUTTONS } from './matter.ts';
import { keepQuestion } from './question.ts';
import { notice } from './question-view.ts';
import { afterStop, moveTo, outcome, say, settle, type Outcome } from './turn.ts';

/** How long one message is let through after 「違反ではない」. */
const WAIVED_MINUTES = 10;

type Handler = (rules: DialogRules, state: Conversation, press: Press) => Outcome | null;

/** A button: done if it belongs to the question that stands, answered as old otherwise. */
export function onPress(rules: DialogRules, state: Conversation, press: Press): Outcome {
  const old = press.turn !== undefined && press.turn !== state.turn;
  const done = old ? null : HANDLERS[press.action]?.(rules, state, press);
  return done ?? oldButton(rules, state);
}

export function oldButton(rules: DialogRules, state: Conversation): Outcome {
  const again = ask(rules, state);
  const instead = again.effects.length > 0 ? [] : START_BUTTONS;
  return outcome(again.state, say(notice([phrase('old_button')], instead)), ...again.effects);
}

/** Own keys only: a press named `constructor` is an unknown button like any other. */
const HANDLERS: Readonly<Record<string, Handler | undefined>> = Object.assign(Object.create(null) as object, {
  start: (rules, state) => beside(rules, state, say(notice(GREETING))),
  help: (rules, state) => beside(rules, state, say(helpView(rules))),
  mine: (rules, state, press) => beside(rules, state, { ...OWN_REPORTS, from: listedFrom(press) }),
  tasks: (rules, state, press) =>
    beside(rules, state, { kind: 'list_reports', list: 'tasks', from: listedFrom(press) }),
  overdue: (rules, state, press) =>
    beside(rules, state, { kind: 'list_reports', list: 'overdue', from: listedFrom(press) }),
  news_daily: (rules, state) => beside(rules, state, setting({ news: 'daily' })),
  news_at_once: (rules, state) => beside(rules, state, setting({ news: 'at_once' })),
  in_japanese: (rules, state) => beside(rules, state, setting({ language: 'ja' })),
  in_english: (rules, state) => beside(rules, state, setting({ language: 'en' })),
  confirm_hand_over: (rules, state, { value: from = '' }) =>
    beside(rules, state, { kind: 'confirm_hand_over', from }),
  open_list: (rules, state, press) => openList(rules, state, press),
  windows: (rules, state) => beside(rules, state, say(windowsView(rules))),
  stop: (_rules, state) => cancel(state),
  discard: (_rules, state) => discard(state),
  back: (rules, state) => back(rules, state),
  answer: (rules, state, press) => answer(rules, state, press),
  wrong_type: (rules, state) => wrongType(rules, state),
  choose_type: (_rules, state, press) => chooseType(state, press),
  choose_none: (rules, state) =>
    state.step.kind === 'choosing_type' ? ask(rules, moveTo(state, { ...state.step, menu: true })) : null,
  split: (_rules, state) => split(state),
  one: (_rules, state) => whole(state),
  drill: (_rules, state) => drill(state, true),
  real: (_rules, state) => drill(state, false),
  open_form: (rules, state) => (state.drafts.length > 0 ? ask(rules, state) : null),
  edit: (rules, state) =>
    state.drafts.length > 0 ? ask(rules, moveTo(state, { kind: 'choosing_field' })) : null,
  edit_field: (rules, state, press) => editField(rules, state, press),
  seen_by: (rules, state) => seenBy(rules, state),
  send: (rules, state) => send(rules, state),
  send_as_is: (rules, state) => sendAsIs(rules, state),
  resume: (rules, state) => resume(rules, state),
  confirm_correction: (_rules, state) => confirmCorrection(state),
  not_violation: (rules, state) => goOn(rules, state),
  continue_report: (rules, state) => goOn(rules, state),
  add: (rules, state, press) => add(rules, state, press),
  keep_question: (rules, state) => keepQuestion(rules, state),
  join_known: (rules, state) => joinKnown(rules, state),
  other_than_known: (rules, state) => otherThanKnown(rules, state),
  same_matter: (rules, state, press) => sameMatter(rules, state, press),
  other_matter: (rules, state) => otherMatter(rules, state),
  enter_campaign: (rules, state, press) => enterCampaign(rules, state, press),
  leave_campaign: (rules, state) => leaveCampaign(rules, state),
} satisfies Record<string, Handler>);

function setting(change: Partial<Preferences>): Effect {
  return { kind: 'set_preferences', change };
}

function confirmCorrection(state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'confirming_correction') return null;
  return outcome(settle(state), { kind: 'correct', report: step.report, field: step.field, to: step.to });
}

/** Nothing was kept of the stopped message, so it is asked for once more and then let through. */
function goOn(rules: DialogRules, state: Conversation): Outcome | null {
  if (state.step.kind !== 'stopped') return null;
  const said = say(notice([phrase('cmp.continue'), phrase('cmp.write_again')]));
  const waived = { ...state, complianceWaivedUntil: addMinutes(rules.now, WAIVED_MINUTES) };
  const again = ask(rules, afterStop(rules, waived));
  return outcome(again.state, said, ...again.effects);
}

function add(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  if (press.report === undefined) return null;
  return ask(rules, moveTo(state, { kind: 'writing_addition', report: press.report }));
}

/** Pages that have lists open them by themselves; whoever presses elsewhere is told what is in it. */
function openList(rules: DialogRules, state: Conversation, { value }: Press): Outcome | null {
  const list = CHAT_LISTS.find((one) => one === value);
  if (!list) return null;
  return beside(rules, state, list === 'mine' ? OWN_REPORTS : { kind: 'list_reports', list });
}

function windowsView(rules: DialogRules) {
  const { compliance, external, harassment } = rules.organization.windows;
  return notice([
    phrase('cmp.not_here'),
    phrase('cmp.internal', { contact: compliance.contact }),
    phrase('cmp.external', { contact: external.contact }),
    phrase('cmp.harass', { contact: harassment.contact }),
  ]);
}
