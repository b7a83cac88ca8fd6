import { scenesContract } from '../../contracts/scenes-contract.ts';
import { atOnce } from '../../contracts/scenes/at-once.ts';
import { oneSentence } from '../../contracts/scenes/one-sentence.ts';
import { teamsStage } from '../../support/stage/teams-stage.ts';

scenesContract('Teams over botbuilder', teamsStage);

scenesContract(
  'Teams over its successor',
  (options) => teamsStage({ ...options, settings: { sdk: 'agents' } }),
  [oneSentence, atOnce],
);
