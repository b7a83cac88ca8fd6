import type { Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { actionButtons, linksLine } from './card-view.ts';
import { answerLines, detailsTitle, seenBy, stepLines, whyButtons } from './details-view.ts';
import { levelFact } from './dialog/summary-view.ts';
import { movesFor } from './moves.ts';
import type { Actor } from './organization.ts';
import { may } from './permission.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { addButton, nextLine, stateLine } from './reporter-view.ts';
import { fact, line, type Button, type View } from './view.ts';

/** 訓練 and 緊急 stand first, as on the card. */
export function reportPageTitle(report: Report): Phrase {
  const title = detailsTitle(report);
  const urgent = report.filing.urgent ? phrase('card.urgent', { title }) : title;
  return report.filing.drill ? phrase('card.drill', { title: urgent }) : urgent;
}

/**
 * A report on a page of its own: where it stands, what was said, who sees it, and everything that happened, in
 * order. Complete, because it is also what is printed; with the actions that this person can take now.
 */
export function reportPageView(rules: Rules, actor: Actor, report: Report, calendar: Calendar): View {
  return {
    kind: 'notice',
    lines: [
      line(reportPageTitle(report), 'strong'),
      line(stateLine(report)),
      line(nextLine(rules, report, calendar)),
      line(phrase('said', { text: report.filing.text }), 'quote'),
      ...answerLines(rules, report),
      ...(report.level > 0 ? [levelFact(report.level)] : []),
      seenBy(report),
      fact(phrase('summary.visibility'), phrase(`visibility.${report.visibility}`)),
      ...linksLine(report),
      line(phrase('details.steps'), 'strong'),
      ...report.steps.flatMap((step) => stepLines(report, step)),
    ],
    inputs: [],
    buttons: [...doable(rules, actor, report), ...whyButtons(report)],
    fallback: phrase('status.fallback', { number: report.number }),
  };
}

function doable(rules: Rules, actor: Actor, report: Report): Button[] {
  const actions = actionButtons(rules, report)
    .filter(({ action }) => movesFor(rules, actor, report, action).length > 0)
    .map(({ button }) => button);
  return may(actor, 'add', report) ? [...actions, addButton(report)] : actions;
}
