import { scenesContract } from '../../contracts/scenes-contract.ts';
import { slackStage } from '../../support/stage/slack-stage.ts';

scenesContract('Slack over signed requests', slackStage);
