import fc from 'fast-check';
import { actFormView } from '../../src/domain/acts/act-form-view.ts';
import type { Act, ActContext } from '../../src/domain/acts/act.ts';
import { ACTS } from '../../src/domain/acts/acts.ts';
import { may } from '../../src/domain/permission.ts';
import type { Press, View } from '../../src/domain/view.ts';
import { aMove, begin, play } from '../domain/played-moves.ts';

/** The form of an act, with what opens it. */
export interface OpenedForm {
  name: string;
  opener: Press;
  form: View;
}

/** Enough for most acts to be possible once. */
const ROUNDS = 20;

/**
 * The largest form of every act that has one: as it opens for somebody after something has happened, or, of an act
 * that takes a longer story than is played here, as it would open in any state of any type.
 */
export function actForms(): OpenedForm[] {
  const forms = new Map<string, OpenedForm>();
  const keep = (acts: readonly Act[], on: ActContext) => {
    for (const act of acts) {
      const form = formOf(act, on);
      const before = forms.get(act.id);
      if (form && (!before || size(form.form) > size(before.form))) forms.set(act.id, form);
    }
  };
  const contexts: ActContext[] = [];
  const rounds = fc.sample(fc.array(aMove(), { minLength: 60, maxLength: 60 }), { seed: 6, numRuns: ROUNDS });
  for (const moves of rounds) {
    const chains = begin();
    for (const [index, move] of moves.entries())
      play(chains, move, index, (on) => {
        keep(
          ACTS.filter((act) => isOpenTo(act, on)),
          on,
        );
        contexts.push(on);
      });
  }
  const missing = ACTS.filter((act) => act.form !== null && !forms.has(act.id));
  for (const on of contexts.slice(0, 100).flatMap(inEveryState)) keep(missing, on);
  return [...forms.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isOpenTo(act: Act, on: ActContext): boolean {
  const { rules, report, actor } = on;
  return act.possible(rules, report) && may(actor, act.right, report) && act.allowed(on);
}

/** Judged to be a breach as well, which has acts of its own. */
function inEveryState(on: ActContext): ActContext[] {
  const { report, rules, actor, now: at } = on;
  const facts = { reportable: true, malicious: false };
  const seq = report.head.seq + 1;
  const judged = {
    seq,
    kind: 'breach_judged' as const,
    actor: actor.person,
    at,
    state: null,
    facts,
    note: null,
  };
  const steps = [...report.steps, judged];
  const states = rules.types.get(report.type)?.workflow.states ?? [];
  return states.map(({ id: state }) => ({ ...on, report: { ...report, state, steps } }));
}

/** null where the act asks for what this report does not have. */
function formOf(act: Act, on: ActContext): OpenedForm | null {
  if (!act.form) return null;
  const opener = { action: act.id, report: on.report.number };
  try {
    const form = actFormView(act, on, act.form(on));
    const answerable = form.inputs.every(({ kind, options }) => kind !== 'choice' || options.length > 0);
    return form.inputs.length > 0 && answerable ? { name: act.id, opener, form } : null;
  } catch {
    return null;
  }
}

function size({ inputs, lines }: View): number {
  return lines.length + inputs.length + inputs.reduce((options, input) => options + input.options.length, 0);
}
