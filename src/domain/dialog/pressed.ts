import { addMinutes, addDays } from '../business-time.ts';
import type { Answer } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { fieldOf } from '../report-type.ts';
import { CHAT_LISTS } from '../short-list-view.ts';
import type { Preferences } from '../preferences.ts';
import type { Press } from '../view.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import { NOTHING_SETTLED, type Effect } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { otherMatter, sameMatter } from './alike.ts';
import { take } from './asking.ts';
import { enterCampaign, leaveCampaign } from './campaigns.ts';
import { joinKnown, otherThanKnown } from './known.ts';
import { back, beside, cancel, helpView, OWN_REPORTS } from './steering.ts';
import { withMoreText, withUnknowns } from './drafts.ts';
import { formFields } from './form.ts';
import { ask, GREETING, START_BUTTONS } from './matter.ts';
import { keepQuestion } from './question.ts';
import { isFileable } from './present.ts';
import { isDate, notice } from './question-view.ts';
import { seenByView } from './summary-view.ts';
import { leftLines } from './opening.ts';
import { afterStop, moveTo, nextStep, outcome, say, settle, type Outcome } from './turn.ts';

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
  mine: (rules, state) => beside(rules, state, OWN_REPORTS),
  tasks: (rules, state) => beside(rules, state, { kind: 'list_reports', list: 'tasks' }),
  overdue: (rules, state) => beside(rules, state, { kind: 'list_reports', list: 'overdue' }),
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

function answer(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  const { step } = state;
  const [field, option] = splitValue(press.value);
  if (step.kind !== 'asking' || field !== step.field) return null;
  const value = optionAnswer(rules, state, step, option);
  return value && take(rules, state, step, value);
}

function optionAnswer(
  rules: DialogRules,
  state: Conversation,
  step: Extract<Step, { kind: 'asking' }>,
  option: string,
): Answer | null {
  const draft = state.drafts[step.draft];
  const field = draft && fieldOf(typeOf(rules, draft.type), step.field);
  if (!field) return null;
  if (option === 'unknown') return { kind: 'unknown' };
  if (isDate(field) && option === 'today') return { kind: 'date', date: rules.today };
  if (isDate(field) && option === 'yesterday') return { kind: 'date', date: addDays(rules.today, -1) };
  return field.options.find((one) => one.id === option)?.answer ?? null;
}

/** 「ちがう」: every type, with the same words. */
function wrongType(rules: DialogRules, state: Conversation): Outcome | null {
  const [draft] = state.drafts;
  if (!draft) return null;
  const text = state.drafts.map((one) => one.text).join('\n');
  return ask(
    rules,
    moveTo(state, { kind: 'choosing_type', text, guesses: [], menu: true, drill: draft.drill }),
  );
}

function chooseType(state: Conversation, press: Press): Outcome | null {
  const { step } = state;
  const type = press.value ?? '';
  if (step.kind !== 'choosing_type' || !isFileable(type)) return null;
  const settled = { type, chosen: true, drill: step.drill, whole: true };
  return outcome(settle(state), { kind: 'consider', text: step.text, settled });
}

function split(state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'choosing_split') return null;
  return outcome(settle(state), { kind: 'consider_parts', parts: step.items, drill: step.drill });
}

function whole(state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'choosing_split') return null;
  const settled = { ...NOTHING_SETTLED, drill: step.drill, whole: true };
  return outcome(settle(state), { kind: 'consider', text: step.text, settled });
}

function drill(state: Conversation, isDrill: boolean): Outcome | null {
  const { step } = state;
  if (step.kind !== 'asking_drill') return null;
  return outcome(settle(state), {
    kind: 'consider',
    text: step.text,
    settled: { ...NOTHING_SETTLED, drill: isDrill },
  });
}

function editField(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  const [position, field] = splitValue(press.value);
  const index = state.drafts.findIndex((_draft, at) => String(at) === position);
  const draft = state.drafts[index];
  if (!draft || !formFields(rules, draft).some(({ id }) => id === field)) return null;
  return ask(rules, moveTo(state, { kind: 'asking', draft: index, field }));
}

function seenBy(rules: DialogRules, state: Conversation): Outcome | null {
  if (state.drafts.length === 0) return null;
  const again = ask(rules, state);
  return outcome(again.state, say(seenByView(rules, state.drafts)), ...again.effects);
}

/** Nothing is sent while a mandatory question is open: it is asked instead. Nor is what the person called another type. */
function send(rules: DialogRules, state: Conversation): Outcome | null {
  if (state.drafts.length === 0 || state.step.kind === 'choosing_type') return null;
  const next = nextStep(rules, state.drafts);
  if (next.kind !== 'reviewing') return goOnWith(rules, state, state.drafts, next);
  return withPending(outcome(settle(state), { kind: 'file', drafts: state.drafts }), state);
}

/** A draft left for a while is taken up with what was written meanwhile. */
function goOnWith(rules: DialogRules, state: Conversation, drafts: readonly Draft[], next: Step): Outcome {
  const resumed = state.step.kind === 'resuming' ? takenUp(rules, drafts, state.step.pending) : drafts;
  return ask(rules, moveTo(state, next, resumed), next.kind === 'asking' ? leftLines(rules, resumed) : []);
}

/** 「今のまま送る」: what may be unknown becomes so; a question that must be answered is asked all the same. */
function sendAsIs(rules: DialogRules, state: Conversation): Outcome | null {
  return send(rules, {
    ...state,
    drafts: state.drafts.map((draft) => withUnknowns(typeOf(rules, draft.type), draft)),
  });
}

function discard(state: Conversation): Outcome | null {
  if (state.step.kind === 'idle') return null;
  const discarded = notice([phrase('draft.discarded')], START_BUTTONS);
  return withPending(outcome(settle(state), say(discarded)), state);
}

/** What was written while the draft stood open is taken up once the draft is out of the way. */
function withPending(done: Outcome, before: Conversation): Outcome {
  const pending = before.step.kind === 'resuming' ? before.step.pending : null;
  if (pending === null) return done;
  return outcome(done.state, ...done.effects, { kind: 'consider', text: pending, settled: NOTHING_SETTLED });
}

function resume(rules: DialogRules, state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind === 'idle') return null;
  return step.kind === 'resuming' ? goOnWith(rules, state, state.drafts, step.step) : ask(rules, state);
}

export function takenUp(rules: DialogRules, drafts: readonly Draft[], pending: string | null): Draft[] {
  return drafts.map((draft, index) =>
    index === 0 && pending !== null
      ? withMoreText(typeOf(rules, draft.type), draft, pending, rules.now)
      : { ...draft, touchedAt: rules.now },
  );
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

function splitValue(value: string | undefined): [string, string] {
  const at = value?.indexOf(':') ?? -1;
  return value === undefined || at < 0 ? ['', ''] : [value.slice(0, at), value.slice(at + 1)];
}
