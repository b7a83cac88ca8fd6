import { actFormView, actPreview } from '../../src/domain/acts/act-form-view.ts';
import type { Act, ActContext, ActForm, ActInput } from '../../src/domain/acts/act.ts';
import { fieldOf } from '../../src/domain/acts/act-inputs.ts';
import { ACTS } from '../../src/domain/acts/acts.ts';
import type { Answer, Answers } from '../../src/domain/answers.ts';
import { checkForm } from '../../src/domain/dialog/form.ts';
import { foretold } from '../../src/domain/foretold.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues, View } from '../../src/domain/view.ts';
import { begin } from '../domain/played-moves.ts';
import { isOpenTo, openContexts, type OpenedForm } from './act-forms.ts';

/** The form of an act as it was filled in, with what would leave if it were sent. */
export interface PreviewedForm extends OpenedForm {
  preview: View;
  values: FormValues;
}

/** Every act that shows what would leave before it does, filled in for somebody who may do it. */
export function actPreviews(answerTo: (input: ActInput) => Answer): PreviewedForm[] {
  const others = new Map(begin().map(({ report }) => [report.number, report]));
  const contexts = openContexts().map((on) => ({ ...on, others, report: sealed(on.report) }));
  return ACTS.flatMap((act) => {
    for (const on of contexts) {
      const previewed = isOpenTo(act, on) ? previewOf(act, on, answerTo) : null;
      if (previewed) return [previewed];
    }
    return [];
  });
}

/** As the ledger has it: its last step is its head. */
function sealed(report: Report): Report {
  return { ...report, head: { ...report.head, seq: report.steps.at(-1)?.seq ?? 0 } };
}

function previewOf(act: Act, on: ActContext, answerTo: (input: ActInput) => Answer): PreviewedForm | null {
  const form = act.form?.(on);
  if (!form?.preview || form.inputs.some(({ kind, options }) => kind === 'choice' && options.length === 0))
    return null;
  const values = Object.fromEntries(form.inputs.map((input) => [input.id, { answer: answerTo(input) }]));
  const { answers, errors } = checkForm(form.inputs.map(fieldOf), values, on.today, on.rules.organization);
  const lines = errors.length > 0 ? null : shown(act, on, form, answers);
  return (
    lines && {
      name: act.id,
      opener: { action: act.id, report: on.report.number },
      form: actFormView(act, on, form),
      preview: actPreview(act, on, form, lines, on.report.head.seq),
      values,
    }
  );
}

/** null where the act has something against these answers. */
function shown(act: Act, on: ActContext, { preview }: ActForm, answers: Answers) {
  const deed = act.perform(on, answers);
  if (!deed.ok || !preview) return null;
  return preview === 'news' ? foretold(on, deed.value.events) : preview(answers);
}
