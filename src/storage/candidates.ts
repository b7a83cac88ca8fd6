import type {
  Candidate,
  CandidateState,
  CandidateStore,
  CandidateWriter,
} from '../application/ports/candidates.ts';
import type { Label, ReportLabel } from '../domain/understanding.ts';
import type { Queries } from './connect-prisma.ts';
import type { Candidate as Row } from './generated/client.ts';
import { instant } from './instants.ts';

export function candidateWriter(tx: Queries): CandidateWriter {
  return {
    async keep({ report, at, text, takenFor, label }) {
      const data = [{ reportId: report, at: new Date(at), text, takenFor, label }];
      await tx.candidate.createMany({ data, skipDuplicates: true });
    },
  };
}

export function candidateStore(db: Queries): CandidateStore {
  return {
    async list(state) {
      const rows = await db.candidate.findMany({
        where: { state },
        include: { report: { select: { number: true } } },
        orderBy: { id: 'asc' },
      });
      return rows.map(candidateOf);
    },

    async decide(id, decision) {
      const { count } = await db.candidate.updateMany({ where: { id }, data: { state: decision } });
      return count === 1;
    },
  };
}

function candidateOf(row: Row & { report: { number: string } }): Candidate {
  return {
    id: row.id,
    number: row.report.number,
    at: instant(row.at),
    text: row.text,
    takenFor: row.takenFor as Label,
    label: row.label as ReportLabel,
    state: row.state as CandidateState,
  };
}
