import { expect, onTestFinished, test, vi } from 'vitest';
import type { OutgoingMessage } from '../../src/application/ports.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { recordingPlatform, type RecordingPlatform } from '../support/recording-platform.ts';
import { aMessage } from '../support/storage-samples.ts';

const PLATFORM = 'recording';
const AN_HOUR = [{ messages: 1, withinMs: 3_600_000 }];

async function aWorldOn(platform: RecordingPlatform): Promise<World> {
  const world = await aWorld({ platforms: [platform.open] });
  onTestFinished(() => world.close());
  return world;
}

const to = (place: string): OutgoingMessage => aMessage({ to: { platform: PLATFORM, place } });
const placesOf = ({ posts }: RecordingPlatform): string[] => posts.map((post) => post.to.place);

async function enqueue({ house }: World, messages: readonly OutgoingMessage[]): Promise<void> {
  await house.store.work.transact((tx) => tx.outbox.enqueue(messages));
}

/** More than are ever sent side by side. */
const MANY = Array.from({ length: 60 }, (_, n) => `channel-${n}`);

test(
  'places that take nothing for now keep no other place waiting',
  async () => {
    const platform = recordingPlatform(PLATFORM, AN_HOUR);
    const world = await aWorldOn(platform);
    await enqueue(world, [...MANY, ...MANY].map(to));
    await world.settle();
    expect(placesOf(platform).toSorted()).toEqual(MANY.toSorted());
    await enqueue(world, [to('somebody')]);
    await world.settle();
    expect(placesOf(platform).slice(MANY.length)).toEqual(['somebody']);
    expect(await world.house.store.outbox.waiting()).toBe(MANY.length);
  },
  WORLD_READY_MS,
);

test(
  'a place that does not answer keeps no other place waiting, and its own in order',
  async () => {
    const platform = recordingPlatform(PLATFORM);
    const release: (() => void)[] = [];
    platform.slow.set('silent', new Promise((resolve) => release.push(resolve)));
    const world = await aWorldOn(platform);
    const first = { ...to('silent'), key: 'first' };
    await enqueue(world, [first, { ...to('silent'), key: 'second' }]);
    const settled = world.settle();
    await enqueue(world, MANY.map(to));
    await vi.waitFor(() => expect(placesOf(platform).toSorted()).toEqual(MANY.toSorted()), 10_000);
    release.forEach((answer) => answer());
    await settled;
    expect(platform.posts.slice(MANY.length).map(({ key }) => key)).toEqual(['first', 'second']);
  },
  WORLD_READY_MS,
);
