import type { Report } from '../domain/report.ts';
import { searchedWords } from './begin-report.ts';
import type { LinkedEvent, Term, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

const NUMBER_TRIES = 8;

/** Stores a new report under a number that is free. `begin` draws another number each time. */
export async function createReport(
  deps: Pick<Surroundings, 'recognizer'>,
  tx: Transaction,
  begin: () => { report: Report; events: LinkedEvent[] },
): Promise<Report> {
  for (let attempt = 0; attempt < NUMBER_TRIES; attempt++) {
    const { report, events } = begin();
    if (await tx.reports.create(report, events, termsOf(deps, report))) return report;
  }
  throw new Error('no free report number: the random source repeats itself');
}

/** Similar reports are found by the words of the matter. */
function termsOf(deps: Pick<Surroundings, 'recognizer'>, report: Report): Term[] {
  const words = searchedWords(report);
  return words === null ? [] : deps.recognizer.terms(words);
}
