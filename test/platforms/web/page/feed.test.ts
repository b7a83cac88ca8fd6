import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message, MessagePage } from '../../../../src/platforms/web/api.ts';
import type { Reply } from '../../../../src/platforms/web/page/live/api-client.ts';
import { openFeed } from '../../../../src/platforms/web/page/live/feed.ts';
import type { FeedState } from '../../../../src/platforms/web/page/live/feed.ts';

const PAGE = 5;

/** A place as the server keeps it, answering in pages. */
class Place {
  readonly messages: Message[] = [];
  revision = 0;
  down = false;

  post(): void {
    this.revision += 1;
    this.messages.push(messageOf(`m${this.messages.length}`, this.messages.length, this.revision));
  }

  edit(which: number): void {
    const index = which % this.messages.length;
    const message = this.messages[index];
    if (!message) return;
    this.revision += 1;
    this.messages[index] = { ...message, revision: this.revision, text: `edited at ${this.revision}` };
  }

  history = (_place: string, before: string | null): Promise<Reply<MessagePage>> => {
    const end = before === null ? this.messages.length : this.messages.findIndex(({ id }) => id === before);
    const start = Math.max(0, end - PAGE);
    return this.answer({
      messages: this.messages.slice(start, end),
      revision: this.revision,
      more: start > 0,
    });
  };

  changes = (_place: string, since: number): Promise<Reply<MessagePage>> => {
    const changed = this.messages.filter(({ revision }) => revision > since);
    const messages = changed.sort((a, b) => a.revision - b.revision).slice(0, PAGE);
    const more = changed.length > PAGE;
    return this.answer({
      messages,
      revision: more ? (messages.at(-1)?.revision ?? since) : this.revision,
      more,
    });
  };

  private answer(page: MessagePage): Promise<Reply<MessagePage>> {
    const lost = { ok: false as const, problem: { problem: 'offline', message: '' } };
    return Promise.resolve(this.down ? lost : { ok: true as const, value: page });
  }
}

function messageOf(id: string, second: number, revision: number): Message {
  return {
    id,
    revision,
    at: new Date(Date.UTC(2026, 10, 20, 0, 0, second)).toISOString(),
    editedAt: null,
    author: { kind: 'bot' },
    text: id,
    card: null,
    fallback: null,
    report: null,
    mention: false,
    notification: null,
    turn: null,
  };
}

type Step = { do: 'post' | 'reach' | 'older' | 'lose' | 'return' } | { do: 'edit'; which: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'post' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'reach' as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { do: 'older' as const },
        { do: 'lose' as const },
        { do: 'return' as const },
      ),
    },
  ),
  { maxLength: 60 },
);

test('whatever happens and whatever is lost, a reader ends with the newest stretch as it is, without gap or double', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat({ max: 20 }), async (taken, before) => {
      const place = new Place();
      for (let index = 0; index < before; index += 1) place.post();
      let state: FeedState = { timeline: null, failed: false };
      const feed = openFeed(place, 'p', (next) => (state = next));
      for (const step of taken) {
        if (step.do === 'post') place.post();
        else if (step.do === 'edit') place.edit(step.which);
        else if (step.do === 'older') await feed.older();
        else if (step.do === 'reach') await feed.reach(place.revision);
        else place.down = step.do === 'lose';
      }
      place.down = false;
      await feed.reach(place.revision);
      const seen = state.timeline?.messages ?? [];
      expect(seen).toEqual(place.messages.slice(place.messages.length - seen.length));
      expect(state.timeline?.more).toBe(seen.length < place.messages.length);
      expect(state.timeline?.revision).toBe(place.revision);
    }),
  );
});

test('an announcement that comes while reading is read on to', async () => {
  const place = new Place();
  let state: FeedState = { timeline: null, failed: false };
  const feed = openFeed(place, 'p', (next) => (state = next));
  const first = feed.reach(0);
  place.post();
  void feed.reach(1);
  await first;
  expect(state.timeline?.messages).toHaveLength(1);
});

test('a closed reader shows nothing more', async () => {
  const place = new Place();
  const shown: FeedState[] = [];
  const feed = openFeed(place, 'p', (next) => shown.push(next));
  const reading = feed.reach(0);
  feed.close();
  await reading;
  expect(shown).toEqual([]);
});
