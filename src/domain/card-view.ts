import { actCalled } from './acts/acts.ts';
import type { Act, ActRules } from './acts/act.ts';
import { typeOf, type Rules } from './assessment.ts';
import { CAMPAIGN, campaignName, campaignOf } from './campaign.ts';
import { doerOf } from './byline.ts';
import type { Calendar } from './business-time.ts';
import { currentDuty } from './deadline.ts';
import { officesConcerned, owesInspection } from './inspection.ts';
import { isKnownOverdue } from './known-overdue.ts';
import { shownLinks } from './links.ts';
import { dueOfDecision, outcomeOf } from './outcome.ts';
import { SAID_FROM, timesHandedBack } from './handed-back.ts';
import { phaseNow } from './outlook.ts';
import { phrase, type Phrase, type PhraseValue } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { detailsButton } from './report-buttons.ts';
import { officesOf } from './storm.ts';
import { subtypePhrase } from './subtype-phrase.ts';
import { lastStep } from './told-steps.ts';
import { button, line, type Button, type Line, type View } from './view.ts';
import type { Phase } from './workflow.ts';

/** How severe a report must be for its level to stand first and its card to mention the group. */
export const SERIOUS = 3;

/** The one living card of a report: at most eight lines, three buttons and 「くわしく」. The same for everyone in a channel. */
export function cardView(rules: Rules, report: Report, calendar: Calendar): View {
  return {
    kind: 'card',
    lines: [
      line(title(rules, report, calendar), 'strong'),
      line(stateLine(rules, report, calendar), 'strong'),
      line(phrase('said', { text: report.gist }), 'quote'),
      line(factsLine(rules, report)),
      line(holderLine(report)),
      line(routeLine(report), 'quiet'),
      line(lastLine(report), 'quiet'),
      ...linksLine(report),
    ],
    inputs: [],
    buttons: cardButtons({ ...rules, calendar }, report),
    fallback: cardFallback(rules, report, calendar),
  };
}

/** The sentence of a notification: never content, office or person, and less the narrower the report is. */
export function cardFallback(rules: Rules, report: Report, calendar: Calendar): Phrase {
  if (report.visibility === 'sealed') return phrase('card.fallback.sealed');
  const sentence = fallbackSentence(rules, report, calendar);
  return report.filing.drill ? phrase('card.fallback.drill', { sentence }) : sentence;
}

function fallbackSentence(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const number = report.number;
  // What has no level is not said to have none.
  const graded = report.level === 0 ? 0 : 1;
  const values = { subtype: subtypeOf(report), level: levelOf(report), graded, number };
  const key = report.visibility === 'restricted' ? 'card.fallback.restricted' : 'card.fallback';
  const duty = currentDuty(typeOf(rules, report.type), report, calendar);
  if (!duty || duty.pausedSince !== null) return phrase(`${key}.nodue`, values);
  const due = { due: duty.due };
  if (duty.clock === ACKNOWLEDGE) return phrase(key, { ...values, due });
  const state = phrase(`state.${report.type}.${report.state}`);
  return phrase('card.fallback.state', { number, state, clock: phrase(`clock.${duty.clock}`), due });
}

/** What waits for what was decided: said in the words of the decision. */
const IMPLEMENTATION = 'implementation';

/** The clock whose notification asks for something to be done now. */
const ACKNOWLEDGE = 'acknowledge';

/** 訓練 precedes all, then 期限超過, then 緊急. */
function title(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const plain = phrase(titleKey(report), {
    level: levelOf(report),
    type: phrase(`type.${report.type}`),
    subtype: subtypeOf(report),
    number: report.number,
  });
  const urgent = report.filing.urgent ? phrase('card.urgent', { title: plain }) : plain;
  const late = isKnownOverdue(rules, report, calendar) ? phrase('card.overdue', { title: urgent }) : urgent;
  return report.filing.drill ? phrase('card.drill', { title: late }) : late;
}

/** The level stands first when it is serious, after the type when it is not. */
function titleKey({ level }: Report): string {
  if (level === 0) return 'card.title_no_level';
  return level >= SERIOUS ? 'card.title' : 'card.title_plain';
}

function stateLine(rules: Rules, report: Report, calendar: Calendar): Phrase {
  const state = phrase(`state.${report.type}.${report.state}`);
  const duty = currentDuty(typeOf(rules, report.type), report, calendar);
  const decided = phaseNow(rules, report) === 'decided' ? dueOfDecision(report) : null;
  if (decided !== null && (!duty || duty.clock === IMPLEMENTATION))
    return phrase('card.state_decided', { state, due: { date: decided } });
  if (!duty) return phrase('card.state_nodue', { state });
  if (duty.pausedSince !== null) return phrase('card.state_waiting', { state });
  return phrase('card.state', { state, clock: phrase(`clock.${duty.clock}`), due: { due: duty.due } });
}

function factsLine(rules: Rules, report: Report): Phrase {
  const answers = report.filing.answers;
  const shown = FACTS[report.type] ?? [];
  const facts: PhraseValue[] = shown.flatMap((field) => {
    const answer = answers[field];
    if (!answer) return [];
    const label = phrase(`field.${report.type}.${field}.label`);
    return [phrase('summary.field', { label, value: { field, of: report.type, answer } })];
  });
  return phrase('card.facts', {
    facts: {
      list: [officesValue(report), ...facts, ...campaignValue(report), ...inspectionOwed(rules, report)],
    },
  });
}

function campaignValue(report: Report): PhraseValue[] {
  const campaign = campaignOf(report);
  return campaign === null
    ? []
    : [phrase('summary.field', { label: CAMPAIGN, value: campaignName(campaign) })];
}

/** Where it was found; of what strikes many, how many offices and the first of them. */
function officesValue(report: Report): PhraseValue {
  const offices = officesOf(report);
  if (offices.length === 1) return { unit: report.office };
  const names = { list: offices.slice(0, NAMED_OFFICES).map((unit) => ({ unit })) };
  const key = offices.length > NAMED_OFFICES ? 'card.offices_more' : 'card.offices';
  return phrase(key, { n: offices.length, names });
}

/** What the risk department has to judge, and from where it was reported. */
function inspectionOwed(rules: Rules, report: Report): Phrase[] {
  if (!owesInspection(rules, report)) return [];
  const offices = officesConcerned(report);
  const names = { list: offices.slice(0, NAMED_OFFICES).map((unit) => ({ unit })) };
  const key = offices.length > NAMED_OFFICES ? 'card.offices_more' : 'card.offices';
  return [phrase('card.inspection', { offices: phrase(key, { n: offices.length, names }) })];
}

const NAMED_OFFICES = 5;

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
  const route = phrase('card.route', { primary: { unit: report.primary }, n: report.copies.length, rules });
  const times = timesHandedBack(report);
  return times < SAID_FROM ? route : phrase('card.handed_back', { route, n: times });
}

function lastLine(report: Report): Phrase {
  const step = lastStep(report);
  return phrase('card.last', { when: { moment: step.at }, what: stepPhrase(report, step) });
}

export function stepPhrase(report: Report, step: StepRecord): Phrase {
  const what = whatHappened(report, step);
  // Who reported it is not for every reader: proposers choose whether their name is shown.
  if (step.actor === report.reporter) return what;
  return phrase('step.by', { what, person: doerOf(step) });
}

function whatHappened(report: Report, step: StepRecord): Phrase {
  if (step.kind === 'decision_given') return phrase('step.decided', { outcome: outcomeOf(report, step) });
  if (step.kind !== 'updated' || step.state === null) return phrase(`step.${step.kind}`);
  return phrase('step.updated_to', { state: phrase(`state.${report.type}.${step.state}`) });
}

export function linksLine(report: Report): Line[] {
  const numbers = shownLinks(report).map((link) => link.number);
  return numbers.length === 0 ? [] : [line(phrase('card.links', { numbers: { list: numbers } }), 'quiet')];
}

/**
 * Whether the presser may is decided when it is pressed.
 * @param wanted acts that come before those of the phase: what is asked for
 */
export function cardButtons(rules: ActRules, report: Report, wanted: readonly string[] = []): Button[] {
  const acts = [...new Set([...wanted, ...CARD_ACTS[phaseNow(rules, report)]])]
    .flatMap((id) => actCalled(id) ?? [])
    .filter((act) => act.possible(rules, report))
    .slice(0, MOST_BUTTONS);
  return [...acts.map((act) => actButton(act, report)), detailsButton(report)];
}

const MOST_BUTTONS = 3;

/** The acts that a card offers first, by phase; all others are on the report's page. */
const CARD_ACTS: Readonly<Record<Phase, readonly string[]>> = {
  new: ['acknowledge', 'judge_inspection', 'take', 'forward', 'update'],
  acknowledged: ['judge_inspection', 'take', 'ask', 'forward', 'update'],
  in_progress: ['judge_inspection', 'take', 'answer', 'decide', 'ask', 'update'],
  decided: ['judge_inspection', 'update', 'close'],
  closed: [],
};

export function actButton(act: Pick<Act, 'id' | 'label'>, report: Report): Button {
  const style = act.id === 'acknowledge' ? 'primary' : 'default';
  return button({ action: act.id, report: report.number }, act.label, style);
}

export function levelOf(report: Pick<Report, 'level'>): Phrase {
  return phrase(`severity.s${report.level}`);
}

export function subtypeOf(report: Pick<Report, 'type' | 'subtype' | 'filing'>): Phrase {
  return subtypePhrase({ type: report.type, subtype: report.subtype, answers: report.filing.answers });
}
