import { setTimeout as sleep } from 'node:timers/promises';
import { Broken } from './broken.ts';

/** Lets everybody act at once, or holds everybody between two deeds so that what is there can be counted. */
export interface Stage {
  /** Before each deed; `who` waits here while the stage is held. */
  enter(who: string): Promise<void>;
  hold(): void;
  release(): void;
  /** Everybody is waiting: no deed is without its answer. Broken, with who is stuck, after `withinMs`. */
  allWaiting(withinMs: number): Promise<void>;
  /** Nobody begins anything new. */
  end(): void;
  isOver(): boolean;
  leave(who: string): void;
}

const LOOKS_EVERY_MS = 20;

export function createStage(cast: readonly string[]): Stage {
  const acting = new Set(cast);
  let held = false;
  let over = false;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    held = false;
    waiting.forEach((go) => go());
    waiting = [];
  };
  return {
    async enter(who) {
      if (!held) return;
      acting.delete(who);
      await new Promise<void>((resolve) => waiting.push(resolve));
      acting.add(who);
    },
    hold: () => void (held = true),
    release,
    async allWaiting(withinMs) {
      for (const until = Date.now() + withinMs; acting.size > 0;) {
        if (Date.now() > until) throw new Broken(`stuck: ${[...acting].join(', ')}`);
        await sleep(LOOKS_EVERY_MS);
      }
    },
    end() {
      over = true;
      release();
    },
    isOver: () => over,
    leave: (who) => void acting.delete(who),
  };
}
