import { assess, officeOf, typeOf } from '../assessment.ts';
import type { Calendar } from '../business-time.ts';
import { campaignFact } from '../campaign.ts';
import { nextPromise, type Timed } from '../deadline.ts';
import { foundAtOf } from '../found-at.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { ownDuties } from '../reporter-view.ts';
import type { Level } from '../severity.ts';
import { button, fact, line, type Button, type Line, type View } from '../view.ts';
import { withPresentForms } from './advance.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { enteredIn } from './campaigns.ts';
import { openQuestions } from './drafts.ts';
import { canGoBack } from './steering.ts';
import { levelFact, partLines, seenByLines, summaryFacts, typeLine } from './summary-view.ts';
import { suspicionLines } from './suspicion.ts';

/**
 * Beside the conversation: what is known of the report being written, what is still missing, who will see it and
 * when the first clocks would end if it was sent now. Null while nothing is being written.
 */
export function draftView(rules: DialogRules, stored: Conversation, calendar: Calendar): View | null {
  const { state } = withPresentForms(rules, stored);
  const { drafts } = state;
  const [first] = drafts;
  if (!first) return null;
  return {
    kind: 'summary',
    lines: partLines(drafts, (draft) => draftLines(rules, draft, calendar)),
    inputs: [],
    buttons: buttonsOf(state),
    fallback: typeLine(first),
  };
}

function draftLines(rules: DialogRules, draft: Draft, calendar: Calendar): Line[] {
  const { severity, route } = assess(rules, draft, officeOf(draft.answers, rules.office), rules.today);
  const closing = [...clockLines(rules, draft, severity.level, calendar), ...suspicionLines(rules, draft)];
  return [
    line(typeLine(draft), 'strong'),
    line(phrase('said', { text: draft.text }), 'quote'),
    ...summaryFacts(rules, draft),
    ...campaignLine(rules, draft),
    ...missing(rules, draft),
    ...(severity.level > 0 ? [levelFact(severity.level)] : []),
    ...seenByLines(route),
    ...closing.map((one) => line(one)),
  ];
}

function campaignLine(rules: DialogRules, draft: Draft): Line[] {
  const entered = enteredIn(rules, draft);
  return entered === null ? [] : [campaignFact(entered)];
}

function missing(rules: DialogRules, draft: Draft): Line[] {
  const labels = openQuestions(typeOf(rules, draft.type), draft).map((field) => {
    const label = phrase(`field.${draft.type}.${field.id}.label`);
    return field.required ? phrase('form.required', { label }) : label;
  });
  if (labels.length === 0) return [];
  return [fact(phrase('draft.missing'), phrase('value', { value: { list: labels } }))];
}

function clockLines(rules: DialogRules, draft: Draft, level: Level, calendar: Calendar): Phrase[] {
  const type = typeOf(rules, draft.type);
  const { now, person } = rules;
  const { subtype, text, answers, cues, suspicions, urgent, drill, evidence } = draft;
  const filed: Timed = {
    subtype,
    level,
    state: type.workflow.initial,
    reporter: person,
    filing: {
      type: draft.type,
      subtype,
      formVersion: draft.formVersion,
      text,
      answers,
      cues,
      suspicions,
      urgent,
      drill,
      evidence,
    },
    filedAt: now,
    foundAt: foundAtOf(draft.answers, calendar),
    steps: [
      { seq: 1, kind: 'filed', actor: person, at: now, state: type.workflow.initial, facts: {}, note: null },
    ],
  };
  const promise = nextPromise(type, filed, calendar);
  const first = promise
    ? [phrase('draft.due', { step: phrase(`clock.${promise.clock}`), due: { due: promise.due } })]
    : [];
  return [...first, ...ownDuties(type, filed, calendar)];
}

/** Those of the question that stands: at any other one they would take something away that nobody sees here. */
function buttonsOf(state: Conversation): Button[] {
  const { step, turn } = state;
  const reviewing = step.kind === 'reviewing';
  const goingOn = reviewing || step.kind === 'asking' || step.kind === 'choosing_field';
  return [
    ...(reviewing ? [button({ action: 'send', turn }, phrase('btn.send'), 'primary')] : []),
    ...(goingOn && canGoBack(state) ? [button({ action: 'back', turn }, phrase('btn.back'))] : []),
    ...(reviewing || step.kind === 'asking' ? [button({ action: 'edit', turn }, phrase('btn.edit'))] : []),
    button({ action: 'stop', turn }, phrase('btn.stop')),
  ];
}
