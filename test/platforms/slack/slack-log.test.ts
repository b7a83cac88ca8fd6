import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { slackLog } from '../../../src/platforms/slack/slack-log.ts';
import { recordingLog } from '../../support/web-world.ts';

const SAID = '基礎年金番号1234-567890のお客様';

describe('the log of the SDK', () => {
  const logged: string[] = [];
  const logger = slackLog(recordingLog(logged));

  it('writes words of ours alone, whatever the SDK says', () => {
    logger.debug(`http request body: ${SAID}`);
    logger.info(SAID);
    logger.warn(`Failed to parse and verify the request data: ${SAID}`);
    logger.warn(SAID);
    logger.error(`An unhandled error occurred while Bolt processed (${SAID})`);
    logger.error(new TypeError(SAID));
    logger.error(new webApi.WebAPIPlatformError({ ok: false, error: 'channel_not_found' }));
    expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([
      { message: 'a request of Slack was refused: its signature does not hold' },
      { message: 'Slack warns' },
      { message: 'a request of Slack could not be worked on' },
      { message: 'Slack failed', error: 'TypeError' },
      { message: 'Slack failed', error: 'WebAPIPlatformError', code: 'slack_webapi_platform_error' },
    ]);
  });
});
