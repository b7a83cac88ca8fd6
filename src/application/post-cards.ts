import { cardFallback, SERIOUS } from '../domain/card-view.ts';
import { phrase } from '../domain/phrase.ts';
import { notice } from '../domain/dialog/question-view.ts';
import type { Level } from '../domain/severity.ts';
import type { Report } from '../domain/report.ts';
import type { Address, Directory, OutgoingMessage, Transaction } from './ports.ts';
import { samePlace } from './same-place.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The report's card to every unit that gets it: block and head office in the same transaction, hence the same
 * moment [D1].
 * @param before the level until now; a report that has become serious calls the responsible group once
 */
export async function postCards(
  deps: Pick<Surroundings, 'catalogue' | 'directory'>,
  tx: Transaction,
  report: Report,
  before: Level = report.level,
): Promise<void> {
  const first = report.steps.every(
    (step) => step.kind === 'filed' || step.kind === 'routed' || step.kind === 'linked',
  );
  const cards = cardPlaces(deps.directory, report);
  const raised = before < SERIOUS && report.level >= SERIOUS ? deps.directory.channels(report.primary) : [];
  const referrals = report.referrals.flatMap((unit) => deps.directory.channels(unit));
  await tx.outbox.enqueue([
    ...cards.map(({ to, mention }) => card(report, to, first && mention)),
    ...raised.map((to) => call(deps, report, to)),
    ...referrals.map((to) => referral(report, to)),
  ]);
  await tx.wake('outbox');
}

/** Where a report's card stands, once in each place, and where it calls the responsible group when it is new. */
export function cardPlaces(directory: Directory, report: Report): { to: Address; mention: boolean }[] {
  const places = [report.primary, ...report.copies].flatMap((unit) =>
    directory
      .channels(unit)
      .map((to) => ({ to, mention: unit === report.primary && report.level >= SERIOUS })),
  );
  return distinct(places);
}

/**
 * A card that stands where it no longer belongs is put out of sight there; whether there was any. It may have left by
 * this change, or since the last one because its unit has got another channel: what was posted is asked, and what
 * waits to be posted is known from how the report stood before.
 */
export async function renewOldCards(
  deps: Surroundings,
  tx: Transaction,
  before: Report,
  report: Report,
): Promise<boolean> {
  const stays = new Set(cardPlaces(deps.directory, report).map(({ to }) => placeKey(to)));
  const stood = [
    ...cardPlaces(deps.directory, before).map(({ to }) => ({ to })),
    ...(await tx.postings.cards(report.id)).map(({ at }) => ({ to: at })),
  ];
  const left = distinct(stood).filter(({ to }) => !stays.has(placeKey(to)));
  await tx.outbox.enqueue(left.map(({ to }) => card(report, to, false)));
  return left.length > 0;
}

/** Whether the card of a report belongs in a place. */
export function belongs(directory: Directory, report: Report, to: Address): boolean {
  return cardPlaces(directory, report).some((one) => samePlace(one.to, to));
}

/** An update of the card calls nobody: this does, with the sentence of the notification. */
function call({ catalogue }: Pick<Surroundings, 'catalogue'>, report: Report, to: Address): OutgoingMessage {
  const view = notice([cardFallback(catalogue, report, catalogue.calendar)]);
  return {
    key: `raised:${report.number}:${report.level}:${to.platform}:${to.place}`,
    to,
    content: { kind: 'view', view, person: null },
    mention: true,
    notBefore: null,
  };
}

function card(report: Report, to: Address, mention: boolean): OutgoingMessage {
  return {
    key: `card:${report.number}:${report.head.seq}:${to.platform}:${to.place}`,
    to,
    content: { kind: 'card', report: report.id },
    mention,
    notBefore: null,
  };
}

/** The number and nothing else: what it is about is for the designated officers to open. */
function referral(report: Report, to: Address): OutgoingMessage {
  const view = notice([phrase('referral.notice', { number: report.number })]);
  return {
    key: `referral:${report.number}:${to.platform}:${to.place}`,
    to,
    content: { kind: 'view', view, person: null },
    mention: false,
    notBefore: null,
  };
}

/** Units that share a channel get one card there. */
function distinct<T extends { to: Address }>(cards: readonly T[]): T[] {
  const byPlace = new Map(cards.map((one) => [placeKey(one.to), one] as const).reverse());
  return [...byPlace.values()].reverse();
}

function placeKey({ platform, place }: Address): string {
  return `${platform}\n${place}`;
}
