import type { Rules } from './assessment.ts';
import type { Calendar, Instant } from './business-time.ts';
import { campaignName, campaignOf } from './campaign.ts';
import { levelOf, SERIOUS, subtypeOf } from './card-view.ts';
import type { Deadline } from './deadline.ts';
import { dueOf, nextOf } from './outlook.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import type { Visibility } from './visibility.ts';

/** One line of a list: what it is, where it stands, who has it, what comes next. */
export interface ListedReport {
  number: string;
  type: Phrase;
  subtype: Phrase;
  title: Phrase;
  /** null where the type has no levels. */
  severity: Phrase | null;
  /** The same as its own words, without brackets. */
  level: Phrase | null;
  serious: boolean;
  state: Phrase;
  /** Where it was found. */
  office: Phrase;
  /** In charge. */
  unit: Phrase;
  holder: Phrase | null;
  next: Phrase | null;
  /** What is next, without its date. */
  step: Phrase | null;
  /** When the next thing falls due. */
  due: Instant | null;
  overdue: boolean;
  drill: boolean;
  visibility: Visibility;
  filedAt: Instant;
  /** The call for proposals that it was entered in. */
  campaign: Phrase | null;
}

export function listedReport(
  rules: Pick<Rules, 'types'>,
  report: Report,
  calendar: Calendar,
  now: Instant,
): ListedReport {
  const { number, type, level, state, office, primary, holder, gist, filing, filedAt } = report;
  const next = nextOf(rules, report, calendar);
  const campaign = campaignOf(report);
  const due = dueOf(next);
  const overdue = due !== null && due < now;
  return {
    number,
    type: phrase(`type.${type}`),
    subtype: subtypeOf(report),
    // What was written may have been purged.
    title: gist === '' ? subtypeOf(report) : phrase('value', { value: gist }),
    severity: level === 0 ? null : phrase('list.severity', { level: levelOf(report) }),
    level: level === 0 ? null : levelOf(report),
    serious: level >= SERIOUS,
    state: phrase(`state.${type}.${state}`),
    office: phrase('value', { value: { unit: office } }),
    unit: phrase('value', { value: { unit: primary } }),
    holder: holder === null ? null : phrase('value', { value: { person: holder } }),
    next: next && nextPhrase(next, overdue),
    step: next && phrase(`clock.${next.clock}`),
    due,
    overdue,
    drill: filing.drill,
    visibility: report.visibility,
    filedAt,
    campaign: campaign === null ? null : campaignName(campaign),
  };
}

function nextPhrase({ clock, due, pausedSince }: Deadline, overdue: boolean): Phrase {
  if (pausedSince !== null) return phrase('list.waiting', { step: phrase(`clock.${clock}`) });
  return phrase(overdue ? 'list.overdue' : 'list.next', { step: phrase(`clock.${clock}`), due: { due } });
}

/** Which report it is, as one line on somebody's own page: its grade where that is serious, and never without 「訓練」. */
export function listedTitle({ number, title: what, severity, serious, drill }: ListedReport): Phrase {
  const plainTitle = phrase('home.report', { number, title: what });
  const graded = serious && severity ? phrase('home.serious', { severity, title: plainTitle }) : plainTitle;
  return drill ? phrase('card.drill', { title: graded }) : graded;
}

/** Where it stands, and what comes next; what should have come already is no next thing. */
export function listedStanding({ state, next, overdue }: ListedReport): Phrase {
  if (!next) return phrase('home.standing_only', { state });
  return phrase(overdue ? 'home.standing_late' : 'home.standing', { state, next });
}
