import type { Answers } from '../answers.ts';
import { assess, officeOf } from '../assessment.ts';
import { errorIn } from '../dialog/suspicion.ts';
import { notice } from '../dialog/question-view.ts';
import { suspicionsOf } from '../facts.ts';
import type { EventFacts } from '../ledger.ts';
import { actorOn } from '../organization.ts';
import { isOpen } from '../outlook.ts';
import { may } from '../permission.ts';
import { phrase } from '../phrase.ts';
import { routedFacts } from '../reroute.ts';
import type { Report } from '../report.ts';
import { statusButton } from '../report-buttons.ts';
import { ok } from '../result.ts';
import { SUSPICIONS, type Suspicion } from '../understanding.ts';
import { strictest } from '../visibility.ts';
import type { Act, ActContext, Deed } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';

/**
 * 疑いの転送 of a customer voice. A suspected error becomes a linked incident, and the risk department finds out
 * whether it is one [D2]. A suspected violation takes the voice away from everybody but service promotion, and the
 * designated officers learn its number [D0].
 */
export const refer: Act = {
  id: 'refer',
  right: 'refer',
  label: phrase('act.refer'),
  doneBy: { suspicion_referred: 'refer' },
  possible: (rules, report) =>
    report.type === 'customer_voice' &&
    !report.filing.drill &&
    isOpen(rules, report) &&
    referable(report).length > 0,
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.refer.title', { number: report.number }),
    lines: referable(report).map((one) => phrase(`act.refer.${one}`)),
    inputs: [
      choiceInput({
        id: 'suspicion',
        label: phrase('act.refer.suspicion'),
        choices: referable(report).map((one) => ({ id: one, label: phrase(`suspicion.${one}`) })),
      }),
      textInput({
        id: 'passage',
        label: phrase('act.refer.passage'),
        hint: phrase('act.refer.passage.hint'),
        required: false,
        maxLength: LONGEST_TEXT,
      }),
    ],
    preview: (answers) => [
      phrase(`act.refer.${suspicionIn(answers)}`),
      ...(suspicionIn(answers) === 'clerical_error'
        ? [phrase('said', { text: passageOf(report, answers) })]
        : []),
    ],
  }),
  perform: (on, answers) =>
    ok(
      suspicionIn(answers) === 'violation' ? violation(on) : clericalError(on, passageOf(on.report, answers)),
    ),
};

/**
 * A violation can be referred once; an error not beside one, because its words would reach the office another way.
 */
function referable({ referrals }: Report): Suspicion[] {
  return referrals.length > 0 ? [] : [...SUSPICIONS];
}

function suspicionIn(answers: Answers): Suspicion {
  return choiceIn(answers, 'suspicion') === 'violation' ? 'violation' : 'clerical_error';
}

/** The whole of it when nobody says which part. */
function passageOf({ filing }: Report, answers: Answers): string {
  return textIn(answers, 'passage') || filing.text;
}

function clericalError({ rules, report, actor, now, today }: ActContext, text: string): Deed {
  const filing = errorIn(rules, { ...report.filing, text }, { office: report.office, today, subtype: null });
  return {
    events: [
      {
        kind: 'suspicion_referred',
        actor: actor.person,
        at: now,
        facts: { suspicion: 'clerical_error' },
        content: null,
      },
    ],
    errands: [
      {
        kind: 'file',
        filing,
        office: officeOf(filing.answers, report.office),
        told: (filed) => {
          const head = phrase('refer.told', { voice: report.number, error: filed.number });
          const unit = phrase('done.holder', { unit: { unit: filed.primary } });
          return notice([head, unit], [report, filed].map(statusButton));
        },
      },
    ],
  };
}

function violation(on: ActContext): Deed {
  const { report, actor, now } = on;
  // Who only followed it is told no more of it.
  const facts = { suspicion: 'violation', ...narrowed(on), unfollower: report.followers };
  return {
    events: [{ kind: 'suspicion_referred', actor: actor.person, at: now, facts, content: null }],
  };
}

/** As if the suspicion had been there when it was filed; nobody who handled it until now keeps it unless they may. */
function narrowed({ rules, report, today }: ActContext): EventFacts {
  const suspicions = [...new Set([...suspicionsOf(report.filing), 'violation' as const])];
  const { route } = assess(rules, { ...report.filing, suspicions }, report.office, today, report.level);
  const visibility = strictest([report.visibility, route.visibility]);
  const facts = routedFacts(report.type, { ...route, visibility });
  const after = { ...report, ...route, visibility };
  const holder = report.holder === null ? undefined : rules.organization.people.get(report.holder);
  const keeps = holder !== undefined && may(actorOn(holder, today), 'update', after);
  return keeps ? facts : { ...facts, holder: null };
}
