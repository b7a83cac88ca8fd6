import type { Answers } from '../answers.ts';
import { cardFallback, SERIOUS } from '../card-view.ts';
import { notice } from '../dialog/question-view.ts';
import { DECIDED_AT, timesHandedBack } from '../handed-back.ts';
import { noteOf } from '../note.ts';
import { canHandle, triageManagers } from '../people-who.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report, StepRecord } from '../report.ts';
import { statusButton } from '../report-buttons.ts';
import { ok } from '../result.ts';
import { isOpen } from '../outlook.ts';
import type { Act, ActContext, Errand } from './act.ts';
import { textIn, unitIn } from './act-answers.ts';
import { reasonInput, unitInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';

/**
 * 転送: another department becomes responsible. The clocks go on, the department that gives it away keeps a copy, and
 * the rules that sent it stay what they were. Drills do not leave the drill desk, nor what is referred to the designated
 * officers service promotion.
 */
export const forward: Act = {
  id: 'forward',
  right: 'forward',
  label: phrase('act.forward'),
  doneBy: { forwarded: 'forward' },
  possible: (rules, report) =>
    report.type !== 'compliance' &&
    !report.filing.drill &&
    report.referrals.length === 0 &&
    isOpen(rules, report),
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.forward.title', { number: report.number }),
    lines: [phrase('act.forward.now', { unit: { unit: report.primary } }), phrase('act.forward.clocks')],
    inputs: [
      unitInput({ id: 'unit', label: phrase('act.forward.unit') }),
      reasonInput(phrase('act.forward.reason_hint')),
    ],
    preview: (answers) => [
      phrase('act.forward.preview', { number: report.number, unit: { unit: unitIn(answers, 'unit') } }),
      phrase('act.reason.said', { text: textIn(answers, 'reason') }),
      phrase('act.reason.reporter'),
    ],
  }),
  perform(on, answers) {
    const { report, actor, now } = on;
    const to = unitIn(answers, 'unit');
    const wrong = flawOfTarget(on, to);
    if (wrong) return faulty('unit', wrong);
    const facts = {
      from: report.primary,
      primary: to,
      copies: [...report.copies.filter((unit) => unit !== to), report.primary],
      holder: null,
    };
    const content = noteOf(textIn(answers, 'reason'));
    return ok({
      events: [{ kind: 'forwarded', actor: actor.person, at: now, facts, content }],
      errands: [called(on, to), ...decidedByTriage(on, to, answers)],
    });
  },
};

function flawOfTarget({ rules: { organization }, report, today }: ActContext, to: string): Phrase | null {
  const unit = { unit: to };
  if (to === report.primary) return phrase('err.forward_same', { unit });
  return canHandle(organization, to, report, today) ? null : phrase('err.forward_cannot', { unit });
}

/** A card calls nobody once it stands in the channel, as that of a copy does: the department is told. */
function called({ rules, report }: ActContext, to: string): Errand {
  const { number, primary, level } = report;
  const lines = [
    phrase('forwarded.call', { number, from: { unit: primary } }),
    cardFallback(rules, report, rules.calendar),
  ];
  return {
    kind: 'post',
    unit: to,
    view: notice(lines, [statusButton(report)]),
    key: `forwarded:${report.head.seq + 1}`,
    mention: level >= SERIOUS,
  };
}

/** Once, when it has come back for the third time. */
function decidedByTriage(on: ActContext, to: string, answers: Answers): Errand[] {
  const { rules, report, actor, today } = on;
  const times = timesHandedBack({ steps: [...report.steps, stepTo(report, to)] });
  if (times !== DECIDED_AT || times === timesHandedBack(report)) return [];
  const view = notice(
    [
      phrase('forwarded.often', { number: report.number, n: times, unit: { unit: to } }),
      phrase('act.reason.said', { text: textIn(answers, 'reason') }),
    ],
    [statusButton(report)],
  );
  return triageManagers(rules.organization, report, today)
    .filter((person) => person !== actor.person)
    .map((person) => ({ kind: 'tell', person, view, key: `often:${person}` }));
}

function stepTo({ head, primary }: Report, to: string): Pick<StepRecord, 'kind' | 'facts' | 'seq'> {
  return { seq: head.seq + 1, kind: 'forwarded', facts: { from: primary, primary: to } };
}
