import type { LocalDate } from '../business-time.ts';
import { addDays } from '../business-time.ts';
import { expectedEffect, nextEffectCheck } from '../effect.ts';
import { noteOf } from '../note.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { EFFECT_INPUTS, effectSaid } from './effect-inputs.ts';

/** Days before the three or six months are over from which the effect can be measured. */
const EARLIEST = 14;

const checking = alongWorkflow('check_effect');

/** 効果確認: at three and at six months, held against what was expected. */
export const checkEffect: Act = {
  ...checking,
  label: phrase('act.check_effect.label'),
  doneBy: { effect_checked: 'check_effect' },
  possible: (rules, report) => checking.possible(rules, report) && nextEffectCheck(report) !== null,
  allowed: (on) => checking.allowed(on) && isTime(on.report, on.today),
  form: ({ report }) => ({
    title: phrase('act.check_effect.title', {
      number: report.number,
      months: nextEffectCheck(report)?.months ?? 0,
    }),
    lines: expectedLines(report),
    inputs: [...EFFECT_INPUTS, textInput({ id: 'note', label: phrase('update.note') })],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { report, actor, now } = on;
    const state = stateAfter(on, 'check_effect');
    const months = nextEffectCheck(report)?.months ?? 0;
    const facts = { state, months, ...effectSaid(answers) };
    const content = noteOf(textIn(answers, 'note'));
    return ok({ events: [{ kind: 'effect_checked', actor: actor.person, at: now, facts, content }] });
  },
};

function isTime(report: Report, today: LocalDate): boolean {
  const next = nextEffectCheck(report);
  return next !== null && today >= addDays(next.from, -EARLIEST);
}

function expectedLines(report: Report): Phrase[] {
  const { yen, hours } = expectedEffect(report);
  return [
    ...(yen === null ? [] : [phrase('act.check_effect.expected_yen', { n: yen })]),
    ...(hours === null ? [] : [phrase('act.check_effect.expected_hours', { n: hours })]),
    phrase('update.shown'),
  ];
}
