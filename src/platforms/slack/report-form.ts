import { LEAVE_FORM } from '../../domain/acts/act-form-view.ts';
import { textInput } from '../../domain/acts/act-inputs.ts';
import { phrase } from '../../domain/phrase.ts';
import { button, line, type FormValues, type Press, type View } from '../../domain/view.ts';

/** Opens the form that begins a report: one sentence, and the conversation asks the rest. */
export const OPEN_REPORT: Press = { action: 'slack_report' };
const BEGIN: Press = { action: 'slack_begin' };
export const REPORT_FIELD = 'text';
/** As long as a message of Slack's may be. */
const LONGEST = 3000;

export function isReportForm({ action }: Press): boolean {
  return action === OPEN_REPORT.action || action === BEGIN.action;
}

/** @param text what somebody wrote in a channel and this is about; empty to begin with nothing */
export function reportForm(text: string): View {
  const title = phrase('slack.report.title');
  return {
    kind: 'form',
    lines: [line(title, 'strong'), line(phrase('greet.3'))],
    inputs: [
      textInput({
        id: REPORT_FIELD,
        label: phrase('slack.report.what'),
        hint: phrase('slack.report.hint'),
        maxLength: LONGEST,
        value: text === '' ? null : { kind: 'text', text },
      }),
    ],
    buttons: [
      button(BEGIN, phrase('slack.report.next'), 'primary'),
      button({ action: LEAVE_FORM }, phrase('btn.cancel')),
    ],
    fallback: title,
  };
}

/** What was written in it; empty when nothing was. */
export function reportedText(values: FormValues): string {
  const value = values[REPORT_FIELD];
  return value && 'answer' in value && value.answer.kind === 'text' ? value.answer.text.trim() : '';
}
