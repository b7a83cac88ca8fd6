import type { ListedReport } from '../../domain/listed-report.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
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
  const text = [title(report), standing(report)].map(say).join('\n');
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

function title({ number, title: what, severity, serious, drill }: ListedReport): Phrase {
  const plainTitle = phrase('home.report', { number, title: what });
  const graded = serious && severity ? phrase('home.serious', { severity, title: plainTitle }) : plainTitle;
  return drill ? phrase('card.drill', { title: graded }) : graded;
}

function standing({ state, next }: ListedReport): Phrase {
  return next ? phrase('home.standing', { state, next }) : phrase('home.standing_only', { state });
}
