import { scenesContract } from '../../contracts/scenes-contract.ts';
import { atOnce } from '../../contracts/scenes/at-once.ts';
import { oneSentence } from '../../contracts/scenes/one-sentence.ts';
import { relay } from '../../contracts/scenes/relay.ts';
import { slackStage } from '../../support/stage/slack-stage.ts';

scenesContract('Slack over signed requests', slackStage);

scenesContract('Slack in Socket Mode', (options) => slackStage({ ...options, slack: { socketMode: true } }), [
  oneSentence,
  atOnce,
  relay,
]);
