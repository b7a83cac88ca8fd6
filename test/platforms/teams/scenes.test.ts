import { scenesContract } from '../../contracts/scenes-contract.ts';
import { atOnce } from '../../contracts/scenes/at-once.ts';
import { departmentSide } from '../../contracts/scenes/department-side.ts';
import { oneSentence } from '../../contracts/scenes/one-sentence.ts';
import { absence } from '../../contracts/scenes/absence.ts';
import { relay } from '../../contracts/scenes/relay.ts';
import { testAdapterEdge } from '../../support/fake-teams/test-adapter-edge.ts';
import { teamsStage } from '../../support/stage/teams-stage.ts';

scenesContract('Teams over botbuilder', teamsStage);

scenesContract('Teams over the TestAdapter of botbuilder', (options) =>
  teamsStage({ ...options, edge: testAdapterEdge }),
);

scenesContract(
  'Teams over its successor',
  (options) => teamsStage({ ...options, settings: { sdk: 'agents' } }),
  [oneSentence, atOnce],
);

scenesContract(
  'Teams, with forms as dialogs',
  (options) => teamsStage({ ...options, settings: { dialogs: true } }),
  [departmentSide, relay, absence],
);
