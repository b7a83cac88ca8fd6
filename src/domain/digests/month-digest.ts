import { daysBetween, localOf, type Calendar, type Instant } from '../business-time.ts';
import { levelOf } from '../card-view.ts';
import { deputyLines } from '../deputy-lines.ts';
import type { Actor, Campaign } from '../organization.ts';
import { outcomePhrase } from '../outcome.ts';
import { may } from '../permission.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { statusButton } from '../report-buttons.ts';
import { fact, line, type Line, type View } from '../view.ts';
import type { Told } from '../who-is-told.ts';
import { campaignDigestLines } from './campaign-counts.ts';
import type { CampaignCounts, MonthCounts } from './digest-counts.ts';
import type { Period } from './digests-due.ts';

/** Whether there is anything to say of a month. */
export function isQuietMonth({ types, decisions }: MonthCounts): boolean {
  return types.length === 0 && decisions.length === 0;
}

interface MonthTold {
  period: Period;
  now: Instant;
  reader: Actor;
  told: Told;
  /** Every call for proposals, and what came of those that were entered. */
  campaigns: readonly Campaign[];
  entered: readonly CampaignCounts[];
}

/** Monthly, to the president, the vice president and the board's office: what staff say gets to the top [D1]. */
export function monthDigest(
  calendar: Calendar,
  counts: MonthCounts,
  { period, now, reader, told, campaigns, entered }: MonthTold,
): View {
  const [year = '', month = ''] = localOf(calendar, period.from).date.split('-');
  const total = (of: 'filed' | 'closed' | 'open' | 'overdue') =>
    counts.types.reduce((sum, type) => sum + type[of], 0);
  const head = phrase('digest.month', {
    month: phrase('digest.month.name', { year, month: Number(month) }),
    ...pick(total),
  });
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...counts.types.map((one) =>
        fact(
          phrase(`type.${one.type}`),
          phrase(
            'digest.month.counts',
            pick((of) => one[of]),
          ),
        ),
      ),
      ...levelLines(counts),
      ...overdueLines(total('overdue')),
      ...oldestLines(calendar, counts, now, reader),
      ...decisionLines(counts),
      ...campaignDigestLines(calendar, campaigns, entered, period),
      ...deputyLines(told),
    ],
    inputs: [],
    buttons: counts.oldest && may(reader, 'read', counts.oldest) ? [statusButton(counts.oldest)] : [],
    fallback: head,
  };
}

function pick(of: (what: 'filed' | 'closed' | 'open') => number) {
  return { filed: of('filed'), closed: of('closed'), open: of('open') };
}

function levelLines({ levels }: MonthCounts): Line[] {
  const list = levels.map(({ level, filed }) =>
    phrase('digest.counted', { what: levelOf({ level }), n: filed }),
  );
  return list.length === 0
    ? []
    : [fact(phrase('digest.month.levels'), phrase('digest.listed', { list: { list } }))];
}

function overdueLines(overdue: number): Line[] {
  return overdue === 0 ? [] : [fact(phrase('digest.month.overdue'), phrase('digest.items', { n: overdue }))];
}

/** Its number for those who may read it; for the others only since when it has been there. */
function oldestLines(calendar: Calendar, { oldest }: MonthCounts, now: Instant, reader: Actor): Line[] {
  if (!oldest) return [];
  const days = phrase('digest.days', {
    n: daysBetween(localOf(calendar, oldest.filedAt).date, localOf(calendar, now).date),
  });
  const what: Phrase = may(reader, 'read', oldest)
    ? phrase('digest.month.oldest', { number: oldest.number, days })
    : days;
  return [fact(phrase('digest.month.open_longest'), what)];
}

function decisionLines({ decisions }: MonthCounts): Line[] {
  const list = decisions.map(({ state, outcome, count }) =>
    phrase('digest.counted', { what: outcomePhrase({ type: 'proposal' }, { to: state, outcome }), n: count }),
  );
  return list.length === 0
    ? []
    : [fact(phrase('digest.month.decisions'), phrase('digest.listed', { list: { list } }))];
}
