import fc from 'fast-check';
import { actFormView } from '../../src/domain/acts/act-form-view.ts';
import type { Act, ActContext } from '../../src/domain/acts/act.ts';
import { ACTS } from '../../src/domain/acts/acts.ts';
import { formView } from '../../src/domain/dialog/form.ts';
import { noteOf } from '../../src/domain/note.ts';
import { may } from '../../src/domain/permission.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import type { Press, View } from '../../src/domain/view.ts';
import { catalogue, on } from '../domain/acts/on.ts';
import { aMove, begin, PEOPLE, play } from '../domain/played-moves.ts';
import { aDraft } from './builders.ts';

/** The form of an act, with what opens it. */
export interface OpenedForm {
  name: string;
  opener: Press;
  form: View;
}

/** The form in which a report of each type is filled in. */
export function reportForms(): OpenedForm[] {
  return [...catalogue.types.keys()].map((type) => ({
    name: type,
    opener: { action: 'open_form' },
    form: formView(catalogue, aDraft(catalogue, type)),
  }));
}

/** Enough for most acts to be possible once. */
const ROUNDS = 20;

/** The largest form of every act that opens while things happen by chance. */
export function playedForms(): OpenedForm[] {
  const forms = new Map<string, OpenedForm>();
  const rounds = fc.sample(fc.array(aMove(), { minLength: 60, maxLength: 60 }), { seed: 6, numRuns: ROUNDS });
  for (const moves of rounds) {
    const chains = begin();
    for (const [index, move] of moves.entries())
      play(chains, move, index, (on) => {
        for (const act of ACTS) {
          const form = isOpenTo(act, on) ? formOf(act, on) : null;
          const before = forms.get(act.id);
          if (form && (!before || size(form.form) > size(before.form))) forms.set(act.id, form);
        }
      });
  }
  return [...forms.values()];
}

/**
 * The form of every act that has one, the same each time whatever other acts there are: as it opens for somebody to whom
 * it is open, else as it would in any state of any type.
 */
export function actForms(): OpenedForm[] {
  const contexts = openContexts();
  return ACTS.flatMap((act) => {
    if (!act.form) return [];
    const meant = contexts.map((on) => meaning(act, on));
    const open = meant.filter((on) => isOpenTo(act, on));
    return firstOf(open, act) ?? firstOf(meant, act) ?? [];
  });
}

/** Everybody who acts on reports, before reports of every type in every state. */
export function openContexts(): ActContext[] {
  return begin().flatMap(({ report }) => contextsOf(report));
}

function firstOf(contexts: readonly ActContext[], act: Act): OpenedForm | undefined {
  for (const on of contexts) {
    const form = formOf(act, on);
    if (form) return form;
  }
  return undefined;
}

export function isOpenTo(act: Act, on: ActContext): boolean {
  const { rules, report, actor } = on;
  return act.possible(rules, report) && may(actor, act.right, report) && act.allowed(on);
}

/** Everybody who acts on reports, with this one after much has happened to it, in every state of its type. */
function contextsOf(report: Report): ActContext[] {
  const states = catalogue.types.get(report.type)?.workflow.states ?? [];
  return states.flatMap(({ id: state }) =>
    PEOPLE.map((who) => on(eventful({ ...report, state }, who), who, { at: '2026-11-20 10:00' })),
  );
}

/** Asked of the reporter, requested of the head, judged to be a breach, commented on by who acts, split from another. */
function eventful(report: Report, who: string): Report {
  const happened: Pick<StepRecord, 'kind' | 'actor' | 'facts' | 'note'>[] = [
    { kind: 'breach_judged', actor: 'okada', facts: { reportable: true, malicious: false }, note: null },
    { kind: 'asked', actor: 'tanaka', facts: {}, note: noteOf('通知書は封筒に入っていましたか') },
    {
      kind: 'requested',
      actor: 'tanaka',
      facts: { what: 'withdrawal' },
      note: noteOf('二重に報告されたためです。'),
    },
    { kind: 'commented', actor: who, facts: {}, note: noteOf('午後に窓口へ確かめます。') },
    { kind: 'absorbed', actor: 'tanaka', facts: { number: 'INC-26-5T3XQ', offices: ['akita'] }, note: null },
    { kind: 'linked', actor: 'tanaka', facts: { number: 'INC-26-7KQ4M', split: true }, note: null },
  ];
  const steps = happened.map((step, index) => ({
    ...step,
    seq: report.head.seq + 1 + index,
    at: report.filedAt,
    state: null,
  }));
  const links = [{ number: 'INC-26-7KQ4M', visibility: 'units' as const }];
  return { ...report, steps: [...report.steps, ...steps], links };
}

/** As its button says, which of several things of the report it is about. */
function meaning(act: Act, on: ActContext): ActContext {
  const kind = /comment$/.test(act.id) ? 'commented' : 'asked';
  const meant = on.report.steps.findLast((step) => step.kind === kind);
  return act.unlisted && meant ? { ...on, value: String(meant.seq) } : on;
}

/** null where the act asks for what this report does not have. */
function formOf(act: Act, on: ActContext): OpenedForm | null {
  if (!act.form) return null;
  const opener = { action: act.id, report: on.report.number };
  try {
    const form = actFormView(act, on, act.form(on));
    const answerable = form.inputs.every(({ kind, options }) => kind !== 'choice' || options.length > 0);
    return answerable ? { name: act.id, opener, form } : null;
  } catch {
    return null;
  }
}

function size({ inputs, lines }: View): number {
  return lines.length + inputs.length + inputs.reduce((options, input) => options + input.options.length, 0);
}
