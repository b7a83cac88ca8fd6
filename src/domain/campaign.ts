import type { LocalDate } from './business-time.ts';
import { lasts, type Campaign, type Organization } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { fact, type Line } from './view.ts';

/** Calls that are open on any of some days. */
export function campaignsOn(
  { campaigns }: Pick<Organization, 'campaigns'>,
  days: readonly LocalDate[],
): Campaign[] {
  return campaigns.filter((campaign) => days.some((day) => lasts(campaign, day)));
}

/** The call that a proposal was entered in when it was filed, by id; null for all others. */
export function campaignOf({ steps }: Pick<Report, 'steps'>): string | null {
  const campaign = steps.find(({ kind }) => kind === 'filed')?.facts['campaign'];
  return typeof campaign === 'string' ? campaign : null;
}

export function campaignName(id: string): Phrase {
  return phrase('value', { value: { campaign: id, part: 'name' } });
}

export const CAMPAIGN = phrase('campaign.label');

export function campaignFact(id: string): Line {
  return fact(CAMPAIGN, campaignName(id));
}

/** One line for a report that was entered in a call. */
export function campaignLines(report: Pick<Report, 'steps'>): Line[] {
  const campaign = campaignOf(report);
  return campaign === null ? [] : [campaignFact(campaign)];
}
