import type { OwnTasks } from '../../application/ports.ts';
import type { AskedQuestion } from '../../domain/asked-question.ts';
import type { ListedReport } from '../../domain/listed-report.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { Button, Press } from '../../domain/view.ts';

/** All that somebody's Home tab shows, as it stands now and as they may see it; what is empty is left out. */
export interface HomeInput {
  /** Always there: how to begin. */
  start: readonly Button[];
  drafts: readonly HomeItem[];
  /** Asked of this person and not answered. */
  questions: readonly AskedQuestion[];
  mine: HomeList;
  /** What this person has to do, each report once, by when it falls due. */
  tasks: Record<keyof OwnTasks, HomeList>;
  /** Language, digests: one of some, and what stands now. */
  preferences: readonly HomeChoice[];
}

export interface HomeItem {
  lines: readonly Phrase[];
  buttons: readonly Button[];
}

/** The first reports of a list. */
export interface HomeList {
  reports: readonly ListedReport[];
  /** How many there are in all. */
  total: number;
  /** Shows all of them. */
  all: Press;
}

export interface HomeChoice {
  label: Phrase;
  options: readonly { label: Phrase; press: Press; chosen: boolean }[];
}
