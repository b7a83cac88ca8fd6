import { typeOf } from '../assessment.ts';
import { CAUSE, causeSignatures, causingUnit, type CauseSide } from '../cause.ts';
import { named } from '../byline.ts';
import { isOwnDoing } from '../deputy.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { fieldOf } from '../report-type.ts';
import { ok } from '../result.ts';
import { contentWith } from '../settled-answers.ts';
import { standingsFor } from '../permission.ts';
import type { Report } from '../report.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { saysNothing } from './field-error.ts';

/** Of the unit that caused it, these sign. */
const SIGNERS: readonly string[] = ['office_head', 'deputy_head', 'handler', 'manager'];
const RISK = 'risk_compliance';

/**
 * 原因を確認: the cause and how it was found, signed by the unit that caused it and by the risk department, each by
 * somebody else. Whoever finds another cause voids what was signed before.
 */
export const signCause: Act = {
  id: 'sign_cause',
  right: 'sign_cause',
  label: phrase('act.sign_cause.label'),
  doneBy: { cause_signed: 'sign_cause' },
  possible: (rules, report) =>
    fieldOf(typeOf(rules, report.type), CAUSE) !== undefined && ANALYSED.includes(report.state),
  allowed: (on) => sideOf(on) !== null,
  form: (on) => ({
    title: phrase('act.sign_cause.title', { number: on.report.number }),
    lines: [...signedLines(on.report), phrase('act.sign_cause.lines')],
    inputs: [
      choiceInput({
        id: CAUSE,
        label: phrase(`field.${on.report.type}.${CAUSE}.label`),
        value: on.report.filing.answers[CAUSE] ?? null,
        choices: causesOf(on).map((id) => ({
          id,
          label: phrase(`field.${on.report.type}.${CAUSE}.option.${id}`),
        })),
      }),
      textInput({ id: 'analysis', label: phrase('act.sign_cause.analysis'), maxLength: LONGEST_TEXT }),
    ],
    preview: null,
  }),
  perform: (on, answers) => {
    const { rules, report, actor, now } = on;
    const analysis = textIn(answers, 'analysis');
    const problem = saysNothing(rules, 'analysis', analysis);
    if (problem) return problem;
    const cause = choiceIn(answers, CAUSE);
    const before = report.filing.answers[CAUSE];
    const changed = !(before?.kind === 'choice' && before.choice === cause);
    const facts = { side: sideOf(on), cause, changed };
    const content = contentWith(analysis, changed ? { [CAUSE]: { kind: 'choice', choice: cause } } : {});
    return ok({ events: [{ kind: 'cause_signed', actor: actor.person, at: now, facts, content }] });
  },
};

/** While the cause is looked for, and until the final report is approved. */
const ANALYSED: readonly string[] = ['cause_analysis', 'prevention', 'final_reported'];

function causesOf({ rules, report }: ActContext): string[] {
  return fieldOf(typeOf(rules, report.type), CAUSE)?.options.map(({ id }) => id) ?? [];
}

/** For which side this person signs; null when they sign for none, or have signed already. */
function sideOf({ actor, report }: ActContext): CauseSide | null {
  const signed = causeSignatures(report);
  if (signed.some((one) => isOwnDoing(actor, one))) return null;
  const standings = standingsFor(actor, 'sign_cause', report);
  const open = (side: CauseSide) => !signed.some((one) => one.side === side);
  const caused = causingUnit(report);
  if (open('unit') && standings.some(({ role, unit }) => unit === caused && SIGNERS.includes(role)))
    return 'unit';
  return open('risk') && standings.some(({ role }) => role === RISK) ? 'risk' : null;
}

function signedLines(report: Report): Phrase[] {
  return causeSignatures(report).map((signed) =>
    phrase('act.sign_cause.signed', {
      side: phrase(`cause.side.${signed.side}`),
      person: named(signed),
      at: { moment: signed.at },
    }),
  );
}
