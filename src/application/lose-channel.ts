import { notice } from '../domain/dialog/question-view.ts';
import { phrase } from '../domain/phrase.ts';
import type { Address, ReachBook, UnitOfWork } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { tellAdministrators } from './tell-administrators.ts';

export interface ChannelLoss extends Pick<Surroundings, 'catalogue' | 'clock' | 'directory' | 'log'> {
  reachBook: ReachBook;
  unitOfWork: UnitOfWork;
  /** Called once what is known of channels has changed. */
  onReachChanged: () => Promise<void>;
}

/**
 * A channel that is missing, archived or closed to us: posts go elsewhere from now on, and administrators know. They are
 * told once for each time that it is lost, whoever finds it so, and also if whoever found it first was killed.
 */
export async function loseChannel(deps: ChannelLoss, channel: Address): Promise<void> {
  const { now } = moment(deps);
  const since = await deps.reachBook.lose(channel, now);
  await deps.onReachChanged();
  const { platform, place } = channel;
  deps.log.error('a channel cannot be posted to', { platform, place });
  const said = { platform: phrase(`platform.${platform}`), channel: place };
  const view = notice([phrase('reach.lost', said), phrase('reach.lost.next')]);
  await deps.unitOfWork.transact((tx) =>
    tellAdministrators(deps, tx, { view, key: `channel-lost:${platform}:${place}:${since}` }),
  );
}

/** The channel can be posted to again. */
export async function regainChannel(
  deps: Pick<ChannelLoss, 'reachBook' | 'onReachChanged'>,
  channel: Address,
): Promise<void> {
  if (await deps.reachBook.regain(channel)) await deps.onReachChanged();
}
