import { listedStanding, listedTitle, type ListedReport } from '../../domain/listed-report.ts';
import { phrase } from '../../domain/phrase.ts';
import { statusButton } from '../../domain/report-buttons.ts';
import { plain, type Block } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { shortened } from './numbered.ts';
import { pressValue } from './press-value.ts';
import { PRESSED } from './render-buttons.ts';
import type { Say } from './render-lines.ts';

/**
 * A report in two lines, with a button to it: number and title, then where it stands and what comes next. State and
 * lateness are words. All of it stands behind the button.
 */
export function renderReportRow(report: ListedReport, say: Say): Block {
  const { press } = statusButton(report);
  const text = [listedTitle(report), listedStanding(report)].map(say).join('\n');
  return {
    type: 'section',
    text: plain(shortened(text, LIMITS.section.text)),
    accessory: {
      type: 'button',
      action_id: `${PRESSED}report`,
      text: plain(say(phrase('btn.details'))),
      value: pressValue(press),
      accessibility_label: say(phrase('status.button', { number: report.number })),
    },
  };
}
