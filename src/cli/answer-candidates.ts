import { z } from 'zod';
import type { Candidate, CandidateStore } from '../application/ports.ts';
import { phrase } from '../domain/phrase.ts';
import { REPORT_LABELS, type ReportLabel } from '../domain/understanding.ts';
import { done, failed, say, type HouseAnswer, type HouseRequest, type Speaking } from './house-request.ts';
import { onOneLine } from './on-one-line.ts';

interface Asked extends Speaking {
  candidates: CandidateStore;
}

type Request<Command> = Extract<HouseRequest, { command: Command }>;

/** What an administrator has to know to decide: the whole text, masked as it was stored, and both labels. */
export async function listCandidates(
  deps: Asked,
  { state, json }: Request<'candidates-list'>,
): Promise<HouseAnswer> {
  const candidates = await deps.candidates.list(state);
  return done(candidates.map((one) => (json ? JSON.stringify(one) : textLine(deps, one))));
}

export async function decideCandidate(
  deps: Asked,
  { id, decision }: Request<'candidates-decide'>,
): Promise<HouseAnswer> {
  const decided = await deps.candidates.decide(id, decision);
  if (!decided) return failed([say(deps, phrase('cli.no_such_candidate', { id }))]);
  const key = decision === 'accepted' ? 'cli.candidate_accepted' : 'cli.candidate_rejected';
  return done([say(deps, phrase(key, { id }))]);
}

/** What accepted candidates teach, read from the answer to `list --json`. */
export function lessonsIn({ lines }: HouseAnswer): { text: string; label: ReportLabel }[] {
  return lines.map((line) => lessonSchema.parse(JSON.parse(line)));
}

const lessonSchema = z.object({ text: z.string(), label: z.enum(REPORT_LABELS) });

function textLine(deps: Asked, { id, number, takenFor, label, text }: Candidate): string {
  const types = phrase('cli.candidate_types', {
    from: phrase(`type.${takenFor}`),
    to: phrase(`type.${label}`),
  });
  return [String(id), number, say(deps, types), onOneLine(text)].join('\t');
}
