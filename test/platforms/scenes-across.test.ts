import { scenesContract } from '../contracts/scenes-contract.ts';
import { atOnce } from '../contracts/scenes/at-once.ts';
import { departmentSide } from '../contracts/scenes/department-side.ts';
import { feedback } from '../contracts/scenes/feedback.ts';
import { interrupted } from '../contracts/scenes/interrupted.ts';
import { relay } from '../contracts/scenes/relay.ts';
import { acrossStage } from '../support/stage/across-stage.ts';

const SCENES = [atOnce, interrupted, departmentSide, relay, feedback];

scenesContract(
  'who reports in Teams, departments in Slack',
  (options) => acrossStage('teams', options),
  SCENES,
);

scenesContract(
  'who reports in Slack, departments in Teams',
  (options) => acrossStage('slack', options),
  SCENES,
);
