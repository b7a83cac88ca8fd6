import type { OpenQuestionStore, OpenQuestionWriter } from '../application/ports/open-questions.ts';
import type { OpenQuestion } from '../domain/open-question.ts';
import type { Queries } from './connect-prisma.ts';
import type { OpenQuestion as Row } from './generated/client.ts';
import { instant } from './instants.ts';
import { termColumns, termsOf } from './report-row.ts';

export function openQuestionWriter(tx: Queries): OpenQuestionWriter {
  return {
    async lockSharing(terms) {
      // Readers go on; only who may be about to write the same question waits.
      await tx.$executeRaw`LOCK TABLE open_question IN SHARE ROW EXCLUSIVE MODE`;
      const rows = await tx.openQuestion.findMany({
        where: { terms: { hasSome: terms.map(({ text }) => text) } },
        orderBy: { id: 'asc' },
      });
      return rows.map(questionOf);
    },

    async keep({ text, unit, terms, at }) {
      const moment = new Date(at);
      await tx.openQuestion.create({
        data: { text, unit, ...termColumns(terms), firstAt: moment, lastAt: moment },
      });
    },

    async askedAgain(id, { unit, at }) {
      const data = { unit, lastAt: new Date(at), times: { increment: 1 } };
      await tx.openQuestion.updateMany({ where: { id }, data });
    },

    async forget(ids) {
      await tx.openQuestion.deleteMany({ where: { id: { in: [...ids] } } });
    },

    count: () => tx.openQuestion.count(),
  };
}

export function openQuestionStore(db: Queries): OpenQuestionStore {
  return {
    async list() {
      const rows = await db.openQuestion.findMany({
        orderBy: [{ times: 'desc' }, { lastAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(questionOf);
    },

    async forget(id) {
      const { count } = await db.openQuestion.deleteMany({ where: { id } });
      return count === 1;
    },
  };
}

function questionOf(row: Row): OpenQuestion {
  const { id, text, unit, times, firstAt, lastAt } = row;
  return { id, text, terms: termsOf(row), unit, times, firstAt: instant(firstAt), lastAt: instant(lastAt) };
}
