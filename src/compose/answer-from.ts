import type { Clock, Signer } from '../application/ports.ts';
import { answerRequest } from '../cli/answer-request.ts';
import { houseRequestSchema, type HouseAnswer, type HouseRequest } from '../cli/house-request.ts';
import { EXIT } from '../cli/io.ts';
import type { Store } from '../storage/open-store.ts';
import type { House } from './house.ts';
import type { Organized } from './knowledge.ts';
import { systemClock, systemHash, systemIds } from './node-ports.ts';

/** What the command line is answered, from the store of a running house or from one opened for it. */
export function answerFrom(
  { catalogue, words }: Pick<Organized, 'catalogue' | 'words'>,
  { store, signer }: { store: Store; signer: Signer },
  request: HouseRequest,
  clock: Clock = systemClock,
): Promise<HouseAnswer> {
  const { reports, ledger, inbox, outbox, accounts, candidates, openQuestions } = store;
  const { clocks: clockQueue, work: unitOfWork, reach } = store;
  const stores = {
    reports,
    ledger,
    inbox,
    outbox,
    accounts,
    candidates,
    openQuestions,
    clockQueue,
    unitOfWork,
    reach,
  };
  return answerRequest(
    { catalogue, words, ...stores, clock, ids: systemIds, signer, hash: systemHash },
    request,
  );
}

/** The same, asked of the running house: one line of JSON for another. */
export async function answerLine(organized: Organized, house: House, line: string): Promise<string> {
  const request = houseRequestSchema.safeParse(JSON.parse(line));
  const answer = request.success
    ? await answerFrom(organized, house, request.data)
    : { lines: [], problems: [], code: EXIT.usage };
  return JSON.stringify(answer);
}
