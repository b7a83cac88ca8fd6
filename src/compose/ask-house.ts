import { existsSync } from 'node:fs';
import {
  houseAnswerSchema,
  houseRequestSchema,
  type HouseAnswer,
  type HouseRequest,
} from '../cli/house-request.ts';
import { EXIT } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { askOwner } from '../storage/lock-folder.ts';
import { answerFrom } from './answer-from.ts';
import type { House } from './house.ts';
import type { Organized } from './knowledge.ts';
import { logOf } from './log-of.ts';
import { openReading } from './open-reading.ts';
import { databasePhrase } from './problem-lines.ts';

/** The running house answers over its folder's socket; else the folder, or the server, is opened for the moment. */
export async function askHouse(
  config: Config,
  organized: Organized,
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
  const reading = await openReading(config, organized.catalogue, logOf(config));
  if (!reading.ok) return { lines: [], problems: [say(databasePhrase(reading.problem))], code: EXIT.failed };
  try {
    return await answerFrom(organized, reading.value, request);
  } finally {
    await reading.value.close();
  }
}

/** The same, asked of the running house: one line of JSON for another. */
export async function answerLine(organized: Organized, house: House, line: string): Promise<string> {
  const request = houseRequestSchema.safeParse(JSON.parse(line));
  const answer = request.success
    ? await answerFrom(organized, house, request.data)
    : { lines: [], problems: [], code: EXIT.usage };
  return JSON.stringify(answer);
}
