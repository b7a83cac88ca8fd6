import type { ActContext } from './acts/act.ts';
import { requestedPhrase } from './acts/requested-phrase.ts';
import { named } from './byline.ts';
import { campaignLines } from './campaign.ts';
import { linksLine } from './card-view.ts';
import { checklistOf, checkpointName } from './checklist.ts';
import { isComment } from './comments.ts';
import { answerLines, detailsTitle, seenBy, stepLines, whyButtons } from './details-view.ts';
import { levelFact } from './dialog/summary-view.ts';
import { doableButtons } from './doable-buttons.ts';
import { firstReportLines } from './first-report.ts';
import { nextLine } from './next-line.ts';
import { absorbedIn } from './merged.ts';
import { may } from './permission.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { viewLines, type ReportView } from './report-views.ts';
import { stateLine } from './reporter-view.ts';
import { openRequests } from './requests.ts';
import { openSendBack } from './sent-back.ts';
import { officesOf } from './storm.ts';
import { isInThread } from './thread.ts';
import { shownSteps } from './told-steps.ts';
import { fact, line, type Line, type View } from './view.ts';

/** 訓練 and 緊急 stand first, as on the card. */
export function reportPageTitle(report: Report): Phrase {
  const title = detailsTitle(report);
  const urgent = report.filing.urgent ? phrase('card.urgent', { title }) : title;
  return report.filing.drill ? phrase('card.drill', { title: urgent }) : urgent;
}

/**
 * A report on a page of its own: where it stands, what was said, who sees it, and everything that happened, in
 * order. Complete, because it is also what is printed; with the actions that this person can take now.
 * @param views who has read it, for those who watch over that; null for everybody else
 */
export function reportPageView(on: ActContext, views: readonly ReportView[] | null = null): View {
  const { rules, report } = on;
  return {
    kind: 'notice',
    lines: [
      line(reportPageTitle(report), 'strong'),
      line(stateLine(report)),
      line(nextLine(rules, report, rules.calendar)),
      ...waitsFor(on),
      ...mergedHere(report),
      line(phrase('said', { text: report.filing.text }), 'quote'),
      ...answerLines(rules, report),
      ...campaignLines(report),
      ...officeLines(on),
      ...(report.level > 0 ? [levelFact(report.level)] : []),
      ...(may(on.actor, 'comment', report) ? firstReportLines(rules, report, rules.calendar) : []),
      seenBy(report),
      fact(phrase('summary.visibility'), phrase(`visibility.${report.visibility}`)),
      ...linksLine(report),
      ...checklistLines(on),
      line(phrase('details.steps'), 'strong'),
      ...pastLines(on),
      ...(views ? viewLines(views) : []),
    ],
    inputs: [],
    buttons: [...doableButtons(on), ...whyButtons(report)],
    fallback: phrase('status.fallback', { number: report.number }),
  };
}

/** What stands in the thread, which is beside it for those who have a part in the report, is not said twice. */
function pastLines({ actor, report }: ActContext): Line[] {
  const insider = may(actor, 'comment', report);
  return shownSteps(report, insider).flatMap((step) => {
    if (!insider || !isInThread(step.kind)) return stepLines(report, step);
    return isComment(step.kind) ? [] : stepLines(report, { ...step, note: null });
  });
}

/** What has to be there before the end, with who did it and when: for those who have a part in it. */
function checklistLines({ rules, report, actor }: ActContext): Line[] {
  const list = may(actor, 'comment', report) ? checklistOf(rules, report) : [];
  if (list.length === 0) return [];
  return [
    line(phrase('checklist.title'), 'strong'),
    ...list.map(({ item, ticks, done }) => {
      const by = ticks.map((tick) =>
        phrase('checklist.tick', { person: named(tick), at: { moment: tick.at } }),
      );
      const left = item.people - ticks.length;
      const what = done
        ? phrase('checklist.done', { by: { list: by } })
        : by.length === 0
          ? phrase('checklist.open')
          : phrase('checklist.part', { by: { list: by }, n: left });
      return fact(checkpointName(report, item), what);
    }),
  ];
}

/** Every office that has joined in reporting it: who else did is for those who have a part in it. */
function officeLines({ actor, report }: ActContext): Line[] {
  const offices = officesOf(report);
  if (offices.length === 1 || !may(actor, 'comment', report)) return [];
  const list = { list: offices.map((unit) => ({ unit })) };
  return [fact(phrase('storm.offices'), phrase('storm.offices.all', { n: offices.length, offices: list }))];
}

/** The reports that go on in this one. */
function mergedHere(report: Report): Line[] {
  const numbers = absorbedIn(report);
  return numbers.length === 0 ? [] : [line(phrase('merged.here', { numbers: { list: numbers } }))];
}

/** What has been asked and not decided: of the reporter, and among the departments. */
function waitsFor({ actor, report }: ActContext): Line[] {
  const back = openSendBack(report);
  const asked = may(actor, 'comment', report) ? openRequests(report) : [];
  return [
    ...(back ? [line(phrase('request.reporter', { at: { moment: back.at } }))] : []),
    ...asked.map((one) => {
      const what = requestedPhrase(report, one);
      return line(phrase('request.waits', { what, person: one.by, at: { moment: one.at } }));
    }),
  ];
}
