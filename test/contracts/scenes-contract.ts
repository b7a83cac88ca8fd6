import { afterAll, beforeAll, describe } from 'vitest';
import { WORLD_READY_MS, type WorldOptions } from '../support/a-world.ts';
import type { Stage } from '../support/stage/stage.ts';
import { absence } from './scenes/absence.ts';
import { atOnce } from './scenes/at-once.ts';
import { clocks } from './scenes/clocks.ts';
import { compliance } from './scenes/compliance.ts';
import { departmentSide } from './scenes/department-side.ts';
import { duplicates } from './scenes/duplicates.ts';
import { feedback } from './scenes/feedback.ts';
import { hiddenInAVoice } from './scenes/hidden-in-a-voice.ts';
import { interrupted } from './scenes/interrupted.ts';
import { knowHow } from './scenes/know-how.ts';
import { oneSentence } from './scenes/one-sentence.ts';
import { itIs, type Scene } from './scenes/play.ts';
import { relay } from './scenes/relay.ts';
import { UNDERSTOOD } from './scenes/script.ts';
import { lastMonth, status } from './scenes/status.ts';
import { storm } from './scenes/storm.ts';
import { twoMatters } from './scenes/two-matters.ts';
import { unsure } from './scenes/unsure.ts';

/** The scenes that must work on every platform, in the order of their days; with the clocks much time passes. */
export const SCENES: readonly Scene[] = [
  oneSentence,
  atOnce,
  unsure,
  twoMatters,
  hiddenInAVoice,
  interrupted,
  departmentSide,
  relay,
  feedback,
  status,
  duplicates,
  compliance,
  knowHow,
  storm,
  absence,
  clocks,
];

/** Scenes played from the one end of a platform to the other, over one house. */
export function scenesContract(
  name: string,
  open: (options: WorldOptions) => Promise<Stage>,
  scenes: readonly Scene[] = SCENES,
): void {
  describe(`the scenes: ${name}`, () => {
    let stage: Stage | null = null;
    const at = () => {
      if (!stage) throw new Error('the stage is not open yet');
      return stage;
    };
    beforeAll(async () => {
      stage = await open({ understands: UNDERSTOOD });
      await lastMonth(stage);
      itIs(stage, '2026-11-20 09:12');
    }, WORLD_READY_MS);
    afterAll(() => stage?.close());
    for (const scene of scenes) scene(at);
  });
}
