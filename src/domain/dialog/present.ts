import { applicable } from '../applicable.ts';
import { typeOf } from '../assessment.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { fieldOf } from '../report-type.ts';
import { REPORT_LABELS, type ReportLabel } from '../understanding.ts';
import { button, line, type Button, type Line, type View } from '../view.ts';
import type { Conversation, Step } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { questionsLeft } from './drafts.ts';
import { knownView } from './known-view.ts';
import { choiceView, notice, questionView } from './question-view.ts';
import { stoppedView } from './stopped-view.ts';
import { summaryView } from './summary-view.ts';

/** The question that stands, as it is shown; null when none does. `before` is said first in the same message. */
export function present(rules: DialogRules, state: Conversation, before: Line[] = []): View | null {
  const view = viewOf(rules, state, state.step);
  return view && { ...view, lines: [...before, ...view.lines] };
}

function viewOf(rules: DialogRules, state: Conversation, step: Step): View | null {
  const { turn } = state;
  switch (step.kind) {
    case 'idle':
      return null;
    case 'writing_addition':
      return notice([phrase('ask.addition', { number: step.report })]);
    case 'writing_for_act':
      return notice([phrase(`act.${step.act}.ask`, { number: step.report })]);
    case 'choosing_type':
      return choosingType(step, turn);
    case 'choosing_split':
      return choosingSplit(step, turn);
    case 'asking_drill':
      return choiceView(
        [phrase('ask.drill')],
        [press('drill', 'btn.drill', turn), press('real', 'btn.real', turn)],
      );
    case 'asking':
      return asking(rules, state, step);
    case 'known_already':
      return knownView(state, step);
    case 'reviewing':
      return summaryView(rules, state.drafts, turn);
    case 'choosing_field':
      return choosingField(rules, state);
    case 'stopped':
      return stoppedView(rules, step, turn);
    case 'confirming_correction':
      return confirming(rules, step, turn);
    case 'resuming':
      return resuming(rules, state, turn);
  }
}

function asking(
  rules: DialogRules,
  state: Conversation,
  step: Extract<Step, { kind: 'asking' }>,
): View | null {
  const draft = state.drafts[step.draft];
  const field = draft && fieldOf(typeOf(rules, draft.type), step.field);
  if (!draft || !field) return null;
  const view = questionView(draft, field, state.turn, isFirst(state));
  if (state.drafts.length === 1) return view;
  const about = line(phrase('ask.about', { type: phrase(`type.${draft.type}`) }));
  return { ...view, lines: [about, ...view.lines] };
}

function isFirst({ past }: Conversation): boolean {
  return !past.some(({ step }) => step.kind === 'asking' || step.kind === 'reviewing');
}

/** Pairs that a fact tells apart better than the names of the types: もう起きた or 起きる前に止めた. */
const FACT_PAIRS = [
  ['incident', 'risk'],
  ['incident', 'customer_voice'],
  ['proposal', 'customer_voice'],
  ['proposal', 'risk'],
  ['proposal', 'knowledge'],
] as const satisfies readonly (readonly [Fileable, Fileable])[];

/** Two guesses, riskier first, or every type that chat may file. CMP is never such a button: its route comes first. */
function choosingType(step: Extract<Step, { kind: 'choosing_type' }>, turn: number): View {
  const labels = step.menu ? fileable() : step.guesses.map((guess) => guess.label).filter(isFileable);
  const fact = step.menu ? undefined : FACT_PAIRS.find((pair) => pair.every((one) => labels.includes(one)));
  const buttons = labels.map((label) => {
    const words = fact ? `pair.${fact.join('_or_')}.${label}` : `type.${label}`;
    return button({ action: 'choose_type', value: label, turn }, phrase(words));
  });
  const neither = step.menu ? press('stop', 'btn.stop', turn) : press('choose_none', 'btn.neither', turn);
  return choiceView([phrase(step.menu ? 'ask.type.menu' : 'ask.type')], [...buttons, neither]);
}

function choosingSplit(step: Extract<Step, { kind: 'choosing_split' }>, turn: number): View {
  const items: Phrase[] = step.items.map((item, index) =>
    phrase('split.item', { n: index + 1, type: phrase(`type.${item.type}`), text: item.text }),
  );
  return choiceView(
    [phrase('ask.split', { n: step.items.length }), ...items],
    [press('split', 'btn.split', turn), press('one', 'btn.one', turn), press('stop', 'btn.stop', turn)],
  );
}

/** Everything that can be changed, the type itself included. */
function choosingField(rules: DialogRules, state: Conversation): View {
  const several = state.drafts.length > 1;
  const fields: Button[] = state.drafts.flatMap((draft, index) =>
    applicable(typeOf(rules, draft.type), draft)
      .filter((field) => field.screen === 'first' || field.screen === 'more')
      .map((field) => {
        const label = phrase(`field.${draft.type}.${field.id}.label`);
        const shown = several ? phrase('edit.of', { n: index + 1, label }) : label;
        return button({ action: 'edit_field', value: `${index}:${field.id}`, turn: state.turn }, shown);
      }),
  );
  return choiceView(
    [phrase('ask.field_to_edit')],
    [...fields, press('wrong_type', 'btn.wrong', state.turn), press('back', 'btn.back', state.turn)],
  );
}

function confirming(
  rules: DialogRules,
  step: Extract<Step, { kind: 'confirming_correction' }>,
  turn: number,
): View {
  const type = [...rules.types.values()].find((one) => step.report.startsWith(`${one.code}-`));
  const of = type?.id ?? 'incident';
  const from = step.from ? { field: step.field, of, answer: step.from } : phrase('nothing_yet');
  const label = phrase(`field.${of}.${step.field}.label`);
  return choiceView(
    [
      phrase('ask.correction', {
        number: step.report,
        field: label,
        from,
        to: { field: step.field, of, answer: step.to },
      }),
    ],
    [press('confirm_correction', 'btn.send', turn), press('stop', 'btn.stop', turn)],
  );
}

function resuming(rules: DialogRules, state: Conversation, turn: number): View {
  const [draft] = state.drafts;
  const what = draft ? phrase(`type.${draft.type}`) : phrase('type.other');
  const when = { moment: draft?.touchedAt ?? rules.now };
  const left = questionsLeft(rules, state.drafts);
  return choiceView(
    [
      phrase('draft.left', { when, what }),
      left > 0 ? phrase('ask.left', { n: left }) : phrase('draft.ready'),
    ],
    [
      press('resume', 'btn.resume', turn),
      press('send_as_is', 'btn.send_now', turn),
      press('discard', 'btn.discard', turn),
    ],
  );
}

function press(action: string, key: string, turn: number): Button {
  return button({ action, turn }, phrase(key));
}

/** What chat may file. */
export type Fileable = Exclude<ReportLabel, 'compliance'>;

export function isFileable(label: string): label is Fileable {
  return REPORT_LABELS.some((one) => one === label) && label !== 'compliance';
}

function fileable(): Fileable[] {
  return REPORT_LABELS.filter(isFileable);
}
