import { existsSync } from 'node:fs';
import { houseAnswerSchema, type HouseAnswer, type HouseRequest } from '../cli/house-request.ts';
import { EXIT } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { askOwner } from '../storage/lock-folder.ts';
import type { Organized } from './knowledge.ts';
import { logOf } from './log-of.ts';
import { databasePhrase } from './problem-lines.ts';

/**
 * The running house answers over its folder's socket; else the folder, or the server, is opened for the moment.
 * @param organized asked only when nobody answers; null when it has said itself what is wrong
 */
export async function askHouse(
  config: Config,
  organized: () => Promise<Organized | null>,
  say: (text: Phrase) => string,
  request: HouseRequest,
): Promise<HouseAnswer> {
  if (config.databaseUrl === null && existsSync(config.dataFolder)) {
    const answer = await askOwner(config.dataFolder, JSON.stringify(request));
    const read = answer === null ? null : houseAnswerSchema.safeParse(JSON.parse(answer));
    if (read?.success) return read.data;
    // Held by an instance that is still opening its database.
    if (read) return { lines: [], problems: [say(phrase('cli.starting'))], code: EXIT.failed };
  }
  const [known, { openReading }, { answerFrom }] = await Promise.all([
    organized(),
    import('./open-reading.ts'),
    import('./answer-from.ts'),
  ]);
  if (!known) return { lines: [], problems: [], code: EXIT.failed };
  const reading = await openReading(config, known.catalogue, logOf(config));
  if (!reading.ok) return { lines: [], problems: [say(databasePhrase(reading.problem))], code: EXIT.failed };
  try {
    return await answerFrom(known, reading.value, request);
  } finally {
    await reading.value.close();
  }
}
