import { commentMeant, isComment } from '../domain/comments.ts';
import type { Report, StepRecord } from '../domain/report.ts';
import { isRelayed } from '../domain/step-view.ts';
import type { Address, OutgoingMessage, Posting, Transaction } from './ports.ts';
import { belongs } from './post-cards.ts';
import { samePlace } from './same-place.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What was said since a step goes under the report's card in the own channels of the unit in charge, on platforms with
 * threads; on others the report's page shows it. Nowhere else: other channels in which the card stands are also read by
 * those of whom the talk of the department may be.
 * @param since sequence number of the last event that was relayed
 * @param origin the thread in which it was said, where it is never repeated
 */
export async function relaySteps(
  deps: Pick<Surroundings, 'directory' | 'messenger'>,
  tx: Transaction,
  report: Report,
  since: number,
  origin: Address | null,
): Promise<void> {
  const said = report.steps.filter(({ seq, kind }) => seq > since && isRelayed(kind));
  if (said.length === 0) return;
  const stands = await tx.postings.steps(report.id);
  const places = deps.directory
    .ownChannels(report.primary)
    .filter(({ platform }) => deps.messenger.hasThreads(platform));
  await tx.outbox.enqueue(
    said.flatMap((step) =>
      targets(report, step, places, stands)
        .filter(({ to }) => origin === null || !samePlace(to, origin))
        .map(({ to, seq }) => relay(report, seq, to)),
    ),
  );
  await tx.wake('outbox');
}

/** What was said under a card that has left its place is put out of sight there. */
export async function withdrawSteps(
  { directory }: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  report: Report,
): Promise<void> {
  const stands = await tx.postings.steps(report.id);
  const left = stands.filter(({ at, native }) => !native && !belongs(directory, report, at));
  await tx.outbox.enqueue(left.map(({ step, at }) => relay(report, step, at)));
}

/** A change of a comment is shown where the comment stands; where it has never stood, it is written as it reads now. */
function targets(
  report: Report,
  step: StepRecord,
  places: readonly Address[],
  stands: readonly Posting[],
): { to: Address; seq: number }[] {
  if (!isComment(step.kind)) return places.map((to) => ({ to, seq: step.seq }));
  const comment = commentMeant(step);
  const ofComment = new Set(
    report.steps.filter((one) => isComment(one.kind) && commentMeant(one) === comment).map(({ seq }) => seq),
  );
  const there = stands.filter((one) => ofComment.has(one.step));
  const shown = there.filter(({ native }) => !native);
  const standsAt = (to: Address, among: readonly Posting[]) => among.some(({ at }) => samePlace(at, to));
  // Beside what somebody has written there by hand, which nobody else can change; new words only where the unit talks.
  const beside = there.filter(
    ({ at, native }) =>
      native &&
      !standsAt(at, shown) &&
      (step.kind === 'comment_deleted' || places.some((to) => samePlace(at, to))),
  );
  const anew = places.filter((to) => !standsAt(to, there));
  return [
    ...shown.map(({ at, step: seq }) => ({ to: at, seq })),
    ...beside.map(({ at }) => ({ to: at, seq: step.seq })),
    ...anew.map((to) => ({ to, seq: comment })),
  ];
}

function relay(report: Report, step: number, to: Address): OutgoingMessage {
  return {
    key: `step:${report.number}:${step}:${report.head.seq}:${to.platform}:${to.place}`,
    to,
    content: { kind: 'step', report: report.id, step },
    mention: false,
    notBefore: null,
  };
}
