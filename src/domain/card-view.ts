import { typeOf, type Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { nextPromise } from './deadline.ts';
import { phrase, type Phrase, type PhraseValue } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { subtypePhrase } from './subtype-phrase.ts';
import { button, line, type Button, type Line, type View } from './view.ts';
import { strictest } from './visibility.ts';
import { phaseOf, targets, type Transition } from './workflow.ts';

/** How severe a report must be for its level to stand first and its card to mention the group. */
export const SERIOUS = 3;

/** The one living card of a report: at most eight lines, three buttons and 「くわしく」. The same for everyone in a channel. */
export function cardView(rules: Rules, report: Report, calendar: Calendar): View {
  return {
    kind: 'card',
    lines: [
      line(title(report), 'strong'),
      line(stateLine(rules, report, calendar), 'strong'),
      line(phrase('said', { text: report.gist }), 'quote'),
      line(factsLine(report)),
      line(holderLine(report)),
      line(routeLine(report), 'quiet'),
      line(lastLine(report), 'quiet'),
      ...linksLine(report),
    ],
    inputs: [],
    buttons: cardButtons(rules, report),
    fallback: cardFallback(rules, report, calendar),
  };
}

/** The sentence of a notification: never content, office or person, and less the narrower the report is. */
export function cardFallback(rules: Rules, report: Report, calendar: Calendar): Phrase {
  if (report.visibility === 'sealed') return phrase('card.fallback.sealed');
  const number = report.number;
  const values = { subtype: subtypeOf(report), level: levelOf(report), number };
  const key = report.visibility === 'restricted' ? 'card.fallback.restricted' : 'card.fallback';
  const promise = nextPromise(typeOf(rules, report.type), report, calendar);
  if (!promise) return phrase(`${key}.nodue`, values);
  const due = { due: promise.due };
  if (promise.clock === ACKNOWLEDGE) return phrase(key, { ...values, due });
  const state = phrase(`state.${report.type}.${report.state}`);
  return phrase('card.fallback.state', { number, state, clock: phrase(`clock.${promise.clock}`), due });
}

/** The clock whose notification asks for something to be done now. */
const ACKNOWLEDGE = 'acknowledge';

function title(report: Report): Phrase {
  const plain = phrase(titleKey(report), {
    level: levelOf(report),
    type: phrase(`type.${report.type}`),
    subtype: subtypeOf(report),
    number: report.number,
  });
  const urgent = report.filing.urgent ? phrase('card.urgent', { title: plain }) : plain;
  return report.filing.drill ? phrase('card.drill', { title: urgent }) : urgent;
}

/** The level stands first when it is serious, after the type when it is not. */
function titleKey({ level }: Report): string {
  if (level === 0) return 'card.title_no_level';
  return level >= SERIOUS ? 'card.title' : 'card.title_plain';
}

function stateLine(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const state = phrase(`state.${report.type}.${report.state}`);
  const promise = nextPromise(typeOf(rules, report.type), report, calendar);
  if (!promise) return phrase('card.state_nodue', { state });
  return phrase('card.state', { state, clock: phrase(`clock.${promise.clock}`), due: { due: promise.due } });
}

function factsLine(report: Report): Phrase {
  const answers = report.filing.answers;
  const shown = FACTS[report.type] ?? [];
  const facts: PhraseValue[] = shown.flatMap((field) => {
    const answer = answers[field];
    if (!answer) return [];
    const label = phrase(`field.${report.type}.${field}.label`);
    return [phrase('summary.field', { label, value: { field, of: report.type, answer } })];
  });
  return phrase('card.facts', { facts: { list: [{ unit: report.office }, ...facts] } });
}

/** What stands on the fourth line besides the office, by type. */
const FACTS: Readonly<Partial<Record<Report['type'], readonly string[]>>> = {
  incident: ['found_at', 'people', 'personal_data', 'opened'],
  proposal: ['target', 'effect'],
  customer_voice: ['voice_kind', 'channel', 'answer_needed'],
  risk: ['task', 'when'],
  knowledge: ['basis'],
};

function holderLine(report: Report): Phrase {
  return report.holder === null
    ? phrase('card.holder_none')
    : phrase('card.holder', { person: { person: report.holder } });
}

function routeLine(report: Report): Phrase {
  const rules = { list: report.rules.map((rule) => rule.id) };
  return phrase('card.route', { primary: { unit: report.primary }, n: report.copies.length, rules });
}

function lastLine(report: Report): Phrase {
  const step = lastStep(report);
  return phrase('card.last', { when: { moment: step.at }, what: stepPhrase(report, step) });
}

/** What happened last, in plain words; routing and links are not something that happened to the person. */
export function lastStep(report: Report): StepRecord {
  const told = report.steps.filter((step) => step.kind !== 'routed' && step.kind !== 'linked');
  const last = told.at(-1) ?? report.steps[0];
  if (!last) throw new Error(`report ${report.id} has no step`);
  return last;
}

export function stepPhrase(report: Report, step: StepRecord): Phrase {
  const moved = step.kind === 'updated' && step.state !== null;
  const what = moved
    ? phrase('step.updated_to', { state: phrase(`state.${report.type}.${String(step.state)}`) })
    : phrase(`step.${step.kind}`);
  // Who reported it is not for every reader: proposers choose whether their name is shown.
  if (step.actor === report.reporter) return what;
  return phrase('step.by', { what, person: { person: step.actor } });
}

/** A card never names a report that is narrower than itself: its readers may not know that it exists. */
export function linksLine(report: Report): Line[] {
  const numbers = report.links
    .filter((link) => strictest([report.visibility, link.visibility]) === report.visibility)
    .map((link) => link.number);
  return numbers.length === 0 ? [] : [line(phrase('card.links', { numbers: { list: numbers } }), 'quiet')];
}

/** Whether the presser may is decided when it is pressed. */
function cardButtons(rules: Rules, report: Report): Button[] {
  const actions = actionButtons(rules, report).map((one) => one.button);
  return [...actions, button({ action: 'details', report: report.number }, phrase('btn.details'))];
}

/** What the state allows, whoever presses it. */
export function actionButtons(
  rules: Rules,
  report: Report,
): { action: Transition['action']; button: Button }[] {
  const { workflow } = typeOf(rules, report.type);
  const acknowledge = targets(workflow, report.state, 'acknowledge').length > 0;
  const take = report.holder === null && targets(workflow, report.state, 'take').length > 0;
  const update = targets(workflow, report.state, 'update').length > 0;
  const closed = phaseOf(workflow, report.state) === 'closed';
  const action = (id: Transition['action'], label: Phrase, style: Button['style'] = 'default') => ({
    action: id,
    button: button({ action: id, report: report.number }, label, style),
  });
  return [
    ...(acknowledge ? [action('acknowledge', phrase('btn.ack'), 'primary')] : []),
    ...(take && !closed ? [action('take', phrase('btn.take'))] : []),
    ...(update ? [action('update', phrase('btn.update'))] : []),
  ];
}

export function levelOf(report: Pick<Report, 'level'>): Phrase {
  return phrase(`severity.s${report.level}`);
}

export function subtypeOf(report: Pick<Report, 'type' | 'subtype' | 'filing'>): Phrase {
  return subtypePhrase({ type: report.type, subtype: report.subtype, answers: report.filing.answers });
}
