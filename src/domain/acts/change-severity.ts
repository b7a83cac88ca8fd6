import type { Answers } from '../answers.ts';
import { assess, officeOf, typeOf } from '../assessment.ts';
import type { NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { isOpen } from '../outlook.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { openRequest } from '../requests.ts';
import { rerouted } from '../reroute.ts';
import { ok } from '../result.ts';
import { LEVELS, type Level } from '../severity.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, reasonInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';
import { request } from './request.ts';

/** 重要度を変更: raising is free and at once; lowering needs a reason and the approval of a second person. */
export const changeSeverity: Act = {
  id: 'change_severity',
  right: 'change_severity',
  label: phrase('act.change_severity'),
  doneBy: {
    level_changed: 'change_severity',
    requested: ({ facts }) => (facts['what'] === 'level' ? 'request_level' : null),
  },
  possible: (rules, report) => typeOf(rules, report.type).severity.rows.length > 0 && isOpen(rules, report),
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.change_severity.title', { number: report.number }),
    lines: [
      phrase('act.change_severity.now', { level: levelPhrase(report.level) }),
      phrase('act.change_severity.how'),
    ],
    inputs: [
      choiceInput({
        id: 'level',
        label: phrase('act.change_severity.level'),
        choices: LEVELS.filter((level) => level > 0 && level !== report.level).map((level) => ({
          id: idOf(level),
          label: levelPhrase(level),
        })),
      }),
      reasonInput(phrase('act.change_severity.reason_hint')),
    ],
    preview: (answers) => {
      const to = levelIn(answers);
      const key = to > report.level ? 'act.change_severity.raise' : 'act.change_severity.lower';
      return [
        phrase(key, { from: levelPhrase(report.level), to: levelPhrase(to) }),
        phrase('act.reason.said', { text: textIn(answers, 'reason') }),
        phrase('act.reason.reporter'),
      ];
    },
  }),
  perform(on, answers) {
    const { report } = on;
    const level = levelIn(answers);
    const reason = textIn(answers, 'reason');
    if (level > report.level) return ok({ events: raised(on, level, reason) });
    const open = openRequest(report, 'level');
    if (open) {
      const values = { person: open.by, time: { due: open.at } };
      return faulty('level', phrase('err.request_open', values));
    }
    return ok(request(on, 'level', { to: level, from: report.level }, reason));
  },
};

/** Its route follows the level, as if it had been filed with it: more may get it, and fewer may see it. */
function raised(on: ActContext, level: Level, reason: string): NewEvent[] {
  const { rules, report, actor, now, today } = on;
  const by = { actor: actor.person, at: now };
  const { route } = assess(
    rules,
    report.filing,
    officeOf(report.filing.answers, report.office),
    today,
    level,
  );
  return [levelChanged(on, level, reason), ...rerouted(report, route, by)];
}

export function levelChanged({ report, actor, now }: ActContext, level: Level, reason: string): NewEvent {
  const facts = { level, from: report.level };
  return { kind: 'level_changed', actor: actor.person, at: now, facts, content: noteOf(reason) };
}

function levelPhrase(level: Level): Phrase {
  return phrase(`severity.s${level}`);
}

function idOf(level: Level): string {
  return `s${level}`;
}

function levelIn(answers: Answers): Level {
  const chosen = choiceIn(answers, 'level');
  const level = LEVELS.find((one) => idOf(one) === chosen);
  if (level === undefined) throw new Error('a form is checked before it is performed');
  return level;
}
